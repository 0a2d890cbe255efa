package io.openteller.platform.workflow.internal.runs;

import io.openteller.platform.banking.BankOperations.Session;
import io.openteller.platform.coordination.Leases;
import io.openteller.platform.coordination.Leases.InHand;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.procedures.machine.Effect;
import io.openteller.procedures.machine.Event;
import io.openteller.procedures.machine.RunState;
import io.openteller.procedures.machine.Step;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads a run from event to event. Each event is committed with the state it leads to and with what is to be done, under a
 * fence; what is to be done is done after that, under an id that is the same on every try. Whoever is overtaken meanwhile
 * gets {@link Overtaken}, and nothing of what they found out is kept.
 */
@Singleton
class Leading {

    private static final Logger log = LoggerFactory.getLogger(Leading.class);

    /** Longer than the slowest call of the bank, with what is around it. */
    static final Duration LEASE = Duration.ofSeconds(15);

    private final TenantDatabase database;
    private final Course course;
    private final Deeds deeds;
    private final Leases leases;
    private final InHand<Led> inHand;

    Leading(TenantDatabase database, Course course, Deeds deeds, Leases leases) {
        this.database = database;
        this.course = course;
        this.deeds = deeds;
        this.leases = leases;
        this.inHand = leases.held("run", this::letGo);
    }

    /** A run that a thread of this process leads, whether or not for a turn. */
    private static final class Led {
        /** As it was committed last. */
        private volatile Run at;

        private Led(Run at) {
            this.at = at;
        }
    }

    /** One that a turn waits for is left to whoever answers that turn next. */
    private void letGo(Led led) {
        Run run = led.at;
        if (database.inTransaction(sql -> RunSql.letGo(sql, run))) {
            log.info("run given back run={}", run.id());
        }
    }

    /** Goes on until somebody has to be waited for, it is over, or the time is. */
    Run onward(Run run, Session session, Duration within) {
        Led led = new Led(run);
        return inHand.during(led, () -> onward(led, session, within));
    }

    private Run onward(Led led, Session session, Duration within) {
        long end = System.nanoTime() + within.toNanos();
        Session now = session;
        while (led.at.goesOn()) {
            Todo todo = Objects.requireNonNull(led.at.todo());
            if (leases.areGivenBack() || System.nanoTime() - end >= 0) {
                // Somebody else may go on with it at once; a step that was just committed has taken the lease anew.
                return hold(led.at, new Deed.Waits(todo, List.of(), Duration.ZERO));
            }
            Deed deed = deeds.carryOut(led.at, todo, now);
            now = proven(now, todo, deed);
            led.at = kept(led.at, deed);
        }
        return led.at;
    }

    /** Tries what is to be done, whether or not it was said that somebody has to be waited for. */
    Run again(Run run, Session session, Duration within) {
        Todo todo = run.todo();
        if (todo == null) {
            return run;
        }
        Led led = new Led(run);
        return inHand.during(led, () -> {
            Deed deed = deeds.carryOut(run, todo, session);
            led.at = kept(run, deed);
            return onward(led, proven(session, todo, deed), within);
        });
    }

    /** Who has just been made sure of is sure for what follows. */
    private static Session proven(Session session, Todo todo, Deed deed) {
        boolean more = deed instanceof Deed.Ended(Event.Verified(var at, var step, boolean passed, var by), var said)
                && passed
                && todo.effect() instanceof Effect.Verify verify
                && verify.level().compareTo(session.assurance()) > 0;
        return more && todo.effect() instanceof Effect.Verify verify
                ? new Session(
                        session.conversation(),
                        session.customerRef(),
                        verify.level(),
                        session.language(),
                        session.intent())
                : session;
    }

    private Run kept(Run run, Deed deed) {
        return switch (deed) {
            case Deed.Ended(Event event, List<Output> said) -> happened(run, event, null, said);
            case Deed.Waits waits -> hold(run, waits);
        };
    }

    /** @param origin what brought it; null if it follows from what the run wanted done */
    Run happened(Run run, Event event, @Nullable UUID origin, List<Output> said) {
        Step step = course.on(run.state(), event);
        Run next = next(run, step, said);
        List<Output> news = next.untold().subList(run.untold().size(), next.untold().size());
        List<Effect.Timer> timers = timers(step);
        boolean elsewhere = !Objects.equals(waitsAt(run.state()), waitsAt(step.state()));
        database.inTransaction(sql -> {
            setTimers(sql, run, event, step, elsewhere);
            if (!RunSql.step(sql, next, news, origin, Written.of(event), LEASE)) {
                throw new Overtaken(run.id());
            }
            boolean over = next.status() != Run.Status.OPEN && next.status() != Run.Status.ASIDE;
            if (over && (run.status() != Run.Status.ASIDE || next.status() == Run.Status.HANDED_OVER)) {
                others(sql, next);
            }
            return next;
        });
        return committed(next, run.timed() && !elsewhere || !timers.isEmpty());
    }

