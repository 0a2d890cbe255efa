package io.openteller.procedures.machine;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.definition.Node;
import io.openteller.procedures.definition.Node.Edge;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Into another procedure and back. One that the customer stopped comes back by the edge for a no. */
final class Subflows {

    /** Procedures that call one another without end are a fault. */
    private static final int DEEPEST = 8;

    String enter(Progress progress, Node.Subflow subflow) {
        if (progress.frames.size() >= DEEPEST) {
            throw new CannotGoOn("procedures call one another more than " + DEEPEST + " deep");
        }
        Library library = progress.tools.library();
        OptionalInt version = library.current(subflow.procedure());
        Definition definition = version.isEmpty()
                ? null
                : library.find(subflow.procedure(), version.getAsInt()).orElse(null);
        if (definition == null) {
            throw new CannotGoOn("there is no procedure " + subflow.procedure());
        }
        Map<String, JsonNode> inputs = new LinkedHashMap<>();
        subflow.with().forEach((input, expression) -> inputs.put(input, progress.evaluate(expression)));
        FrameNow inner = FrameNow.begin(subflow.procedure(), version.getAsInt(), definition);
        inputs.forEach(inner.variables::set);
        progress.frames.add(inner);
        return definition.start();
    }

    @Nullable String end(Progress progress, Node.End end) {
        int depth = progress.frames.size();
        boolean stopped = end.outcome() == Node.End.Outcome.STOPPED;
        if (stopped && Amends.first(progress, new RunState.Ending(RunState.Ending.How.NODE, depth, ""))) {
            return null;
        }
        if (end.text() != null) {
            progress.say(progress.write(end.text()));
        }
        if (progress.frames.size() == 1) {
            Endings.finish(progress, end.outcome());
            return null;
        }
        Amends.pass(progress, depth);
        FrameNow inner = progress.frames.removeLast();
        FrameNow outer = progress.frame();
        if (!(outer.node() instanceof Node.Subflow subflow)) {
            throw new CannotGoOn("step " + outer.node + " did not call " + inner.procedure);
        }
        subflow.into().forEach((ours, theirs) -> {
            JsonNode value = inner.variables.get(theirs);
            if (value != null) {
                outer.set(ours, value);
            }
        });
        outer.called(inner.frame());
        if (inner.effectSince(0)) {
            outer.effect(true);
        }
        return stopped ? progress.edge(Edge.DECLINED) : subflow.next();
    }
}
