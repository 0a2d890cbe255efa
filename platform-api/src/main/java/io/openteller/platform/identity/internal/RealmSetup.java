package io.openteller.platform.identity.internal;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.ClientsResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** The realm and its one client, as this platform needs them. */
@Singleton
class RealmSetup {

    private final KeycloakSettings settings;
    private final PublicAddress address;

    RealmSetup(KeycloakSettings settings, PublicAddress address) {
        this.settings = settings;
        this.address = address;
    }

    /** @return the client's secret if it was made up here */
    Optional<String> prepare(Keycloak keycloak) {
        boolean there = keycloak.realms().findAll().stream()
                .anyMatch(realm -> settings.realm().equals(realm.getRealm()));
        if (!there) {
            keycloak.realms().create(realm());
        }
        ClientsResource clients = keycloak.realm(settings.realm()).clients();
        List<ClientRepresentation> found = clients.findByClientId(settings.clientId());
        String configured = settings.complete() ? Objects.requireNonNull(settings.clientSecret()) : null;
        if (found.isEmpty()) {
            String secret = configured == null ? Secrets.random() : configured;
            KeycloakAdmin.created(clients.create(shaped(new ClientRepresentation(), secret)));
            return configured == null ? Optional.of(secret) : Optional.empty();
        }
        ClientRepresentation client = found.getFirst();
        clients.get(client.getId()).update(shaped(client, configured));
        return Optional.empty();
    }

    private RealmRepresentation realm() {
        RealmRepresentation realm = new RealmRepresentation();
        realm.setRealm(settings.realm());
        realm.setDisplayName("Openteller");
        realm.setEnabled(true);
        realm.setOrganizationsEnabled(true);
        realm.setRegistrationAllowed(false);
        realm.setLoginWithEmailAllowed(true);
        realm.setDuplicateEmailsAllowed(false);
        realm.setEditUsernameAllowed(false);
        realm.setBruteForceProtected(true);
        return realm;
    }

    /** @param secret null: the one that the client has stays */
    private ClientRepresentation shaped(ClientRepresentation client, @Nullable String secret) {
        client.setClientId(settings.clientId());
        client.setName("Openteller");
        client.setProtocol("openid-connect");
        client.setEnabled(true);
        client.setPublicClient(false);
        client.setStandardFlowEnabled(true);
        client.setImplicitFlowEnabled(false);
        client.setDirectAccessGrantsEnabled(false);
        client.setServiceAccountsEnabled(false);
        client.setRedirectUris(List.of(address.callback().toString()));
        client.setAttributes(Map.of("pkce.code.challenge.method", "S256"));
        if (secret != null) {
            client.setSecret(secret);
        }
        return client;
    }
}
