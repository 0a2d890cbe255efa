package io.openteller.platform.rehearsal.internal;

import io.openteller.platform.understanding.MessageTier;
import io.openteller.platform.understanding.Reading;
import io.openteller.platform.understanding.RiskSignal;
import io.openteller.platform.understanding.Understanding;
import io.openteller.procedures.machine.Event.Understood;
import jakarta.inject.Singleton;
import java.util.List;

/** What the platform reads in a tester's message: the same as in a customer's. */
@Singleton
class Hearing {

    private static final double SURE = 0.5;

    private final Understanding understanding;

    Hearing(Understanding understanding) {
        this.understanding = understanding;
    }

    Understood of(String message, List<String> earlier) {
        Reading read = understanding.read(message, earlier);
        boolean person = MessageTier.isForPerson(read.intent())
                || read.signals().stream().anyMatch(signal -> signal.kind() == RiskSignal.Kind.HUMAN_REQUEST);
        boolean sure = read.intent().confidence() >= SURE;
        return new Understood(
                read.language().code(),
                sure ? read.intent().name() : "",
                read.intent().confidence(),
                person,
                message.strip().endsWith("?"));
    }
}
