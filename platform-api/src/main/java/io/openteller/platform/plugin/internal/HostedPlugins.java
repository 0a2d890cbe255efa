package io.openteller.platform.plugin.internal;

import io.openteller.platform.plugin.CallOutcome;
import io.openteller.platform.plugin.Plugins;
import io.openteller.platform.plugin.internal.InstallationSql.Row;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.pf4j.ExtensionPoint;
import org.pf4j.PluginDescriptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Each call on a thread of its own, at most {@link #AT_ONCE} per plugin and bank, for as long as the caller waits. */
@Singleton
class HostedPlugins implements Plugins {

    private static final Logger log = LoggerFactory.getLogger(HostedPlugins.class);
    private static final int AT_ONCE = 32;

    private final PluginFolder folder;
    private final InstallationSql installations;
    private final Settings settings;
    private final Healths healths;
    private final CallMeter meter;
    private final Clock clock;
    private final PluginWays ways;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Semaphore> bulkheads = new ConcurrentHashMap<>();

    HostedPlugins(
            PluginFolder folder,
            InstallationSql installations,
            Settings settings,
            Healths healths,
            CallMeter meter,
            Clock clock,
            PluginWays ways) {
        this.folder = folder;
        this.installations = installations;
        this.settings = settings;
        this.healths = healths;
        this.meter = meter;
        this.clock = clock;
        this.ways = ways;
    }

    @Override
    public <P extends ExtensionPoint, R> CallOutcome<R> call(
            Class<P> point, String callId, Duration within, BiFunction<P, CallContext, Outcome<R>> work) {
        for (PluginDescriptor plugin : folder.started()) {
            CallOutcome<R> called = call(plugin.getPluginId(), point, callId, within, work);
            if (!(called instanceof CallOutcome.NotEnabled<R>)) {
                return called;
            }
        }
        return new CallOutcome.NotEnabled<>();
    }

    @Override
    public <P extends ExtensionPoint, R> CallOutcome<R> call(
            String plugin, Class<P> point, String callId, Duration within, BiFunction<P, CallContext, Outcome<R>> work) {
        Optional<P> extension = folder.find(plugin).flatMap(found -> folder.extension(point, plugin));
        if (extension.isEmpty()) {
            return new CallOutcome.NotEnabled<>();
        }
        Optional<Row> installed = installations.find(plugin).filter(Row::enabled);
        if (installed.isEmpty()) {
            return new CallOutcome.NotEnabled<>();
        }
        BankCall context = context(plugin, installed.get(), callId, within);
        return noted(limited(
                plugin, within, extension.get(), context, () -> work.apply(extension.get(), context)));
    }

    private <R> CallOutcome<R> noted(CallOutcome<R> called) {
        meter.count(called);
        switch (called) {
            case CallOutcome.Answered<R>(String plugin, Outcome.Unavailable<R>(String detail), long millis) ->
                healths.down(plugin, detail);
            case CallOutcome.Answered<R> answered -> healths.up(answered.plugin(), null);
            case CallOutcome.Failed<R>(String plugin, String cause, long millis) -> healths.down(plugin, cause);
            case CallOutcome.NotEnabled<R> none -> {}
        }
        return called;
    }

    BankCall context(String plugin, Row installed, String callId, Duration within) {
        Map<String, String> values = new HashMap<>();
        settings.opened(plugin, installed).forEach((name, value) -> values.put(name, String.valueOf(value)));
        return new BankCall(
                CurrentTenant.get().slug().value(),
                callId,
                clock.instant().plus(within),
                Map.copyOf(values),
                new AtomicBoolean(),
                folder.egress(plugin),
                ways);
    }

    /** @param plugged what is called: its libraries look for their parts through the thread's class loader */
    <R> CallOutcome<R> limited(
            String plugin, Duration within, Object plugged, BankCall call, Supplier<Outcome<R>> work) {
        Instant begun = clock.instant();
        Semaphore bulkhead = bulkheads.computeIfAbsent(
                CurrentTenant.get().id() + "/" + plugin, key -> new Semaphore(AT_ONCE));
        if (!bulkhead.tryAcquire()) {
            return new CallOutcome.Failed<>(plugin, "too many calls at once", 0);
        }
        Future<Outcome<R>> answer = threads.submit(() -> {
            try {
                Thread.currentThread().setContextClassLoader(plugged.getClass().getClassLoader());
                return work.get();
            } finally {
                bulkhead.release();
            }
        });
        try {
            Outcome<R> outcome = answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
            return new CallOutcome.Answered<>(plugin, outcome, since(begun));
        } catch (TimeoutException slow) {
            call.gone().set(true);
            answer.cancel(true);
            return new CallOutcome.Failed<>(plugin, "no answer within " + within.toMillis() + " ms", since(begun));
        } catch (ExecutionException failure) {
            log.error("plugin failed id={}", plugin, failure.getCause());
            return new CallOutcome.Failed<>(plugin, "it failed: " + failure.getCause(), since(begun));
        } catch (InterruptedException stop) {
            call.gone().set(true);
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new CallOutcome.Failed<>(plugin, "interrupted", since(begun));
        }
    }

    private long since(Instant begun) {
        return Duration.between(begun, clock.instant()).toMillis();
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
