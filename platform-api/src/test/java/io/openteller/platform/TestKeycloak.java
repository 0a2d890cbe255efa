package io.openteller.platform;

import java.util.List;
import java.util.Map;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** A real Keycloak for the whole test run. */
final class TestKeycloak {

    private static final String URL = System.getenv("TEST_KC_URL");
    private static final String ADMIN = "admin";
    private static final String PASSWORD = System.getenv("TEST_KC_PASSWORD");

    private TestKeycloak() {}

    static Map<String, Object> settings() {
        return Map.of(
                "openteller.keycloak.url", URL,
                "openteller.keycloak.admin-user", ADMIN,
                "openteller.keycloak.admin-password", PASSWORD);
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
        try (Keycloak keycloak = Keycloak.getInstance(URL, "master", ADMIN, PASSWORD, "admin-cli");
                var response = keycloak.realm("openteller").users().create(user)) {
            if (response.getStatus() != 201) {
                throw new IllegalStateException("status " + response.getStatus());
            }
        }
    }
}
