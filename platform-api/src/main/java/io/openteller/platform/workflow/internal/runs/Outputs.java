package io.openteller.platform.workflow.internal.runs;

import io.openteller.procedures.machine.Effect;
import java.util.List;

/** Which of a run's wishes are for the turn that replies to the customer. */
final class Outputs {

    private Outputs() {}

    static List<Output> of(Effect effect) {
        return switch (effect) {
            case Effect.Say(String text, List<String> evidence) -> List.of(new Output.Said(text, evidence));
            case Effect.Offer(String step, List<String> labels) -> List.of(new Output.Offered(labels));
            case Effect.AnswerElsewhere(String message, String reminder) ->
                List.of(new Output.Elsewhere(message, reminder));
            case Effect.SetAside(String procedure, String message) -> List.of(new Output.Turned(procedure, message));
            case Effect.HandOver(String team, String reason, var facts) ->
                List.of(new Output.Passed(team, reason, facts));
            case Effect.Finish(var outcome) -> List.of(new Output.Over(outcome.name()));
            // What has to be carried out first speaks when that was done. The text of an approval is for the colleague.
            case Effect.Approve approve -> List.of();
            case Effect.Perform perform -> List.of();
            case Effect.Compensate compensate -> List.of();
            case Effect.Verify verify -> List.of();
            case Effect.Confirm confirm -> List.of();
            case Effect.Settle settle -> List.of();
            case Effect.Timer timer -> List.of();
        };
    }
}
