package io.openteller.platform;

import io.openteller.local.LocalKeycloak;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** A real Keycloak for the whole test run. */
final class TestKeycloak {

    private static final LocalKeycloak SERVER = LocalKeycloak.shared();

    private TestKeycloak() {}

    static Map<String, Object> settings() {
        return Map.of(
                "openteller.keycloak.url", SERVER.url(),
                "openteller.keycloak.admin-user", SERVER.admin(),
                "openteller.keycloak.admin-password", SERVER.adminPassword());
    }

    /** Somebody whom the operator's commands would not make. */
    static void accountWithoutOrganization(String email, String password) {
        CredentialRepresentation secret = new CredentialRepresentation();
        secret.setType(CredentialRepresentation.PASSWORD);
        secret.setValue(password);
        UserRepresentation user = new UserRepresentation();
        user.setUsername(email);
        user.setEmail(email);
        user.setEmailVerified(true);
        user.setFirstName("Lone");
        user.setLastName("Ly");
        user.setEnabled(true);
        user.setCredentials(List.of(secret));
        try (Keycloak keycloak = admin();
                var response = keycloak.realm("openteller").users().create(user)) {
            expectCreated(response);
        }
    }

    /** From now on the realm signs with a key that it did not have before. */
    static void changeKeys() {
        ComponentRepresentation key = new ComponentRepresentation();
        key.setName("newer");
        key.setProviderId("rsa-generated");
        key.setProviderType("org.keycloak.keys.KeyProvider");
        MultivaluedHashMap<String, String> config = new MultivaluedHashMap<>();
        config.putSingle("priority", "200");
        config.putSingle("algorithm", "RS256");
        key.setConfig(config);
        try (Keycloak keycloak = admin()) {
            String before = signingKey(keycloak);
            try (var response = keycloak.realm("openteller").components().add(key)) {
                expectCreated(response);
            }
            if (signingKey(keycloak).equals(before)) {
                throw new IllegalStateException("the key did not change");
            }
        }
    }

    private static String signingKey(Keycloak keycloak) {
        return keycloak.realm("openteller").keys().getKeyMetadata().getActive().get("RS256");
    }

    private static Keycloak admin() {
        return Keycloak.getInstance(SERVER.url(), "master", SERVER.admin(), SERVER.adminPassword(), "admin-cli");
    }

    private static void expectCreated(Response response) {
        if (response.getStatus() != 201) {
            throw new IllegalStateException("status " + response.getStatus());
        }
    }
}
