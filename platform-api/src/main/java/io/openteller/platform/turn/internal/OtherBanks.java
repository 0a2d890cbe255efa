package io.openteller.platform.turn.internal;

import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Names of the other banks on the platform, which no reply may say. Nothing else of them is known here. */
@Singleton
class OtherBanks {

    /** Banks are registered seldom, replies are made all the time. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Tenants tenants;
    private final Clock clock;
    private volatile Registry registry = new Registry(List.of(), Instant.MIN);

    OtherBanks(Tenants tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    private record Registry(List<Tenant> banks, Instant readAgain) {}

    Set<String> names() {
        Registry known = registry;
        Instant now = clock.instant();
        if (!now.isBefore(known.readAgain())) {
            known = new Registry(tenants.all(), now.plus(KEPT));
            registry = known;
        }
        Tenant own = CurrentTenant.get();
        return known.banks().stream()
                .map(Tenant::name)
                .filter(name -> !name.equalsIgnoreCase(own.name()))
                .collect(Collectors.toSet());
    }
}
