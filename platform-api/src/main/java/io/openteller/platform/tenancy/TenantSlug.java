package io.openteller.platform.tenancy;

import java.util.regex.Pattern;

/** A bank's short name: lower case, 3 to 40 characters; also its Keycloak organisation alias. */
public record TenantSlug(String value) {

    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{2,39}");

    public TenantSlug {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not a tenant slug: " + value);
        }
    }

    /** For values from outside, where another shape is nothing special. */
    public static boolean isOne(String value) {
        return SLUG.matcher(value).matches();
    }
}
