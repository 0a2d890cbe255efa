package io.openteller.procedures.machine;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.procedures.definition.Node.Verify.Method;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a run. {@code step} names the wait that it answers; one that does not wait any more is left alone. */
public sealed interface Event {

    Instant at();

    /**
     * The customer wrote something.
     *
     * @param understood what the platform read in it
     * @param crossed whether something was asked meanwhile that the customer could not know when they wrote
     */
    record Message(Instant at, String text, Understood understood, boolean crossed) implements Event {

        /** One that was written after all that was said. */
        public Message(Instant at, String text, Understood understood) {
            this(at, text, understood, false);
        }
    }

    /**
     * @param language BCP 47
     * @param intent empty if none is sure enough
     * @param wantsPerson asked for a person, or said something a person must hear
     * @param question whether it asks for something
     */
    record Understood(String language, String intent, double confidence, boolean wantsPerson, boolean question) {}

    /** An operation came back. */
    record Performed(Instant at, String step, Result result) implements Event {}

    /** What an operation came to. */
    sealed interface Result {
        record Done(JsonNode output) implements Result {}

        record Refused(String reason) implements Result {}

        record Failed(String cause) implements Result {}

        record TimedOut() implements Result {}
    }

    /** @param left steps of which it is not sure that they are taken back */
    record Compensated(Instant at, String step, List<String> left) implements Event {
        public Compensated {
            left = List.copyOf(left);
        }
    }

    /** The customer could not be asked who they are: what asks them does not answer. Nothing is known of them by that. */
    record Unproven(Instant at, String step) implements Event {}

    /** @param by how; null if that is not known: then it counts as the way that was to be tried first */
    record Verified(Instant at, String step, boolean passed, @Nullable Method by) implements Event {
        public Verified(Instant at, String step, boolean passed) {
            this(at, step, passed, null);
        }
    }

    record Confirmed(Instant at, String step, boolean accepted) implements Event {}

    record Approved(Instant at, String step, boolean agreed) implements Event {}

    /** Something at the bank that a run may wait for. */
    record Occurred(Instant at, String event, JsonNode data) implements Event {}

    /** The time that a step was given has passed. */
    record TimerRang(Instant at, String step) implements Event {}

    /** What the customer turned to meanwhile is over: a run that was set aside takes up its question again. */
    record Resumed(Instant at) implements Event {}
}
