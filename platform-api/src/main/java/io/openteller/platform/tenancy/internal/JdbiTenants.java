package io.openteller.platform.tenancy.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

@Singleton
class JdbiTenants implements Tenants {

    private static final String COLUMNS = "SELECT id, slug, name, currency, locale FROM tenant ";

    /** A bank's row is written once and never changed; those that are not there are asked for again. */
    private final Cache<TenantSlug, Tenant> found = Caffeine.newBuilder().maximumSize(10_000).build();

    private final Jdbi jdbi;

    JdbiTenants(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Tenant register(TenantSlug slug, String name, String currency, String locale) {
        jdbi.useHandle(sql -> sql.execute(
                "INSERT INTO tenant (id, slug, name, currency, locale) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (slug) DO NOTHING",
                UUID.randomUUID(),
                slug.value(),
                name,
                currency,
                locale));
        return find(slug).orElseThrow();
    }

    @Override
    public Optional<Tenant> find(TenantSlug slug) {
        Tenant known = found.getIfPresent(slug);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Tenant> stored = jdbi.withHandle(sql -> sql.createQuery(COLUMNS + "WHERE slug = ?")
                .bind(0, slug.value())
                .map((row, context) -> tenant(row))
                .findOne());
        stored.ifPresent(tenant -> found.put(slug, tenant));
        return stored;
    }

    @Override
    public List<Tenant> all() {
        return jdbi.withHandle(sql -> sql.createQuery(COLUMNS + "ORDER BY slug")
                .map((row, context) -> tenant(row))
                .list());
    }

    @Override
    public List<Tenant> leftBehind(String what) {
        if (!what.matches("[a-z]+")) {
            throw new IllegalArgumentException("not a part of a function's name: " + what);
        }
        return jdbi.withHandle(sql -> sql.createQuery(COLUMNS + "WHERE id IN (SELECT " + what + "_left_behind()) ORDER BY slug")
                .map((row, context) -> tenant(row))
                .list());
    }

    private static Tenant tenant(ResultSet row) throws SQLException {
        return new Tenant(
                row.getObject("id", UUID.class),
                new TenantSlug(row.getString("slug")),
                row.getString("name"),
                row.getString("currency"),
                row.getString("locale"));
    }
}
