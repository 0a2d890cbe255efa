package io.openteller.platform.turn.internal;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.openteller.platform.coordination.Hints;
import io.openteller.platform.coordination.TenantLoop;
import io.openteller.platform.tenancy.Tenants;
import io.openteller.platform.turn.Turns;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Answers what waits; this is also what finds the turns of a process that died. */
@Singleton
@Requires(property = "openteller.turn.loop", notEquals = "false")
class TurnLoop implements ApplicationEventListener<StartupEvent> {

    private static final int WORKERS_PER_BANK = 8;

    private final Tenants tenants;
    private final Hints hints;
    private final Turns turns;
    private @Nullable TenantLoop loop;

    TurnLoop(Tenants tenants, Hints hints, Turns turns) {
        this.tenants = tenants;
        this.hints = hints;
        this.turns = turns;
    }

    @Override
    public void onApplicationEvent(StartupEvent started) {
        loop = new TenantLoop("turn", tenants, hints, Duration.ofSeconds(1), WORKERS_PER_BANK, turns::answerNext);
    }

    @PreDestroy
    void stop() {
        if (loop != null) {
            loop.close();
        }
    }
}