    /** Only the time of what is waited for now counts. */
    private static void setTimers(Handle sql, Run run, Event event, Step step, boolean elsewhere) {
        List<Effect.Timer> timers = timers(step);
        if (elsewhere && timers.size() == 1) {
            RunSql.onlyTimer(sql, run.id(), timers.getFirst());
            return;
        }
        if (run.timed() && (elsewhere || event instanceof Event.TimerRang)) {
            RunSql.forgetTimers(sql, run.id(), event instanceof Event.TimerRang ? null : waitsAt(step.state()));
        }
        timers.forEach(timer -> RunSql.setTimer(sql, run.id(), timer));
    }

    /** What the customer had turned away from goes on, unless a person has all of it now. */
    private void others(Handle sql, Run over) {
        if (over.status() == Run.Status.HANDED_OVER) {
            RunSql.handOver(sql, over.conversation());
            return;
        }
        RunSql.lastAside(sql, over.conversation()).ifPresent(aside -> {
            Event back = new Event.Resumed(over.now());
            Step step = course.on(aside.state(), back);
            Run next = next(aside, step, reminder(aside.state()));
            RunSql.timeGoesOn(sql, aside.id());
            timers(step).forEach(timer -> RunSql.setTimer(sql, aside.id(), timer));
            List<Output> news = next.untold().subList(aside.untold().size(), next.untold().size());
            if (!RunSql.step(sql, next, news, null, Written.of(back), LEASE)) {
                throw new Overtaken(aside.id());
            }
        });
    }

    /** One whose procedure does not know that it was set aside asks its question again. */
    private static List<Output> reminder(RunState state) {
        RunState.Waiting waiting = state.waiting();
        if (state.status() != RunState.Status.RUNNING || waiting == null || waiting.said().isBlank()) {
            return List.of();
        }
        return List.of(new Output.Said(waiting.said(), List.of(waiting.said())));
    }

    private Run hold(Run run, Deed.Waits waits) {
        List<Output> untold = new ArrayList<>(run.untold());
        untold.addAll(waits.said());
        Run next = copy(run, run.status(), run.state(), waits.todo(), run.calls(), untold);
        database.inTransaction(sql -> {
            if (!RunSql.hold(sql, next, waits.said(), waits.look())) {
                throw new Overtaken(run.id());
            }
            return next;
        });
        return new Run(
                next.id(),
                next.conversation(),
                next.procedure(),
                next.version(),
                next.status(),
                next.state(),
                next.todo(),
                next.calls(),
                next.untold(),
                next.events(),
                next.fence() + 1,
                next.timed(),
                false,
                next.alone(),
                next.now());
    }

    private static Run next(Run run, Step step, List<Output> said) {
        List<Output> untold = new ArrayList<>(run.untold());
        untold.addAll(said);
        step.effects().forEach(effect -> untold.addAll(Outputs.of(effect)));
        Effect deed = deed(step);
        RunState state = step.state();
        Todo todo = null;
        Map<String, String> calls = run.calls();
        Todo before = run.todo();
        if (deed != null) {
            todo = new Todo(deed, Calls.forDeed(run, deed), Todo.Hold.NONE, 0);
            calls = Calls.after(calls, deed, todo.callId());
        } else if (before != null && before.step().equals(waitsAt(state))) {
            todo = before;
        }
        return copy(run, Run.Status.of(state), state, todo, calls, untold);
    }

    private static Run copy(
            Run run,
            Run.Status status,
            RunState state,
            @Nullable Todo todo,
            Map<String, String> calls,
            List<Output> untold) {
        return new Run(
                run.id(),
                run.conversation(),
                run.procedure(),
                run.version(),
                status,
                state,
                todo,
                calls,
                List.copyOf(untold),
                run.events(),
                run.fence(),
                run.timed(),
                run.busy(),
                run.alone(),
                run.now());
    }

    private static Run committed(Run next, boolean timed) {
        return new Run(
                next.id(),
                next.conversation(),
                next.procedure(),
                next.version(),
                next.status(),
                next.state(),
                next.todo(),
                next.calls(),
                next.untold(),
                next.events() + 1,
                next.fence() + 1,
                timed,
                false,
                next.alone(),
                next.now());
    }

    /** At most one: a run waits for one thing at a time. */
    static @Nullable Effect deed(Step step) {
        return step.effects().stream()
                .filter(effect -> effect instanceof Effect.Perform
                        || effect instanceof Effect.Compensate
                        || effect instanceof Effect.Verify
                        || effect instanceof Effect.Confirm
                        || effect instanceof Effect.Settle
                        || effect instanceof Effect.Approve)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    static List<Effect.Timer> timers(Step step) {
        return step.effects().stream()
                .filter(Effect.Timer.class::isInstance)
                .map(Effect.Timer.class::cast)
                .toList();
    }

    private static @Nullable String waitsAt(RunState state) {
        RunState.Waiting waiting = state.waiting();
        return waiting == null ? null : waiting.step();
    }
}
