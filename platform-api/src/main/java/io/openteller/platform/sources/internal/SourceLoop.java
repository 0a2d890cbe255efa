package io.openteller.platform.sources.internal;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.openteller.platform.coordination.Hints;
import io.openteller.platform.coordination.TenantLoop;
import io.openteller.platform.sources.Uploads;
import io.openteller.platform.tenancy.Tenants;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Reads what waits; this is also what finds the files of a process that died. */
@Singleton
@Requires(property = "openteller.sources.loop", notEquals = "false")
class SourceLoop implements ApplicationEventListener<StartupEvent>, GracefulShutdownCapable {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(3);

    private final Tenants tenants;
    private final Hints hints;
    private final Uploads uploads;
    private final SourceLimits limits;
    private @Nullable TenantLoop loop;

    SourceLoop(Tenants tenants, Hints hints, Uploads uploads, SourceLimits limits) {
        this.tenants = tenants;
        this.hints = hints;
        this.uploads = uploads;
        this.limits = limits;
    }

    @Override
    public void onApplicationEvent(StartupEvent started) {
        loop = new TenantLoop("uploads", tenants, hints, LOOK_EVERY, limits.readersHere(), uploads::readNext);
    }

    @Override
    public CompletionStage<?> shutdownGracefully() {
        return CompletableFuture.runAsync(this::stop, work -> Thread.ofVirtual().name("sources-stop").start(work));
    }

    @PreDestroy
    void stop() {
        if (loop != null) {
            loop.close();
        }
    }
}
