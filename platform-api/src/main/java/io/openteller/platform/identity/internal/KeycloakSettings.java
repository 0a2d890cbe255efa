package io.openteller.platform.identity.internal;

import io.micronaut.context.annotation.ConfigurationInject;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where staff sign in.
 *
 * @param url as browsers and this process both reach it, without a slash at the end
 * @param clientSecret null or blank: nobody can sign in, everything else works
 * @param adminUser needed by operators only; the running platform works without
 */
@ConfigurationProperties("openteller.keycloak")
record KeycloakSettings(
        String url,
        String realm,
        String clientId,
        @Nullable String clientSecret,
        @Nullable String adminUser,
        @Nullable String adminPassword) {

    @ConfigurationInject
    KeycloakSettings {}

    boolean complete() {
        return clientSecret != null && !clientSecret.isBlank();
    }

    /** The issuer of the realm; what an ID token must name. */
    String issuer() {
        return url + "/realms/" + realm;
    }

    /** Ends a session at Keycloak for good, given its refresh token. */
    URI logout() {
        return URI.create(issuer() + "/protocol/openid-connect/logout");
    }
}
