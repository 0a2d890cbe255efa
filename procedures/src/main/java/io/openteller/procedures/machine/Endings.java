package io.openteller.procedures.machine;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.procedures.definition.Node;
import io.openteller.procedures.expressions.Compiled;
import io.openteller.procedures.expressions.Scope;
import io.openteller.procedures.expressions.Value;
import io.openteller.procedures.expressions.Written;
import io.openteller.procedures.machine.RunState.Ending;
import io.openteller.procedures.machine.RunState.Ending.How;
import io.openteller.procedures.machine.RunState.Status;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How runs end. */
final class Endings {

    private Endings() {}

    static void finish(Progress progress, Node.End.Outcome outcome) {
        progress.effects.add(new Effect.Finish(outcome));
        over(progress, Status.FINISHED);
    }

    static void cancel(Progress progress) {
        if (Amends.first(progress, new Ending(How.CANCELLED, 1, ""))) {
            return;
        }
        boolean done = progress.frames.stream().anyMatch(frame -> Amends.remains(progress, frame.trail, frame.definition));
        progress.say((!done ? Phrase.STOPPED : progress.amends.isEmpty() ? Phrase.STOPPED_AFTER : Phrase.STOPPED_REST).in(progress));
        progress.effects.add(new Effect.Finish(Node.End.Outcome.STOPPED));
        over(progress, Status.CANCELLED);
    }

    /** It was set aside, and nobody came back to it. */
    static void lapse(Progress progress) {
        if (Amends.first(progress, new Ending(How.LAPSED, 1, ""))) {
            return;
        }
        progress.effects.add(new Effect.Finish(Node.End.Outcome.STOPPED));
        over(progress, Status.CANCELLED);
    }

    /** Goes on with an ending before which something was taken back. */
    static void goOn(Progress progress, Ending ending) {
        switch (ending.how()) {
            case CANCELLED -> cancel(progress);
            case LAPSED -> lapse(progress);
            case PERSON -> handOver(progress, ending.reason());
            case NODE -> throw new CannotGoOn("step " + progress.frame().node + " is no end");
        }
    }

    static void handOver(Progress progress, Node.Handoff handoff) {
        if (Amends.first(progress, new Ending(How.NODE, 1, ""))) {
            return;
        }
        Map<String, String> facts = new LinkedHashMap<>(progress.amends);
        handoff.facts().forEach((label, expression) -> facts.put(label, fact(progress, expression, progress.scope()).orElse("not known")));
        switch (progress.tools.templates().write(handoff.text(), progress.scope())) {
            case Written.Text text -> progress.say(text);
            // A person goes on whatever is wrong with the words.
            case Written.Fault fault -> progress.say(Phrase.HANDED_OVER.in(progress));
        }
        String step = progress.frame().procedure + "/" + progress.frame().node;
        progress.effects.add(new Effect.HandOver(handoff.team(), "the procedure comes to a person at " + step, facts));
        over(progress, Status.HANDED_OVER);
    }

    /** Without a step of the procedure that says so: to whom it would have come first from here. */
    static void handOver(Progress progress, String reason) {
        if (Amends.first(progress, new Ending(How.PERSON, 1, reason))) {
            return;
        }
        progress.say(Phrase.HANDED_OVER.in(progress));
        Map<String, String> facts = new LinkedHashMap<>(progress.amends);
        for (FrameNow frame : progress.frames) {
            nearest(frame).ifPresent(handoff -> facts.putAll(known(progress, frame, handoff)));
        }
        if (!progress.frames.isEmpty()) {
            facts.putIfAbsent("Procedure", progress.frame().procedure);
            facts.putIfAbsent("Step", progress.frame().node);
        }
        // What the customer wants is the procedure that was begun, not one that it called.
        String team = progress.frames.isEmpty() ? "" : nearest(progress.frames.getFirst()).map(Node.Handoff::team).orElse("");
        progress.effects.add(new Effect.HandOver(team, reason, facts));
        over(progress, Status.HANDED_OVER);
    }

    private static Optional<Node.Handoff> nearest(FrameNow frame) {
        return Nearest.person(frame.definition, frame.node);
    }

    /** Fixed texts are left out: they say what holds at that handoff, and it has not come to that. */
    private static Map<String, String> known(Progress progress, FrameNow frame, Node.Handoff handoff) {
        Map<String, String> facts = new LinkedHashMap<>();
        handoff.facts().forEach((label, expression) -> {
            boolean fixed = progress.tools.expressions().compile(expression) instanceof Compiled.Expression ready
                    && ready.names().isEmpty();
            if (!fixed) {
                fact(progress, expression, progress.scope(frame, progress.language)).ifPresent(fact -> facts.put(label, fact));
            }
        });
        return facts;
    }

    static void fault(Progress progress, String reason) {
        handOver(progress, reason);
    }

    private static void over(Progress progress, Status status) {
        progress.status = status;
        progress.waiting = null;
        progress.ending = null;
        progress.owed.clear();
    }

    private static Optional<String> fact(Progress progress, String expression, Scope scope) {
        return switch (progress.tools.expressions().evaluate(expression, scope)) {
            case Value.Of(JsonNode json) ->
                progress.tools
                        .forPeople()
                        .write(json, progress.tools.bank().languages().getFirst())
                        .or(() -> json.isNull() ? Optional.empty() : Optional.of(json.toString()));
            case Value.Fault fault -> Optional.empty();
        };
    }
}
