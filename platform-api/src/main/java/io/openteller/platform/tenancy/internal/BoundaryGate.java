package io.openteller.platform.tenancy.internal;

import io.micronaut.context.annotation.Context;
import io.micronaut.flyway.event.MigrationFinishedEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Refuses to start on a database that would let one bank see another. */
@Context
class BoundaryGate {

    private final Jdbi jdbi;

    BoundaryGate(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @EventListener
    void afterMigration(MigrationFinishedEvent event) {
        List<String> faults = new BoundaryCheck(jdbi).faults();
        if (!faults.isEmpty()) {
            throw new IllegalStateException("the tenant boundary does not hold: " + String.join("; ", faults));
        }
    }
}
