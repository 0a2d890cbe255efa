package io.openteller.procedures.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.definition.Node;
import io.openteller.procedures.machine.RunState.Change;
import io.openteller.procedures.machine.RunState.Frame;
import io.openteller.procedures.machine.RunState.Grant;
import io.openteller.procedures.machine.RunState.Visit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A frame while an event is worked on. */
final class FrameNow {

    /** More often than this is a loop that nobody meant. */
    private static final int VISITS = 25;

    final String procedure;
    final int version;
    final Definition definition;
    final ObjectNode variables;
    final Map<String, Integer> visits;
    final List<Visit> trail;
    final Map<String, Grant> confirmed;
    final Map<String, Grant> approved;
    String node;

    FrameNow(Frame frame, Definition definition) {
        this.procedure = frame.procedure();
        this.version = frame.version();
        this.definition = definition;
        this.node = frame.node();
        this.variables = JsonNodeFactory.instance.objectNode().setAll(frame.variables());
        this.visits = new HashMap<>(frame.visits());
        this.trail = new ArrayList<>(frame.trail());
        this.confirmed = new HashMap<>(frame.confirmed());
        this.approved = new HashMap<>(frame.approved());
    }

    static FrameNow begin(String procedure, int version, Definition definition) {
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        return new FrameNow(
                new Frame(procedure, version, definition.start(), none, Map.of(), List.of(), Map.of(), Map.of()), definition);
    }

    Frame frame() {
        return new Frame(
                procedure,
                version,
                node,
                JsonNodeFactory.instance.objectNode().setAll(variables),
                visits,
                trail,
                confirmed,
                approved);
    }

    Node node(String id) {
        Node found = definition.nodes().get(id);
        if (found == null) {
            throw new CannotGoOn("there is no step " + id);
        }
        return found;
    }

    Node node() {
        return node(node);
    }

    void enter(String id) {
        if (visits.merge(id, 1, Integer::sum) > VISITS) {
            throw new CannotGoOn("step " + id + " was come to " + VISITS + " times");
        }
        node = id;
        trail.add(Visit.of(id));
    }

    void set(String variable, JsonNode value) {
        Visit now = trail.getLast();
        List<Change> changes = new ArrayList<>(now.changes());
        changes.add(new Change(variable, variables.get(variable)));
        trail.set(trail.size() - 1, new Visit(now.node(), now.answered(), now.effect(), changes, now.inner()));
        variables.set(variable, value);
    }

    void answered() {
        Visit now = trail.getLast();
        trail.set(trail.size() - 1, new Visit(now.node(), true, now.effect(), now.changes(), now.inner()));
    }

    void effect(boolean effect) {
        Visit now = trail.getLast();
        trail.set(trail.size() - 1, new Visit(now.node(), now.answered(), effect, now.changes(), now.inner()));
    }

    /** The procedure that was called is over. */
    void called(Frame inner) {
        Visit now = trail.getLast();
        trail.set(trail.size() - 1, new Visit(now.node(), now.answered(), now.effect(), now.changes(), inner));
    }

    boolean effectSince(int visit) {
        return trail.subList(visit, trail.size()).stream().anyMatch(Visit::effect);
    }

    /** Stands again where it was before that visit, with nothing on its trail since; every agreement lapses. */
    String takeBack(int visit) {
        String from = trail.get(visit).node();
        while (trail.size() > visit) {
            undo(trail.removeLast());
        }
        node = from;
        confirmed.clear();
        approved.clear();
        return from;
    }

    /** Is at that node, without counting it as coming by once more. */
    void standAt(String id) {
        node = id;
        trail.add(Visit.of(id));
    }

    private void undo(Visit visit) {
        for (Change change : visit.changes().reversed()) {
            JsonNode before = change.before();
            if (before == null) {
                variables.remove(change.variable());
            } else {
                variables.set(change.variable(), before);
            }
        }
    }
}
