package io.openteller.platform.plugin.internal.calls;

import io.openteller.platform.coordination.FairShare;
import io.openteller.platform.plugin.internal.calls.Gates.Gate;
import io.openteller.platform.plugin.internal.calls.Versions.Lease;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.spi.CallContext;
import io.openteller.spi.OpentellerPlugin;
import io.openteller.spi.Outcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pf4j.ExtensionPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Makes one call on a thread of its own, and comes back by its deadline whatever the plugin does. */
@Singleton
class Calls {

    private static final Logger log = LoggerFactory.getLogger(Calls.class);

    /** Who waits less than this, and less than the plugin asks for, learns nothing about the plugin. */
    private static final Duration FAIR = Duration.ofMillis(500);

    private final Versions versions;
    private final Gates gates;
    private final CallThreads threads;
    private final Ways ways;
    private final Clock clock;

    Calls(Versions versions, Gates gates, CallThreads threads, Ways ways, Clock clock) {
        this.versions = versions;
        this.gates = gates;
        this.threads = threads;
        this.ways = ways;
        this.clock = clock;
    }

    <P extends ExtensionPoint, R> Call<R> call(
            InForce target, Class<P> point, String callId, Duration asked, BiFunction<P, CallContext, Outcome<R>> work) {
        Call<R> call = begun(target, callId, asked, point.getSimpleName());
        return made(target, call, lease -> {
            P extension = lease.extension(point)
                    .orElseThrow(() -> new WrongAnswer("it does not bring the " + point.getSimpleName() + " that it declares"));
            Thread.currentThread().setContextClassLoader(extension.getClass().getClassLoader());
            P watched = Watched.of(point, extension, name -> call.operation = point.getSimpleName() + "." + name);
            return work.apply(watched, call.context);
        });
    }

    Call<OpentellerPlugin.Health> check(InForce target, String callId, Duration asked) {
        Call<OpentellerPlugin.Health> call = begun(target, callId, asked, "check");
        return made(target, call, lease -> {
            OpentellerPlugin plugin = lease.plugin();
            Thread.currentThread().setContextClassLoader(plugin.getClass().getClassLoader());
            OpentellerPlugin.Health health = plugin.check(call.context);
            if (health == null || health.detail() == null) {
                throw new WrongAnswer("it answered nothing at all");
            }
            return Outcome.done(health, clock.instant());
        });
    }

    private <R> Call<R> begun(InForce target, String callId, Duration asked, String operation) {
        Duration within = target.bounds().within(asked);
        BankCall context = new BankCall(
                CurrentTenant.get().slug().value(),
                callId,
                trace(callId),
                clock.instant().plus(within),
                target.settings(),
                target.manifest(),
                ways);
        return new Call<>(context, within, operation);
    }

    /** The turn that this thread works for, as its log lines name it; else the call itself. */
    private static String trace(String callId) {
        String turn = MDC.get("turn");
        return turn == null ? callId : turn;
    }

    private interface Work<R> {
        @Nullable Outcome<R> on(Lease lease);
    }

    private <R> Call<R> made(InForce target, Call<R> call, Work<R> work) {
        long begun = System.nanoTime();
        call.ended = FairShare.away(() -> ended(target, call, work));
        call.micros = (System.nanoTime() - begun) / 1000;
        call.context.end();
        if (call.ended instanceof Ended.Broken<R>(String cause, boolean blamed)) {
            log.warn(
                    "plugin call failed plugin={} version={} bank={} operation={} trace={} cause={}",
                    target.plugin(),
                    target.manifest().version(),
                    call.context.bank(),
                    call.operation,
                    call.context.trace(),
                    cause);
        }
        return call;
    }

    private <R> Ended<R> ended(InForce target, Call<R> call, Work<R> work) {
        Gate gate = gates.of(target.plugin(), target.bounds());
        String closed = gate.enter();
        if (closed != null) {
            return new Ended.Held<>(closed);
        }
        Future<Outcome<R>> answer = threads.submit(
                target.plugin(), target.manifest().version(), () -> leaving(gate, call, () -> leased(target, work)));
        try {
            return new Ended.Answered<>(answer.get(call.within.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException slow) {
            call.context.end();
            answer.cancel(true);
            boolean fair = call.within.toMillis() >= Math.min(FAIR.toMillis(), target.bounds().timeoutMillis());
            return new Ended.Broken<>("no answer within " + call.within.toMillis() + " ms", fair);
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            return new Ended.Broken<>("it failed: " + Causes.of(cause), true);
        } catch (InterruptedException stop) {
            call.context.end();
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Ended.Broken<>("interrupted", false);
        }
    }

    /** The room of a call is given back when the plugin's code has come back, not when its caller has gone. */
    private static <R> R leaving(Gate gate, Call<?> call, Supplier<R> work) {
        try (var traced = MDC.putCloseable("trace", call.context.trace())) {
            return work.get();
        } finally {
            gate.leave();
        }
    }

    private <R> Outcome<R> leased(InForce target, Work<R> work) {
        try (Lease lease = versions.lease(target.plugin(), target.manifest().version())) {
            Outcome<R> outcome = work.on(lease);
            if (outcome == null) {
                throw new WrongAnswer("it answered nothing at all");
            }
            return outcome;
        } finally {
            Thread.currentThread().setContextClassLoader(Calls.class.getClassLoader());
        }
    }
}
