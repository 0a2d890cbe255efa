package io.openteller.platform.procedure.internal;

import io.openteller.platform.drafting.VersionTable.Version;
import io.openteller.platform.procedure.Procedures;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Published definitions, read once. What another replica published is seen within {@link #LOOKS_AGAIN}. */
@Singleton
class InForce implements Procedures {

    private static final Duration LOOKS_AGAIN = Duration.ofSeconds(2);

    private final TenantDatabase database;
    private final VersionSql versions;
    private final Judge judge;
    private final Clock clock;
    private final Map<UUID, Seen> current = new ConcurrentHashMap<>();
    private final Map<Key, Published> read = new ConcurrentHashMap<>();

    InForce(TenantDatabase database, VersionSql versions, Judge judge, Clock clock) {
        this.database = database;
        this.versions = versions;
        this.judge = judge;
        this.clock = clock;
    }

    private record Seen(String stamp, Instant at, List<Published> inForce) {}

    private record Key(UUID tenant, String id, int number) {}

    @Override
    public Optional<Published> current(String id) {
        return inForce().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Published> version(String id, int number) {
        Published known = read.get(new Key(CurrentTenant.get().id(), id, number));
        return known != null
                ? Optional.of(known)
                : database.inTransaction(sql -> versions.find(sql, id, number)).map(this::published);
    }

    @Override
    public List<Published> inForce() {
        UUID tenant = CurrentTenant.get().id();
        Seen seen = current.get(tenant);
        Instant now = clock.instant();
        if (seen != null && now.isBefore(seen.at().plus(LOOKS_AGAIN))) {
            return seen.inForce();
        }
        Seen fresh = database.inTransaction(sql -> {
            String stamp = versions.stamp(sql);
            return seen != null && stamp.equals(seen.stamp())
                    ? new Seen(stamp, now, seen.inForce())
                    : new Seen(stamp, now, versions.inForce(sql).stream().map(this::published).toList());
        });
        current.put(tenant, fresh);
        return fresh.inForce();
    }

    /** This bank's, so that who publishes sees it at once. */
    void forget() {
        current.remove(CurrentTenant.get().id());
    }

    private Published published(Version version) {
        return read.computeIfAbsent(
                new Key(CurrentTenant.get().id(), version.id(), version.number()),
                key -> new Published(version.id(), version.number(), judge.read(version.definition())));
    }
}
