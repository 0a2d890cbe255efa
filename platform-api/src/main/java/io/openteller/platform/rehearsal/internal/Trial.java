package io.openteller.platform.rehearsal.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.platform.rehearsal.internal.TrialViews.Deed;
import io.openteller.platform.rehearsal.internal.TrialViews.Line;
import io.openteller.procedures.machine.Effect;
import io.openteller.procedures.machine.Event;
import io.openteller.procedures.machine.Machine;
import io.openteller.procedures.machine.RunState;
import io.openteller.procedures.machine.Start;
import io.openteller.procedures.machine.Step;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One procedure being tried out. The bank is asked at once; identity, agreement and time come when the tester says so. Used by
 * one thread at a time.
 */
class Trial {

    private final UUID id;
    private final Machine machine;
    private final Bank bank;
    private final TrialNotes notes;
    private RunState state;

    /** Goes on with one that was kept. */
    Trial(UUID id, Machine machine, Bank bank, RunState state, TrialNotes notes) {
        this.id = id;
        this.machine = machine;
        this.bank = bank;
        this.state = state;
        this.notes = notes;
    }

    Trial(Machine machine, Bank bank, Start start) {
        this.id = UUID.randomUUID();
        this.machine = machine;
        this.bank = bank;
        this.notes = new TrialNotes();
        if (!start.message().isEmpty()) {
            notes.lines.add(new Line(start.at(), "CUSTOMER", start.message()));
        }
        Step first = machine.start(start);
        this.state = first.state();
        settle(first, start.at());
    }

    /** The bank that it is tried on. */
    interface Bank {
        Event.Result perform(Effect.Perform wanted, TrialFault fault);

        /** What the assistant would say to a question that is no part of the procedure. */
        String answer(String message);
    }

    UUID id() {
        return id;
    }

    RunState state() {
        return state;
    }

    TrialNotes notes() {
        return notes;
    }

    TrialFault fault() {
        return notes.fault;
    }

    List<Line> lines() {
        return List.copyOf(notes.lines);
    }

    /** What the customer wrote so far, oldest first. */
    List<String> said() {
        return notes.lines.stream().filter(line -> line.by().equals("CUSTOMER")).map(Line::text).toList();
    }

    List<Deed> deeds() {
        return List.copyOf(notes.deeds);
    }

    List<String> offered() {
        return List.copyOf(notes.offered);
    }

    void fails(TrialFault next) {
        notes.fault = next;
    }

    void says(String text, Event.Understood understood, Instant at) {
        notes.lines.add(new Line(at, "CUSTOMER", text));
        on(new Event.Message(at, text, understood));
    }

    /** @return false if nothing waits for that */
    boolean decides(String what, boolean yes, Instant at) {
        RunState.Waiting waiting = state.waiting();
        if (waiting == null || !waiting.what().name().equals(what)) {
            return false;
        }
        on(switch (waiting.what()) {
            case IDENTITY -> new Event.Verified(at, waiting.step(), yes);
            case CONFIRMATION -> new Event.Confirmed(at, waiting.step(), yes);
            default -> new Event.Approved(at, waiting.step(), yes);
        });
        return true;
    }

    /** The next thing that time brings happens. @return false if nothing is due ever */
    boolean timePasses() {
        Optional<Effect.Timer> next = notes.timers.stream()
                .filter(timer -> state.waiting() != null && timer.step().equals(state.waiting().step()))
                .min(Comparator.comparing(Effect.Timer::due));
        next.ifPresent(timer -> {
            notes.timers.remove(timer);
            on(new Event.TimerRang(timer.due(), timer.step()));
        });
        return next.isPresent();
    }

    private void on(Event event) {
        notes.offered.clear();
        settle(machine.on(state, event), event.at());
    }

    private void settle(Step step, Instant at) {
        Deque<Step> steps = new ArrayDeque<>(List.of(step));
        while (!steps.isEmpty()) {
            Step next = steps.removeFirst();
            state = next.state();
            for (Effect effect : next.effects()) {
                Event answer = carriedOut(effect, at);
                if (answer != null) {
                    steps.addLast(machine.on(state, answer));
                }
            }
        }
    }

    private @Nullable Event carriedOut(Effect effect, Instant at) {
        switch (effect) {
            case Effect.Say say -> notes.lines.add(new Line(at, "ASSISTANT", say.text()));
            case Effect.Offer offer -> notes.offered.addAll(offer.labels());
            case Effect.Confirm confirm -> card(confirm.operation().toString(), confirm.input(), confirm.text(), at);
            case Effect.Approve approve -> card(approve.operation().toString(), approve.input(), approve.text(), at);
            case Effect.Timer timer -> notes.timers.add(timer);
            case Effect.AnswerElsewhere elsewhere -> {
                notes.lines.add(new Line(at, "ASSISTANT", bank.answer(elsewhere.message())));
                notes.lines.add(new Line(at, "ASSISTANT", elsewhere.reminder()));
            }
            case Effect.Verify verify -> notes.lines.add(new Line(at, "NOTE", "asks for identity: " + verify.level()));
            case Effect.SetAside aside -> notes.lines.add(new Line(at, "NOTE", "set aside for " + aside.procedure()));
            case Effect.HandOver over ->
                notes.lines.add(new Line(at, "NOTE", "a person goes on (" + over.team() + "): " + over.reason()));
            case Effect.Finish finish -> notes.lines.add(new Line(at, "NOTE", "over: " + finish.outcome()));
            case Effect.Settle settle -> {
                return new Event.Confirmed(at, settle.step(), settle.accepted());
            }
            case Effect.Perform perform -> {
                return new Event.Performed(at, perform.step(), performed(perform));
            }
            case Effect.Compensate compensate -> {
                notes.lines.add(new Line(at, "NOTE", "takes back what was done"));
                List<String> left = compensate.steps().stream().filter(step -> !takenBack(step)).toList();
                return new Event.Compensated(at, compensate.step(), left);
            }
        }
        return null;
    }

    private Event.Result performed(Effect.Perform wanted) {
        Event.Result result = bank.perform(wanted, notes.fault);
        notes.deeds.add(new Deed(wanted.operation().toString(), inWords(result)));
        if (result instanceof Event.Result.Done(JsonNode output)) {
            wanted.takenBack(output).ifPresent(by -> notes.undoing.put(wanted.step(), by));
        }
        return result;
    }

    private boolean takenBack(String step) {
        Effect.Perform by = notes.undoing.get(step);
        return by != null && performed(by) instanceof Event.Result.Done;
    }

    private void card(String operation, ObjectNode input, @Nullable String text, Instant at) {
        notes.lines.add(new Line(at, "CARD", operation + " " + input + (text == null ? "" : "\n" + text)));
    }

    private static String inWords(Event.Result result) {
        return switch (result) {
            case Event.Result.Done done -> "done";
            case Event.Result.Refused(String reason) -> "refused: " + reason;
            case Event.Result.Failed(String cause) -> "failed: " + cause;
            case Event.Result.TimedOut none -> "no answer in time";
        };
    }
}
