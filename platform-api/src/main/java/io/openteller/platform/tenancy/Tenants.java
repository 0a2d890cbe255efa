package io.openteller.platform.tenancy;

import java.util.List;
import java.util.Optional;

/** The registry of banks. The only data that is read before a tenant is known. */
public interface Tenants {

    /** Registers a bank; a second call with the same slug returns the one that is there, unchanged. */
    Tenant register(TenantSlug slug, String name, String currency, String locale);

    /** With the English of the currency's country. */
    default Tenant register(TenantSlug slug, String name, String currency) {
        return register(slug, name, currency, currency.equals("INR") ? "en-IN" : "en-GB");
    }

    Optional<Tenant> find(TenantSlug slug);

    List<Tenant> all();

    /**
     * Those where something was left behind that nobody does: one question for all of them, however many there are.
     *
     * @param what the schema has a function {@code WHAT_left_behind} that returns ids of banks and nothing else
     */
    List<Tenant> leftBehind(String what);
}
