package io.openteller.platform.conversation.internal;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.openteller.platform.coordination.Hint;
import io.openteller.platform.coordination.Hints;
import io.openteller.platform.coordination.TenantLoop;
import io.openteller.platform.coordination.Work;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.Tenants;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns outbox rows that were left behind into hints: whoever stored them has told them already, unless it died. A row is gone once its
 * hint was handed over, inside the same transaction: a crash in between sends the hint twice, never not at all.
 */
@Singleton
@Requires(property = "openteller.relay.loop", notEquals = "false")
class OutboxRelay implements ApplicationEventListener<StartupEvent> {

    private static final int BATCH = 2_000;

    private final Tenants tenants;
    private final TenantDatabase database;
    private final Hints hints;
    private @Nullable TenantLoop loop;

    OutboxRelay(Tenants tenants, TenantDatabase database, Hints hints) {
        this.tenants = tenants;
        this.database = database;
        this.hints = hints;
    }

    @Override
    public void onApplicationEvent(StartupEvent started) {
        loop = new TenantLoop(Work.CHANGES, tenants, hints, Duration.ofSeconds(2), 1, this::relay);
    }

    boolean relay() {
        return database.inTransaction(sql -> {
            List<Hint> taken = OutboxSql.take(sql, CurrentTenant.get().id(), BATCH);
            taken.stream().distinct().forEach(hints::publish);
            return taken.size() == BATCH;
        });
    }

    @PreDestroy
    void stop() {
        if (loop != null) {
            loop.close();
        }
    }
}
