package io.openteller.procedures.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.Catalogue;
import io.openteller.operations.Compensations;
import io.openteller.procedures.definition.Node;
import io.openteller.procedures.definition.Node.Verify.Method;
import io.openteller.operations.OperationName;
import io.openteller.operations.OperationSpec.Assurance;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run wants done. {@code step} is unique in the run and the same on every replay: what has an effect is done once per
 * run and step.
 */
public sealed interface Effect {

    /** Tells the customer. @param evidence the values that were put into the text, for checking it against */
    record Say(String text, List<String> evidence) implements Effect {}

    /** The customer may pick one of these instead of typing. */
    record Offer(String step, List<String> labels) implements Effect {}

    /**
     * @param confirmedBy the step whose yes covers exactly this input; null if nobody was asked
     * @param compensated whether a {@link Compensate} may want it taken back
     */
    record Perform(
            String step,
            OperationName operation,
            ObjectNode input,
            @Nullable String confirmedBy,
            @Nullable String approvedBy,
            boolean compensated)
            implements Effect {

        /** The call that takes it back; empty if the catalogue knows none. @param output what came of it */
        public Optional<Perform> takenBack(JsonNode output) {
            return Catalogue.standard()
                    .find(operation.toString())
                    .flatMap(spec -> Optional.ofNullable(spec.compensation()))
                    .flatMap(by -> Compensations.standard()
                            .arguments(operation, input, output)
                            .map(with -> new Perform(step + "~undo", by, with, null, null, false)));
        }
    }

    /** Takes back what these steps did, in this order. The run ends when {@link Event.Compensated} says what came of it. */
    record Compensate(String step, List<String> steps) implements Effect {
        public Compensate {
            steps = List.copyOf(steps);
        }
    }

    record Verify(String step, Assurance level, List<Method> methods) implements Effect {}

    record Confirm(String step, OperationName operation, ObjectNode input, @Nullable String text) implements Effect {}

    /**
     * The customer answered a confirmation in words. The platform takes it for the card's answer, if the card still stands, and
     * says {@link Event.Confirmed} either way.
     */
    record Settle(String step, boolean accepted) implements Effect {}

    record Approve(String step, OperationName operation, ObjectNode input, String team, String text) implements Effect {}

    /** {@link Event.TimerRang} is wanted then, unless the step is over by that time. */
    record Timer(String step, Instant due) implements Effect {}

    /** The customer asked something else: it is answered as any message is, then {@code reminder} is said. */
    record AnswerElsewhere(String message, String reminder) implements Effect {}

    /** The customer wants something else done first: another run begins, and this one waits for {@link Event.Resumed}. */
    record SetAside(String procedure, String message) implements Effect {}

    /** A person goes on. @param team empty for whoever takes what has no team; {@code facts} by label */
    record HandOver(String team, String reason, Map<String, String> facts) implements Effect {}

    record Finish(Node.End.Outcome outcome) implements Effect {}
}
