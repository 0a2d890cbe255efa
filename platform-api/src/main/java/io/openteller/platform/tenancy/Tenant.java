package io.openteller.platform.tenancy;

import java.util.UUID;

/**
 * A bank on the platform.
 *
 * @param currency ISO 4217, the bank's home currency
 */
public record Tenant(UUID id, TenantSlug slug, String name, String currency) {}
