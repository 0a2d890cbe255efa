package io.openteller.platform.identity.internal;

import io.micronaut.context.annotation.Property;
import io.openteller.platform.identity.Identities;
import io.openteller.platform.identity.Permission;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Through Keycloak's own admin client: one realm, one organization per bank. */
@Singleton
class KeycloakIdentities implements Identities {

    private final KeycloakAdmin admin;
    private final RealmSetup setup;
    private final ApiKeys keys;
    private final boolean demo;

    KeycloakIdentities(
            KeycloakAdmin admin,
            RealmSetup setup,
            ApiKeys keys,
            @Property(name = "openteller.environment", defaultValue = "production") String environment) {
        this.admin = admin;
        this.setup = setup;
        this.keys = keys;
        this.demo = environment.equals("demo");
    }

    @Override
    public Optional<String> prepareRealm() {
        return admin.call(setup::prepare);
    }

    @Override
    public void prepareBank(String slug, String name) {
        admin.inRealm(realm -> {
            if (organization(realm, slug).isEmpty()) {
                OrganizationRepresentation bank = new OrganizationRepresentation();
                bank.setAlias(slug);
                bank.setName(name);
                bank.setEnabled(true);
                KeycloakAdmin.created(realm.organizations().create(bank));
            }
            return slug;
        });
    }

    @Override
    public boolean prepareAccount(String bankSlug, String email, String name, String password) {
        return admin.inRealm(realm -> {
            String bank = organization(realm, bankSlug)
                    .orElseThrow(() -> new IllegalStateException("no organization " + bankSlug + " in Keycloak"));
            String address = email.toLowerCase(Locale.ROOT);
            Optional<String> known = user(realm, address);
            String user = known.orElseGet(
                    () -> KeycloakAdmin.created(realm.users().create(account(address, name, password))));
            KeycloakAdmin.createdOrThere(
                    realm.organizations().get(bank).members().addMember(user));
            return known.isEmpty();
        });
    }

    @Override
    public String issueApiKey(String name, Set<Permission> permissions) {
        return keys.issue(name, permissions);
    }

    private UserRepresentation account(String email, String name, String password) {
        CredentialRepresentation first = new CredentialRepresentation();
        first.setType(CredentialRepresentation.PASSWORD);
        first.setValue(password);
        first.setTemporary(!demo);
        UserRepresentation account = new UserRepresentation();
        account.setUsername(email);
        account.setEmail(email);
        // The operator vouches for the address; without that nobody is let in.
        account.setEmailVerified(true);
        account.setEnabled(true);
        // Keycloak wants both names before it lets anybody go on.
        int space = name.strip().lastIndexOf(' ');
        account.setFirstName(space < 0 ? name.strip() : name.strip().substring(0, space));
        account.setLastName(space < 0 ? "-" : name.strip().substring(space + 1));
        account.setCredentials(List.of(first));
        return account;
    }

    private static Optional<String> organization(RealmResource realm, String alias) {
        return realm.organizations().list(0, 10_000).stream()
                .filter(found -> alias.equals(found.getAlias()))
                .map(OrganizationRepresentation::getId)
                .findFirst();
    }

    private static Optional<String> user(RealmResource realm, String email) {
        return realm.users().searchByEmail(email, true).stream()
                .map(UserRepresentation::getId)
                .findFirst();
    }
}
