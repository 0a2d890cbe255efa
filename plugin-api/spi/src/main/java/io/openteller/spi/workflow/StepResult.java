package io.openteller.spi.workflow;

import io.openteller.spi.Experimental;

/** What became of a step. */
@Experimental(settles = "2027-06-30")
public sealed interface StepResult {

    /** @param output a JSON object that fits the step's output schema */
    record Done(String output) implements StepResult {}

    /** The system behind it says no. The reason may be shown to the customer. */
    record Refused(String reason) implements StepResult {}

    /** It certainly had no effect. Another time it may work. @param detail for operators */
    record Unavailable(String detail) implements StepResult {}

    /** It may have had its effect. The platform asks again with the same call id, or brings a person. @param detail for operators */
    record Unknown(String detail) implements StepResult {}

    static StepResult done(String output) {
        return new Done(output);
    }

    static StepResult refused(String reason) {
        return new Refused(reason);
    }

    static StepResult unavailable(String detail) {
        return new Unavailable(detail);
    }

    static StepResult unknown(String detail) {
        return new Unknown(detail);
    }
}
