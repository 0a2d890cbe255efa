package io.openteller.platform;

import io.openteller.local.LocalKeycloak;
import java.util.List;
import java.util.Map;
import org.keycloak.admin.client.Keycloak;
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
        try (Keycloak keycloak = Keycloak.getInstance(
                        SERVER.url(), "master", SERVER.admin(), SERVER.adminPassword(), "admin-cli");
                var response = keycloak.realm("openteller").users().create(user)) {
            if (response.getStatus() != 201) {
                throw new IllegalStateException("status " + response.getStatus());
            }
        }
    }
}
