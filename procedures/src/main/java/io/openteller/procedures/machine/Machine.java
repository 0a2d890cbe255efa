package io.openteller.procedures.machine;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.expressions.Bank;
import io.openteller.procedures.expressions.Expressions;
import io.openteller.procedures.machine.RunState.Heard;
import io.openteller.procedures.machine.RunState.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How runs go on. Never throws for anything that a definition, a customer or a bank does: what cannot go on is handed over to
 * a person. Safe for any thread.
 */
public final class Machine {

    private final Tools tools;
    private final Walk walk;
    private final Talk talk;

    /** @param expressions of the bank's zone; costly to make, so one is shared */
    public Machine(Library library, Bank bank, Expressions expressions) {
        this.tools = Tools.of(library, bank, expressions);
        this.walk = new Walk();
        this.talk = new Talk(walk);
    }

    public Step start(Start start) {
        RunState nowhere = new RunState(
                start.run(),
                start.language(),
                start.assurance(),
                List.of(),
                List.of(),
                List.of(),
                null,
                0,
                null,
                Status.RUNNING,
                List.of(),
                new Heard(start.message(), start.message(), start.at()));
        return step(nowhere, start.at(), progress -> {
            Definition definition = tools.library()
                    .find(start.procedure(), start.version())
                    .orElseThrow(() -> new CannotGoOn("there is no procedure " + start.procedure() + " " + start.version()));
            FrameNow frame = FrameNow.begin(start.procedure(), start.version(), definition);
            progress.frames.add(frame);
            for (Map.Entry<String, JsonNode> input : start.inputs().properties()) {
                if (definition.inputs().containsKey(input.getKey())) {
                    frame.variables.set(input.getKey(), input.getValue());
                }
            }
            walk.go(progress, definition.start());
        });
    }

    /** @return the same state and nothing to do for what comes too late, or comes again */
    public Step on(RunState state, Event event) {
        boolean over = state.status() != Status.RUNNING && state.status() != Status.SET_ASIDE;
        if (over || !concerns(state, event)) {
            return new Step(state, List.of());
        }
        return step(state, event.at(), progress -> {
            progress.open(state.frames());
            switch (event) {
                case Event.Message message -> talk.hear(progress, message);
                case Event.Resumed resumed -> talk.resume(progress);
                case Event.Performed performed -> walk.performed(progress, performed.result());
                case Event.Compensated compensated -> walk.compensated(progress, compensated.left());
                case Event.Verified verified -> walk.verified(progress, verified);
                case Event.Unproven unproven -> walk.unproven(progress);
                case Event.Confirmed confirmed -> walk.confirmed(progress, confirmed.accepted());
                case Event.Approved approved -> walk.approved(progress, approved.agreed());
                case Event.Occurred occurred -> walk.occurred(progress);
                case Event.TimerRang rang -> walk.timeUp(progress);
            }
        });
    }

    private static boolean concerns(RunState state, Event event) {
        return switch (event) {
            case Event.Message message -> true;
            case Event.Resumed resumed -> state.status() == Status.SET_ASIDE;
            case Event.Performed performed -> waits(state, performed.step(), RunState.Waiting.For.OPERATION);
            case Event.Compensated compensated -> waits(state, compensated.step(), RunState.Waiting.For.OPERATION);
            case Event.Verified verified -> waits(state, verified.step(), RunState.Waiting.For.IDENTITY);
            case Event.Unproven unproven -> waits(state, unproven.step(), RunState.Waiting.For.IDENTITY);
            case Event.Confirmed confirmed -> waits(state, confirmed.step(), RunState.Waiting.For.CONFIRMATION);
            case Event.Approved approved -> waits(state, approved.step(), RunState.Waiting.For.APPROVAL);
            case Event.Occurred occurred ->
                state.waiting() != null && state.waiting().what() == RunState.Waiting.For.EVENT
                        && occurred.event().equals(state.waiting().said());
            case Event.TimerRang rang -> state.waiting() != null && state.waiting().step().equals(rang.step())
                    && state.waiting().what() != RunState.Waiting.For.OPERATION;
        };
    }

    private static boolean waits(RunState state, String step, RunState.Waiting.For what) {
        return state.waiting() != null
                && state.waiting().what() == what
                && state.waiting().step().equals(step);
    }

    private Step step(RunState state, Instant at, Consumer<Progress> work) {
        Progress progress = new Progress(tools, state, at);
        try {
            work.accept(progress);
        } catch (CannotGoOn fault) {
            Endings.fault(progress, fault.reason());
        } catch (RuntimeException | StackOverflowError surprise) {
            // A fault of this program; the customer is better off with a person than with nothing.
            Endings.fault(progress, "a fault of the platform: " + surprise.getClass().getSimpleName());
        }
        return new Step(progress.state(state.frames()), progress.effects);
    }
}
