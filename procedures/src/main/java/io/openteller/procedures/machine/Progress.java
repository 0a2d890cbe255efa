package io.openteller.procedures.machine;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.operations.OperationSpec.Assurance;
import io.openteller.procedures.definition.Node.Edge;
import io.openteller.procedures.definition.Wording;
import io.openteller.procedures.expressions.Scope;
import io.openteller.procedures.expressions.Value;
import io.openteller.procedures.expressions.Written;
import io.openteller.procedures.machine.RunState.Ending;
import io.openteller.procedures.machine.RunState.Owed;
import io.openteller.procedures.machine.RunState.Heard;
import io.openteller.procedures.machine.RunState.Proof;
import io.openteller.procedures.machine.RunState.Status;
import io.openteller.procedures.machine.RunState.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A run while one event is worked on. */
final class Progress {

    /** More steps than this without anybody outside having a say is a loop that nobody meant. */
    private static final int ENTERED = 100;

    final Tools tools;
    final Instant at;
    final String run;
    final List<FrameNow> frames = new ArrayList<>();
    final List<Effect> effects = new ArrayList<>();
    final List<String> path;
    String language;
    Assurance assurance;
    final List<Proof> proven;
    final List<Owed> owed;
    /** What was taken back, and what could not be, in this very step; for the person who goes on. */
    final Map<String, String> amends = new LinkedHashMap<>();
    @Nullable Ending ending;
    int entries;
    @Nullable Waiting waiting;
    Status status;
    Heard heard;
    /** Answers by question that stand although one before them was changed; until something else happens than that. */
    final Map<String, JsonNode> kept = new HashMap<>();
    private int entered;

    Progress(Tools tools, RunState state, Instant at) {
        this.tools = tools;
        this.at = at;
        this.run = state.run();
        this.path = new ArrayList<>(state.path());
        this.language = state.language();
        this.assurance = state.assurance();
        this.proven = new ArrayList<>(state.proven());
        this.owed = new ArrayList<>(state.owed());
        this.ending = state.ending();
        this.entries = state.entries();
        this.waiting = state.waiting();
        this.status = state.status();
        this.heard = state.heard();
    }

    /** @throws CannotGoOn if a definition is gone */
    void open(List<RunState.Frame> stored) {
        stored.forEach(frame -> frames.add(open(frame)));
    }

    FrameNow open(RunState.Frame frame) {
        return new FrameNow(
                frame,
                tools.library()
                        .find(frame.procedure(), frame.version())
                        .orElseThrow(() -> new CannotGoOn("there is no procedure " + frame.procedure() + " " + frame.version())));
    }

    RunState state(List<RunState.Frame> otherwise) {
        List<RunState.Frame> now = frames.isEmpty() ? otherwise : frames.stream().map(FrameNow::frame).toList();
        return new RunState(run, language, assurance, proven, now, owed, ending, entries, waiting, status, path, heard);
    }

    FrameNow frame() {
        return frames.getLast();
    }

    void enter(String node) {
        if (++entered > ENTERED) {
            throw new CannotGoOn("more than " + ENTERED + " steps without an end");
        }
        frame().enter(node);
        path.add(frame().procedure + "/" + node);
    }

    String step() {
        return run + "-" + ++entries;
    }

    void await(String step, Waiting.For what, String said) {
        waiting = new Waiting(step, what, 1, said);
    }

    void timer(String step, @Nullable Duration within) {
        if (within != null) {
            effects.add(new Effect.Timer(step, at.plus(within)));
        }
    }

    Scope scope() {
        return scope(language);
    }

    Scope scope(String inLanguage) {
        return scope(frame(), inLanguage);
    }

    Scope scope(FrameNow of, String inLanguage) {
        return new Scope(of.variables, inLanguage, assurance, at, heard.message(), Receipt.of(run), null);
    }

    JsonNode evaluate(String expression) {
        return evaluate(expression, scope());
    }

    JsonNode evaluate(String expression, Scope scope) {
        return switch (tools.expressions().evaluate(expression, scope)) {
            case Value.Of(JsonNode json) -> json;
            case Value.Fault(String message) ->
                throw new CannotGoOn("at step " + frame().node + ": " + expression + ": " + message);
        };
    }

    boolean truth(String expression) {
        JsonNode value = evaluate(expression);
        if (!value.isBoolean()) {
            throw new CannotGoOn("at step " + frame().node + ": " + expression + " is neither true nor false");
        }
        return value.booleanValue();
    }

    Written.Text write(Wording wording) {
        return write(wording, scope());
    }

    Written.Text write(Wording wording, Scope scope) {
        return switch (tools.templates().write(wording, scope)) {
            case Written.Text text -> text;
            case Written.Fault(String message) -> throw new CannotGoOn("at step " + frame().node + ": its text: " + message);
        };
    }

    void say(Written.Text text) {
        if (!text.text().isBlank()) {
            effects.add(new Effect.Say(text.text(), text.evidence()));
        }
    }

    void say(String text) {
        effects.add(new Effect.Say(text, List.of()));
    }

    /** As the customer would write it. */
    Optional<String> shown(JsonNode value) {
        return tools.forPeople().write(value, language);
    }

    /** Where to go on when it does not go as planned. */
    String edge(Edge edge) {
        String next = frame().node().on().get(edge);
        if (next == null) {
            throw new CannotGoOn("step " + frame().node + " says nothing about " + edge);
        }
        return next;
    }
}
