package io.openteller.platform.channel.internal;

import io.openteller.platform.channel.Site;
import io.openteller.platform.channel.Sites;
import io.openteller.platform.tenancy.CurrentTenant;
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

    SiteSql(TenantDatabase database) {
        this.database = database;
    }

    @Override
    public void put(Site site) {
        database.inTransaction(sql -> sql.createUpdate("""
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
                .execute());
    }

    @Override
    public List<Site> all() {
        return database.inTransaction(sql -> sql.createQuery(SELECT + "ORDER BY id")
                .map((row, context) -> site(row))
                .list());
    }

    Optional<Site> find(String key) {
        return database.inTransaction(sql -> sql.createQuery(SELECT + "WHERE site_key = ?")
                .bind(0, key)
                .map((row, context) -> site(row))
                .findOne());
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
