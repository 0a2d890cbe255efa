package io.openteller.platform.tenancy;

import java.time.ZoneId;
import java.util.UUID;

/**
 * A bank on the platform.
 *
 * @param currency ISO 4217, the bank's home currency
 * @param locale BCP 47, how its own people read numbers and dates
 */
public record Tenant(UUID id, TenantSlug slug, String name, String currency, String locale) {

    /** Where its customers' days begin. Both countries that banks are in so far have one zone each. */
    public ZoneId zone() {
        return ZoneId.of(currency.equals("INR") ? "Asia/Kolkata" : "Europe/London");
    }
}
