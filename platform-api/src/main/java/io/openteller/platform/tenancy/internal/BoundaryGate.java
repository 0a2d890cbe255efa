package io.openteller.platform.tenancy.internal;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Refuses to start on a database that would let one bank see another. Migrations have run by then: they belong to the
 * creation of the data source, which this bean needs.
 */
@Context
class BoundaryGate {

    private final Jdbi jdbi;

    BoundaryGate(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @PostConstruct
    void check() {
        List<String> faults = new BoundaryCheck(jdbi).faults();
        if (!faults.isEmpty()) {
            throw new IllegalStateException("the tenant boundary does not hold: " + String.join("; ", faults));
        }
    }
}
