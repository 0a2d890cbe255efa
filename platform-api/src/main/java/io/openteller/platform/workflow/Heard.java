package io.openteller.platform.workflow;

import io.openteller.platform.procedure.Remark;
import io.openteller.platform.understanding.Reading;
import io.openteller.procedures.machine.Event.Understood;

/**
 * A customer's message and what was understood of it.
 *
 * @param intent empty if none is sure enough
 * @param wantsPerson asked for a person, or said something that a person must hear
 * @param question whether it asks for something
 * @param crossed whether the assistant said something meanwhile that the customer could not know: no yes to that
 */
public record Heard(
        String text, String intent, double confidence, boolean wantsPerson, boolean question, boolean crossed) {

    /** One that was written after all that was said. */
    public Heard(String text, String intent, double confidence, boolean wantsPerson, boolean question) {
        this(text, intent, confidence, wantsPerson, question, false);
    }

    public static Heard of(String text, Reading reading, boolean crossed) {
        Understood meant = Remark.of(text, reading);
        return new Heard(
                text, meant.intent(), meant.confidence(), meant.wantsPerson(), meant.question(), crossed);
    }
}
