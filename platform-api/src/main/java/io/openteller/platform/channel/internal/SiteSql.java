package io.openteller.platform.channel.internal;

import io.openteller.platform.channel.Site;
import io.openteller.platform.channel.Sites;
import io.openteller.platform.tenancy.BankChanges;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Lately;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.UuidV7;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

@Singleton
class SiteSql implements Sites {

    private static final String SELECT = "SELECT site_key, allowed_origins, customer_keys::text AS customer_keys,"
            + " assistant_name, accent_color, suggestions FROM widget_site ";

    private final TenantDatabase database;
    private final Lately<List<Site>> known;

    SiteSql(TenantDatabase database, BankChanges changes) {
        this.database = database;
        this.known = new Lately<>(changes, database);
    }

    @Override
    public void put(Site site) {
        database.inTransaction(sql -> {
            database.afterCommit(known::forget);
            return sql.createUpdate("""
                        INSERT INTO widget_site (tenant_id, id, site_key, allowed_origins, customer_keys, assistant_name,
                            accent_color, suggestions)
                        VALUES (:tenant, :id, :key, :origins, :keys::jsonb, :assistant, :accent, :suggestions)
                        ON CONFLICT (tenant_id, site_key) DO UPDATE SET allowed_origins = excluded.allowed_origins,
                            customer_keys = excluded.customer_keys, assistant_name = excluded.assistant_name,
                            accent_color = excluded.accent_color, suggestions = excluded.suggestions
                        """)
                .bind("tenant", CurrentTenant.get().id())
                .bind("id", UuidV7.next())
                .bind("key", site.key())
                .bindArray("origins", String.class, site.allowedOrigins())
                .bind("keys", site.customerKeysJson())
                .bind("assistant", site.assistantName())
                .bind("accent", site.accentColor())
                .bindArray("suggestions", String.class, site.suggestions())
                .execute();
        });
    }

    @Override
    public List<Site> all() {
        return database.inTransaction(sql -> sql.createQuery(SELECT + "ORDER BY id")
                .map((row, context) -> site(row))
                .list());
    }

    /** Every session of a customer begins with it. */
    Optional<Site> find(String key) {
        return known.of(this::all).stream().filter(site -> site.key().equals(key)).findFirst();
    }

    private static Site site(ResultSet row) throws SQLException {
        return new Site(
                row.getString("site_key"),
                List.of((String[]) row.getArray("allowed_origins").getArray()),
                row.getString("customer_keys"),
                row.getString("assistant_name"),
                row.getString("accent_color"),
                List.of((String[]) row.getArray("suggestions").getArray()));
    }
}
