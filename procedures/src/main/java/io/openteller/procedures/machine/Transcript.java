package io.openteller.procedures.machine;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.procedures.machine.RunState.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One conversation with a procedure, for tests, test runs and replays: what happens outside comes from a {@link World}, at
 * once; time passes only where it is told to. For one thread.
 */
public final class Transcript {

    /** A line of the conversation; {@code NOTE} is what the customer does not see. */
    public record Line(Who who, String text) {
        /** Whose. */
        public enum Who {
            CUSTOMER,
            ASSISTANT,
            NOTE
        }

        @Override
        public String toString() {
            return who.name().toLowerCase(java.util.Locale.ROOT) + ": " + text;
        }
    }

    private final Machine machine;
    private final World world;
    private final List<Line> lines = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private final Map<String, Done> done = new HashMap<>();
    private final List<Effect.Timer> timers = new ArrayList<>();
    private RunState state;
    private Instant now;

    private Transcript(Machine machine, World world, Instant now, RunState state) {
        this.machine = machine;
        this.world = world;
        this.now = now;
        this.state = state;
    }

    public static Transcript begin(Machine machine, World world, Start start) {
        Step first = machine.start(start);
        Transcript transcript = new Transcript(machine, world, start.at(), first.state());
        if (!start.message().isEmpty()) {
            transcript.note(Line.Who.CUSTOMER, start.message());
        }
        transcript.settle(first);
        return transcript;
    }

    /** The customer writes. */
    public Transcript says(String message) {
        note(Line.Who.CUSTOMER, message);
        return on(new Event.Message(now, message, world.understand(message)));
    }

    /** The customer presses yes or no on the card that is shown. Nothing happens if there is none. */
    public Transcript presses(boolean accepted) {
        RunState.Waiting waiting = state.waiting();
        if (waiting == null || waiting.what() != RunState.Waiting.For.CONFIRMATION) {
            return this;
        }
        note(Line.Who.CUSTOMER, accepted ? "[confirms]" : "[declines]");
        return on(new Event.Confirmed(now, waiting.step(), accepted));
    }

    /** Something happens at the bank. */
    public Transcript occurs(String event, JsonNode data) {
        note(Line.Who.NOTE, event);
        return on(new Event.Occurred(now, event, data));
    }

    /** Time passes; whatever is due on the way happens. */
    public Transcript passes(Duration time) {
        Instant until = now.plus(time);
        for (Optional<Effect.Timer> next = due(until); next.isPresent(); next = due(until)) {
            timers.remove(next.get());
            if (next.get().due().isAfter(now)) {
                now = next.get().due();
            }
            on(new Event.TimerRang(now, next.get().step()));
        }
        now = until;
        return this;
    }

    /** What the customer was set aside for is over. */
    public Transcript resumes() {
        return on(new Event.Resumed(now));
    }

    public Transcript on(Event event) {
        settle(machine.on(state, event));
        return this;
    }

    public RunState state() {
        return state;
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** Everything that was wanted, in its order. */
    public List<Effect> effects() {
        return List.copyOf(effects);
    }

    /** What the customer was told since they last wrote. */
    public List<String> told() {
        int last = 0;
        for (int at = 0; at < lines.size(); at++) {
            last = lines.get(at).who() == Line.Who.CUSTOMER ? at + 1 : last;
        }
        return lines.subList(last, lines.size()).stream()
                .filter(line -> line.who() == Line.Who.ASSISTANT)
                .map(Line::text)
                .toList();
    }

    /** The nodes that were entered, without the procedure's name. */
    public List<String> path() {
        return state.path().stream()
                .map(entry -> entry.substring(entry.indexOf('/') + 1))
                .toList();
    }

    private void settle(Step step) {
        Deque<Step> steps = new ArrayDeque<>(List.of(step));
        while (!steps.isEmpty()) {
            Step next = steps.removeFirst();
            state = next.state();
            for (Effect effect : next.effects()) {
                effects.add(effect);
                answer(effect).ifPresent(event -> steps.addLast(machine.on(state, event)));
            }
        }
    }

    private Optional<Event> answer(Effect effect) {
        return switch (effect) {
            case Effect.Say say -> note(Line.Who.ASSISTANT, say.text());
            case Effect.Offer offer -> note(Line.Who.ASSISTANT, String.join(" | ", offer.labels()));
            case Effect.Confirm confirm -> note(
                    Line.Who.ASSISTANT,
                    "[" + confirm.operation() + " " + confirm.input() + "]" + (confirm.text() == null ? "" : " " + confirm.text()));
            case Effect.Settle settle -> Optional.of(new Event.Confirmed(now, settle.step(), settle.accepted()));
            case Effect.Timer timer -> {
                timers.add(timer);
                yield Optional.empty();
            }
            case Effect.Perform perform -> {
                note(Line.Who.NOTE, perform.operation() + " " + perform.input());
                Event.Result result = world.perform(perform.operation(), perform.input());
                if (result instanceof Event.Result.Done(JsonNode output)) {
                    done.put(perform.step(), new Done(perform, output));
                }
                yield Optional.of(new Event.Performed(now, perform.step(), result));
            }
            case Effect.Compensate compensate -> {
                List<String> left = compensate.steps().stream().filter(step -> !takenBack(step)).toList();
                yield Optional.of(new Event.Compensated(now, compensate.step(), left));
            }
            case Effect.Verify verify -> {
                note(Line.Who.NOTE, "verify " + verify.level());
                yield Optional.of(new Event.Verified(now, verify.step(), world.verify(verify)));
            }
            case Effect.Approve approve -> {
                note(Line.Who.NOTE, "approve " + approve.operation() + " " + approve.input());
                yield Optional.of(new Event.Approved(now, approve.step(), world.approve(approve)));
            }
            case Effect.AnswerElsewhere elsewhere -> {
                note(Line.Who.ASSISTANT, world.answer(elsewhere.message()));
                yield note(Line.Who.ASSISTANT, elsewhere.reminder());
            }
            case Effect.SetAside aside -> note(Line.Who.NOTE, "set aside for " + aside.procedure());
            case Effect.HandOver over -> note(Line.Who.NOTE, "to a person, " + over.team() + ": " + over.reason());
            case Effect.Finish finish -> note(Line.Who.NOTE, "finished " + finish.outcome());
        };
    }

    private record Done(Effect.Perform what, JsonNode output) {}

    private boolean takenBack(String step) {
        Done one = done.get(step);
        note(Line.Who.NOTE, "take back " + (one == null ? step : one.what().operation()));
        return one != null
                && one.what()
                        .takenBack(one.output())
                        .filter(by -> world.perform(by.operation(), by.input()) instanceof Event.Result.Done)
                        .isPresent();
    }

    private Optional<Event> note(Line.Who who, String text) {
        lines.add(new Line(who, text));
        return Optional.empty();
    }

    private Optional<Effect.Timer> due(Instant until) {
        return state.status() == Status.RUNNING || state.status() == Status.SET_ASIDE
                ? timers.stream().filter(timer -> !timer.due().isAfter(until)).min(Comparator.comparing(Effect.Timer::due))
                : Optional.empty();
    }
}
