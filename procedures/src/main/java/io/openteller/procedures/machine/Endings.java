package io.openteller.procedures.machine;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.procedures.definition.Edges;
import io.openteller.procedures.definition.Node;
import io.openteller.procedures.expressions.Scope;
import io.openteller.procedures.expressions.Value;
import io.openteller.procedures.expressions.Written;
import io.openteller.procedures.machine.RunState.Status;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        progress.effects.add(new Effect.HandOver(team(progress), reason, known(progress)));
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
        return told(progress, expression, progress.scope()).orElse("not known");
    }

    private static Optional<String> told(Progress progress, String expression, Scope scope) {
        return switch (progress.tools.expressions().evaluate(expression, scope)) {
            case Value.Of(JsonNode json) -> Optional.of(
                    progress.tools.forPeople().write(json, progress.tools.bank().languages().getFirst()).orElseGet(json::toString));
            case Value.Fault fault -> Optional.empty();
        };
    }

    /** Where it stands, and what the handoffs nearest to it in each procedure would tell, as far as it is known. */
    private static Map<String, String> known(Progress progress) {
        if (progress.frames.isEmpty()) {
            return Map.of();
        }
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Procedure", progress.frame().procedure);
        facts.put("Step", progress.frame().node);
        for (FrameNow frame : progress.frames) {
            Scope scope = progress.scope(frame, progress.language);
            nearest(frame).ifPresent(handoff -> handoff.facts().forEach(
                    (label, expression) -> told(progress, expression, scope).ifPresent(fact -> facts.put(label, fact))));
        }
        return facts;
    }

    /** Of the procedure that was begun, not of one that it calls: that is what the customer wants. */
    private static String team(Progress progress) {
        return progress.frames.isEmpty()
                ? ""
                : nearest(progress.frames.getFirst()).map(Node.Handoff::team).orElse("");
    }

    private static Optional<Node.Handoff> nearest(FrameNow frame) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(frame.node));
        while (!open.isEmpty()) {
            String id = open.poll();
            Node node = frame.definition.nodes().get(id);
            if (node instanceof Node.Handoff handoff) {
                return Optional.of(handoff);
            }
            if (node != null && seen.add(id)) {
                Edges.of(node).forEach(way -> open.add(way.to()));
            }
        }
        return Optional.empty();
    }
}
