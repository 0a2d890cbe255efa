package io.openteller.platform.channel;

import io.openteller.platform.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at an embedded widget, checked.
 *
 * @param customerRef the bank's id of the customer, if the bank vouched for one; null otherwise
 */
public record Visitor(
        Tenant bank,
        Site site,
        String origin,
        @Nullable String customerRef,
        @Nullable String customerName) {}
