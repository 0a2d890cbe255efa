package io.openteller.platform.tenancy.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.openteller.platform.Database;
import io.openteller.platform.tenancy.BankChanges;
import io.openteller.platform.tenancy.PlatformDatabase;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.TenantSlug;
import org.jdbi.v3.core.Jdbi;

/** The real room, wired by hand for tests of the rooms above it. */
public final class Tenancies {

    private static final int KEPT = 4;

    private Tenancies() {}

    public static TenantDatabase database() {
        return new RowSecuredDatabase(Database.asApplication());
    }

    public static PlatformDatabase platform() {
        return new JdbiPlatformDatabase(Database.asApplication());
    }

    /** That hears of nothing: what others change is seen two seconds later. */
    public static BankChanges changes() {
        return new HeardChanges(platform());
    }

    /** The same over connections that are kept, for tests of very many transactions. */
    public static TenantDatabase pooled() {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(Database.url());
        settings.setUsername(Database.APPLICATION);
        settings.setMaximumPoolSize(KEPT);
        settings.setMinimumIdle(1);
        return new RowSecuredDatabase(Jdbi.create(new HikariDataSource(settings)));
    }

    public static Tenant register(String slug) {
        return new JdbiTenants(Database.asApplication()).register(new TenantSlug(slug), slug, "GBP");
    }
}
