package io.openteller.procedures.machine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.OperationName;
import io.openteller.operations.OperationSpec.Assurance;
import io.openteller.procedures.definition.Node.Verify.Method;
import io.openteller.procedures.machine.RunState.Change;
import io.openteller.procedures.machine.RunState.Ending;
import io.openteller.procedures.machine.RunState.Frame;
import io.openteller.procedures.machine.RunState.Grant;
import io.openteller.procedures.machine.RunState.Heard;
import io.openteller.procedures.machine.RunState.Owed;
import io.openteller.procedures.machine.RunState.Proof;
import io.openteller.procedures.machine.RunState.Status;
import io.openteller.procedures.machine.RunState.Visit;
import io.openteller.procedures.machine.RunState.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Run states as JSON, and back. The same state is always the same text. */
public final class RunStates {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RunStates() {}

    public static String write(RunState state) {
        ObjectNode node = JSON.createObjectNode();
        node.put("run", state.run());
        node.put("language", state.language());
        node.put("assurance", state.assurance().name());
        ArrayNode proven = node.putArray("proven");
        state.proven().forEach(proof -> proven.addObject()
                .put("level", proof.level().name())
                .put("method", proof.method().name()));
        if (!state.owed().isEmpty()) {
            ArrayNode owed = node.putArray("owed");
            state.owed().forEach(one -> owed.addObject()
                    .put("step", one.step())
                    .put("operation", one.operation().toString())
                    .put("depth", one.depth()));
        }
        Ending ending = state.ending();
        if (ending != null) {
            node.putObject("ending")
                    .put("how", ending.how().name())
                    .put("depth", ending.depth())
                    .put("reason", ending.reason());
        }
        node.put("entries", state.entries());
        node.put("status", state.status().name());
        Waiting waiting = state.waiting();
        if (waiting != null) {
            node.putObject("waiting")
                    .put("step", waiting.step())
                    .put("what", waiting.what().name())
                    .put("attempt", waiting.attempt())
                    .put("said", waiting.said());
        }
        node.putObject("heard")
                .put("message", state.heard().message())
                .put("unread", state.heard().unread())
                .put("at", state.heard().at().toString());
        ArrayNode path = node.putArray("path");
        state.path().forEach(path::add);
        ArrayNode frames = node.putArray("frames");
        state.frames().forEach(frame -> frames.add(write(frame)));
        return node.toString();
    }

    /** @throws IllegalArgumentException if {@link #write} did not write it */
    public static RunState read(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            JsonNode heard = node.path("heard");
            return new RunState(
                    text(node, "run"),
                    text(node, "language"),
                    Assurance.valueOf(text(node, "assurance")),
                    list(
                            node.path("proven"),
                            one -> new Proof(Assurance.valueOf(text(one, "level")), Method.valueOf(text(one, "method")))),
                    list(node.path("frames"), RunStates::frame),
                    list(
                            node.path("owed"),
                            one -> new Owed(
                                    text(one, "step"),
                                    OperationName.of(text(one, "operation")),
                                    one.path("depth").intValue())),
                    ending(node.get("ending")),
                    node.path("entries").intValue(),
                    waiting(node.get("waiting")),
                    Status.valueOf(text(node, "status")),
                    list(node.path("path"), JsonNode::textValue),
                    new Heard(text(heard, "message"), text(heard, "unread"), Instant.parse(text(heard, "at"))));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("not the state of a run", broken);
        }
    }

    private static @Nullable Ending ending(@Nullable JsonNode node) {
        return node == null
                ? null
                : new Ending(
                        Ending.How.valueOf(text(node, "how")), node.path("depth").intValue(), text(node, "reason"));
    }

    private static @Nullable Waiting waiting(@Nullable JsonNode node) {
        return node == null
                ? null
                : new Waiting(
                        text(node, "step"),
                        Waiting.For.valueOf(text(node, "what")),
                        node.path("attempt").intValue(),
                        text(node, "said"));
    }

    private static ObjectNode write(Frame frame) {
        ObjectNode node = JSON.createObjectNode();
        node.put("procedure", frame.procedure());
        node.put("version", frame.version());
        node.put("node", frame.node());
        node.set("variables", frame.variables());
        ObjectNode visits = node.putObject("visits");
        new TreeMap<>(frame.visits()).forEach(visits::put);
        ArrayNode trail = node.putArray("trail");
        for (Visit visit : frame.trail()) {
            ObjectNode one = trail.addObject().put("node", visit.node());
            one.put("answered", visit.answered()).put("effect", visit.effect());
            Frame inner = visit.inner();
            if (inner != null) {
                one.set("inner", write(inner));
            }
            ArrayNode changes = one.putArray("changes");
            for (Change change : visit.changes()) {
                ObjectNode changed = changes.addObject().put("variable", change.variable());
                if (change.before() != null) {
                    changed.set("before", change.before());
                }
            }
        }
        write(node.putObject("confirmed"), frame.confirmed());
        write(node.putObject("approved"), frame.approved());
        return node;
    }

    private static void write(ObjectNode node, Map<String, Grant> grants) {
        new TreeMap<>(grants).forEach((operation, grant) -> node.putObject(operation)
                .put("step", grant.step())
                .put("given", grant.given())
                .put("again", grant.again())
                .set("input", grant.input()));
    }

    private static Frame frame(JsonNode node) {
        Map<String, Integer> visits = new TreeMap<>();
        node.path("visits").properties().forEach(entry -> visits.put(entry.getKey(), entry.getValue().intValue()));
        return new Frame(
                text(node, "procedure"),
                node.path("version").intValue(),
                text(node, "node"),
                (ObjectNode) node.path("variables"),
                visits,
                list(node.path("trail"), RunStates::visit),
                grants(node.path("confirmed")),
                grants(node.path("approved")));
    }

    private static Visit visit(JsonNode node) {
        JsonNode inner = node.get("inner");
        return new Visit(
                text(node, "node"),
                node.path("answered").booleanValue(),
                node.path("effect").booleanValue(),
                list(node.path("changes"), one -> new Change(text(one, "variable"), one.get("before"))),
                inner == null ? null : frame(inner));
    }

    private static Map<String, Grant> grants(JsonNode node) {
        Map<String, Grant> grants = new TreeMap<>();
        node.properties()
                .forEach(entry -> grants.put(
                        entry.getKey(),
                        new Grant(
                                text(entry.getValue(), "step"),
                                (ObjectNode) entry.getValue().path("input"),
                                entry.getValue().path("given").booleanValue(),
                                entry.getValue().path("again").intValue())));
        return grants;
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> each) {
        List<T> list = new ArrayList<>();
        array.forEach(node -> list.add(each.apply(node)));
        return list;
    }

    private static String text(JsonNode node, String field) {
        String text = node.path(field).textValue();
        if (text == null) {
            throw new IllegalArgumentException("the state of a run has no " + field);
        }
        return text;
    }
}
