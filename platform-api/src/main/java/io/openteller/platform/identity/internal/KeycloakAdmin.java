package io.openteller.platform.identity.internal;

import jakarta.inject.Singleton;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;

/** A connection to Keycloak with an administrator's rights, opened for one piece of work and closed after it. */
@Singleton
class KeycloakAdmin {

    private final KeycloakSettings settings;

    KeycloakAdmin(KeycloakSettings settings) {
        this.settings = settings;
    }

    <T> T call(Function<Keycloak, T> work) {
        if (blank(settings.adminUser()) || blank(settings.adminPassword())) {
            throw new IllegalStateException("set OPENTELLER_KEYCLOAK_ADMIN and OPENTELLER_KEYCLOAK_ADMIN_PASSWORD");
        }
        Client http = ClientBuilder.newBuilder()
                .connectTimeout(5, TimeUnit.SECONDS)
                .readTimeout(60, TimeUnit.SECONDS)
                .build();
        try (Keycloak keycloak = KeycloakBuilder.builder()
                .serverUrl(settings.url())
                .realm("master")
                .clientId("admin-cli")
                .username(settings.adminUser())
                .password(settings.adminPassword())
                .resteasyClient(http)
                .build()) {
            return work.apply(keycloak);
        }
    }

    <T> T inRealm(Function<RealmResource, T> work) {
        return call(keycloak -> work.apply(keycloak.realm(settings.realm())));
    }

    /** @return the id of what was made */
    static String created(Response response) {
        try (response) {
            return CreatedResponseUtil.getCreatedId(response);
        }
    }

    static void createdOrThere(Response response) {
        try (response) {
            int status = response.getStatus();
            if (status != 409 && response.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
                throw new IllegalStateException("Keycloak answered with status " + status);
            }
        }
    }

    private static boolean blank(@Nullable String value) {
        return value == null || value.isBlank();
    }
}
