package io.openteller.platform.tenancy.internal;

import io.openteller.platform.Database;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.TenantSlug;

/** The real room, wired by hand for tests of the rooms above it. */
public final class Tenancies {

    private Tenancies() {}

    public static TenantDatabase database() {
        return new RowSecuredDatabase(Database.asApplication());
    }

    public static Tenant register(String slug) {
        return new JdbiTenants(Database.asApplication()).register(new TenantSlug(slug), slug, "GBP");
    }
}
