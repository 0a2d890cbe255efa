package io.openteller.platform.workflow.internal.runs;

import io.openteller.procedures.machine.Effect;
import io.openteller.procedures.machine.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as it is stored.
 *
 * @param calls ids of calls that were confirmed or approved and are still to be made, by operation and arguments
 * @param untold oldest first
 * @param events how many happened to it
 * @param fence grows with every change; one with an older fence is refused
 * @param timed whether a timer is set
 * @param busy whether somebody else leads it on at the moment
 * @param alone whether it is led without a turn, so that what it has to say needs one
 * @param now by the database's clock, when this was read
 */
record Run(
        UUID id,
        UUID conversation,
        String procedure,
        int version,
        Status status,
        RunState state,
        @Nullable Todo todo,
        Map<String, String> calls,
        List<Output> untold,
        long events,
        long fence,
        boolean timed,
        boolean busy,
        boolean alone,
        Instant now) {

    /** How a run stands. */
    enum Status {
        OPEN,
        /** Another procedure goes first. */
        ASIDE,
        FINISHED,
        HANDED_OVER,
        CANCELLED;

        static Status of(RunState state) {
            return switch (state.status()) {
                case RUNNING -> OPEN;
                case SET_ASIDE -> ASIDE;
                case FINISHED -> FINISHED;
                case HANDED_OVER -> HANDED_OVER;
                case CANCELLED -> CANCELLED;
            };
        }
    }

    Run with(Todo wanted) {
        return new Run(
                id,
                conversation,
                procedure,
                version,
                status,
                state,
                wanted,
                Calls.after(calls, wanted.effect(), wanted.callId()),
                untold,
                events,
                fence,
                timed,
                busy,
                alone,
                now);
    }

    /** Whether there is something to do for which nobody has to be waited for. */
    boolean goesOn() {
        return (status == Status.OPEN || takesBack()) && todo != null && todo.hold() == Todo.Hold.NONE;
    }

    /** Whether what was done is being taken back, which it is whoever has the conversation. */
    boolean takesBack() {
        return todo != null
                && todo.effect() instanceof Effect.Compensate
                && (status == Status.OPEN || status == Status.ASIDE);
    }
}
