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
    /** By step: the call that takes back what was done there. */
    final Map<String, Effect.Perform> undoing = new HashMap<>();

    TrialFault fault = TrialFault.NONE;

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
        undoing.forEach((step, by) -> node.withArray("undoing")
                .addObject()
                .put("step", step)
                .put("by", by.step())
                .put("operation", by.operation().toString())
                .set("input", by.input()));
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
        node.path("undoing")
                .forEach(one -> notes.undoing.put(
                        one.path("step").asText(),
                        new Effect.Perform(
                                one.path("by").asText(),
                                OperationName.of(one.path("operation").asText()),
                                (ObjectNode) one.path("input"),
                                null,
                                null,
                                false)));
        return notes;
    }
}
