package io.openteller.platform.channel;

import io.openteller.platform.tenancy.Tenant;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at an embedded widget, checked.
 *
 * @param customerRef the bank's id of the customer, if the bank vouched for one; null otherwise
 * @param voucher the bank's word for it, which is good for one session; null if it vouched for nobody
 */
public record Visitor(
        Tenant bank,
        Site site,
        String origin,
        @Nullable String customerRef,
        @Nullable String customerName,
        @Nullable Voucher voucher) {

    /**
     * @param id by which it is known again
     * @param until after which it is good for nothing
     */
    public record Voucher(String id, Instant until) {}
}
