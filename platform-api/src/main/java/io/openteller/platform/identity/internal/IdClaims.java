package io.openteller.platform.identity.internal;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a verified ID token. */
final class IdClaims {

    private IdClaims() {}

    static ProviderAnswer.Person person(IDTokenClaimsSet claims) {
        String email = claims.getStringClaim("email");
        return new ProviderAnswer.Person(
                claims.getSubject().getValue(),
                email == null ? "" : email,
                Boolean.TRUE.equals(claims.getBooleanClaim("email_verified")),
                organizations(claims.getClaim("organization")));
    }

    /** Keycloak writes a list of aliases, or an object with one member per alias when its mapper adds details. */
    static List<String> organizations(@Nullable Object claim) {
        return switch (claim) {
            case Map<?, ?> byAlias -> byAlias.keySet().stream().map(String::valueOf).toList();
            case Collection<?> aliases -> aliases.stream().map(String::valueOf).toList();
            case String alias -> List.of(alias);
            case null, default -> List.of();
        };
    }
}
