package io.openteller.platform.procedure;

import io.openteller.platform.understanding.Reading;
import io.openteller.platform.understanding.RiskSignal;
import io.openteller.procedures.machine.Event.Understood;

/** What a message means to the procedure that somebody is in: the same for customers and for those who try one out. */
public final class Remark {

    private Remark() {}

    /**
     * @param message as it was written. That it looks like a matter for people does not count: short answers to a question are
     *     easily taken for one, and what is put at risk by going on is routed away before a procedure hears of it
     */
    public static Understood of(String message, Reading reading) {
        return new Understood(
                reading.language().code(),
                reading.intent().name(),
                reading.intent().confidence(),
                reading.signals().stream().anyMatch(signal -> signal.kind() == RiskSignal.Kind.HUMAN_REQUEST),
                message.strip().endsWith("?"));
    }
}
