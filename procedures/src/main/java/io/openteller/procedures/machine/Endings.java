package io.openteller.procedures.machine;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.procedures.definition.Node;
import io.openteller.procedures.expressions.Value;
import io.openteller.procedures.expressions.Written;
import io.openteller.procedures.machine.RunState.Status;
import java.util.LinkedHashMap;
import java.util.Map;

/** How runs end. */
final class Endings {

    private Endings() {}

    static void finish(Progress progress, Node.End.Outcome outcome) {
        progress.effects.add(new Effect.Finish(outcome));
        over(progress, Status.FINISHED);
    }

    static void cancel(Progress progress) {
        boolean done = progress.frames.stream().anyMatch(frame -> frame.effectSince(0));
        progress.say((done ? Phrase.STOPPED_AFTER : Phrase.STOPPED).in(progress));
        progress.effects.add(new Effect.Finish(Node.End.Outcome.STOPPED));
        over(progress, Status.CANCELLED);
    }

    /** It was set aside, and nobody came back to it. */
    static void lapse(Progress progress) {
        progress.effects.add(new Effect.Finish(Node.End.Outcome.STOPPED));
        over(progress, Status.CANCELLED);
    }

    static void handOver(Progress progress, Node.Handoff handoff) {
        Map<String, String> facts = new LinkedHashMap<>();
        handoff.facts().forEach((label, expression) -> facts.put(label, fact(progress, expression)));
        switch (progress.tools.templates().write(handoff.text(), progress.scope())) {
            case Written.Text text -> progress.say(text);
            // A person goes on whatever is wrong with the words.
            case Written.Fault fault -> progress.say(Phrase.HANDED_OVER.in(progress));
        }
        String step = progress.frame().procedure + "/" + progress.frame().node;
        progress.effects.add(new Effect.HandOver(handoff.team(), "the procedure comes to a person at " + step, facts));
        over(progress, Status.HANDED_OVER);
    }

    /** Without a step of the procedure that says so. */
    static void handOver(Progress progress, String reason) {
        progress.say(Phrase.HANDED_OVER.in(progress));
        progress.effects.add(new Effect.HandOver(team(progress), reason, whereabouts(progress)));
        over(progress, Status.HANDED_OVER);
    }

    static void fault(Progress progress, String reason) {
        handOver(progress, reason);
    }

    private static void over(Progress progress, Status status) {
        progress.status = status;
        progress.waiting = null;
    }

    private static String fact(Progress progress, String expression) {
        return switch (progress.tools.expressions().evaluate(expression, progress.scope())) {
            case Value.Of(JsonNode json) ->
                progress.tools.forPeople().write(json, progress.tools.bank().languages().getFirst()).orElseGet(json::toString);
            case Value.Fault fault -> "not known";
        };
    }

    private static Map<String, String> whereabouts(Progress progress) {
        if (progress.frames.isEmpty()) {
            return Map.of();
        }
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Procedure", progress.frame().procedure);
        facts.put("Step", progress.frame().node);
        return facts;
    }

    private static String team(Progress progress) {
        return progress.frames.isEmpty()
                ? ""
                : progress.frame().definition.nodes().values().stream()
                        .filter(Node.Handoff.class::isInstance)
                        .map(node -> ((Node.Handoff) node).team())
                        .findFirst()
                        .orElse("");
    }
}
