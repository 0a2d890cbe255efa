package io.openteller.platform.connector.internal.stored;

import io.openteller.platform.connector.BankConnectors;
import io.openteller.platform.plugin.PublishedSettings;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

@Singleton
class StoredConnectors implements BankConnectors {

    private final TenantDatabase database;
    private final UseSql uses;
    private final VersionSql versions;
    private final PublishedSettings settings;

    StoredConnectors(TenantDatabase database, UseSql uses, VersionSql versions, PublishedSettings settings) {
        this.database = database;
        this.uses = uses;
        this.versions = versions;
        this.settings = settings;
    }

    @Override
    public boolean any() {
        return database.inTransaction(uses::any);
    }

    @Override
    public List<Published> at(long release) {
        return database.inTransaction(sql -> uses.at(sql, release, ran()));
    }

    /** What the plugin ran on before several could be in use; empty if nothing. */
    private String ran() {
        Running running = Running.in(settings);
        return running == null ? "" : running.name();
    }

    @Override
    public Optional<String> document(String name, int version) {
        return database.inTransaction(sql -> versions.find(sql, name, version)).map(VersionSql.Version::definition);
    }
}
