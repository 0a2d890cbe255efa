package io.openteller.platform.procedure.internal;

import io.openteller.platform.drafting.VersionTable.Version;
import io.openteller.platform.procedure.Procedures;
import io.openteller.platform.tenancy.BankChanges;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Lately;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Published definitions, read once. What another replica published is seen within {@link #LOOKS_AGAIN}. */
@Singleton
class InForce implements Procedures {

    private final TenantDatabase database;
    private final VersionSql versions;
    private final Judge judge;
    private final Lately<List<Published>> current;
    private final Map<Key, Published> read = new ConcurrentHashMap<>();

    InForce(TenantDatabase database, VersionSql versions, Judge judge, BankChanges changes) {
        this.database = database;
        this.versions = versions;
        this.judge = judge;
        this.current = new Lately<>(changes, database);
    }

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
        return current.of(() -> database.inTransaction(
                sql -> versions.inForce(sql).stream().map(this::published).toList()));
    }

    /** This bank's, so that who publishes sees it at once. */
    void forget() {
        current.forget();
    }

    private Published published(Version version) {
        return read.computeIfAbsent(
                new Key(CurrentTenant.get().id(), version.id(), version.number()),
                key -> new Published(version.id(), version.number(), judge.read(version.definition())));
    }
}
