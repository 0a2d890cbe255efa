package io.openteller.platform.rehearsal.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.OperationName;
import io.openteller.platform.rehearsal.internal.TrialViews.Deed;
import io.openteller.platform.rehearsal.internal.TrialViews.Line;
import io.openteller.procedures.machine.Effect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a test run has shown so far, and what it waits for. Used by one thread at a time. */
class TrialNotes {

    private static final ObjectMapper JSON = new ObjectMapper();

    final List<Line> lines = new ArrayList<>();
    final List<Deed> deeds = new ArrayList<>();
    final List<String> offered = new ArrayList<>();
    final List<Effect.Timer> timers = new ArrayList<>();

    /** By their steps: what may have to be taken back. */
    final Map<String, Done> done = new HashMap<>();

    TrialFault fault = TrialFault.NONE;

    record Done(Effect.Perform what, JsonNode output) {}

    String written() {
        ObjectNode node = JSON.createObjectNode().put("fault", fault.name());
        lines.forEach(line -> node.withArray("lines")
                .addObject()
                .put("at", line.at().toString())
                .put("by", line.by())
                .put("text", line.text()));
        deeds.forEach(deed -> node.withArray("deeds")
                .addObject()
                .put("operation", deed.operation())
                .put("outcome", deed.outcome()));
        offered.forEach(node.withArray("offered")::add);
        timers.forEach(timer -> node.withArray("timers")
                .addObject()
                .put("step", timer.step())
                .put("due", timer.due().toString()));
        done.values().forEach(one -> {
            ObjectNode kept = node.withArray("done").addObject();
            kept.put("step", one.what().step()).put("operation", one.what().operation().toString());
            kept.set("input", one.what().input());
            kept.set("output", one.output());
        });
        return node.toString();
    }

    /** @param json that {@link #written} gave */
    static TrialNotes read(String json) {
        JsonNode node;
        try {
            node = JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
        TrialNotes notes = new TrialNotes();
        notes.fault = TrialFault.valueOf(node.path("fault").asText());
        node.path("lines")
                .forEach(one -> notes.lines.add(new Line(
                        Instant.parse(one.path("at").asText()),
                        one.path("by").asText(),
                        one.path("text").asText())));
        node.path("deeds")
                .forEach(one -> notes.deeds.add(
                        new Deed(one.path("operation").asText(), one.path("outcome").asText())));
        node.path("offered").forEach(one -> notes.offered.add(one.asText()));
        node.path("timers")
                .forEach(one -> notes.timers.add(
                        new Effect.Timer(one.path("step").asText(), Instant.parse(one.path("due").asText()))));
        node.path("done").forEach(one -> {
            String step = one.path("step").asText();
            OperationName operation = OperationName.of(one.path("operation").asText());
            notes.done.put(
                    step,
                    new Done(
                            new Effect.Perform(step, operation, (ObjectNode) one.path("input"), null, null, false),
                            one.path("output")));
        });
        return notes;
    }
}
