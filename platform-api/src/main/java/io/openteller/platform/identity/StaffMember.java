package io.openteller.platform.identity;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who works for the bank. */
public record StaffMember(
        UUID id,
        String name,
        String email,
        Set<Role> roles,
        boolean active,
        @Nullable Instant lastSignInAt) {

    public Set<Permission> permissions() {
        Set<Permission> all = EnumSet.noneOf(Permission.class);
        roles.forEach(role -> all.addAll(role.permissions()));
        return all;
    }
}
