package io.openteller.platform.knowledge.internal;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.Tenants;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks now and then whether time has changed what is in force, bank by bank. */
@Singleton
@Requires(property = "openteller.documents.loop", notEquals = "false")
class TimedChangeLoop implements ApplicationEventListener<StartupEvent> {

    private static final Logger log = LoggerFactory.getLogger(TimedChangeLoop.class);
    private static final Duration EVERY = Duration.ofSeconds(20);

    private final Tenants tenants;
    private final TimedChanges changes;
    private @Nullable Thread loop;

    TimedChangeLoop(Tenants tenants, TimedChanges changes) {
        this.tenants = tenants;
        this.changes = changes;
    }

    @Override
    public void onApplicationEvent(StartupEvent started) {
        loop = Thread.ofVirtual().name("timed-documents").start(this::go);
    }

    private void go() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(EVERY);
                tenants.leftBehind("documents").forEach(this::look);
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException failure) {
                log.error("could not look for documents whose time has come", failure);
            }
        }
    }

    private void look(Tenant tenant) {
        try {
            CurrentTenant.run(tenant, changes::record);
        } catch (RuntimeException failure) {
            log.error("could not record timed changes of documents tenant={}", tenant.id(), failure);
        }
    }

    @PreDestroy
    void stop() {
        if (loop != null) {
            loop.interrupt();
        }
    }
}
