package io.openteller.platform.turn.internal;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.Tenants;
import io.openteller.platform.turn.Turns;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what waits, bank by bank; this is also what finds the turns of a process that died. */
@Singleton
@Requires(property = "openteller.turn.loop", notEquals = "false")
class TurnLoop {

    private static final Logger log = LoggerFactory.getLogger(TurnLoop.class);

    /** So that one bank with a long queue does not keep the others waiting. */
    private static final int TURNS_PER_ROUND = 20;

    private final Tenants tenants;
    private final Turns turns;

    TurnLoop(Tenants tenants, Turns turns) {
        this.tenants = tenants;
        this.turns = turns;
    }

    @Scheduled(fixedDelay = "200ms")
    void round() {
        for (Tenant tenant : tenants.all()) {
            try {
                CurrentTenant.run(tenant, this::answerSome);
            } catch (RuntimeException failure) {
                log.error("turns of a bank could not be answered tenant={}", tenant.id(), failure);
            }
        }
    }

    private void answerSome() {
        int answered = 0;
        while (answered < TURNS_PER_ROUND && turns.answerNext()) {
            answered++;
        }
    }
}
