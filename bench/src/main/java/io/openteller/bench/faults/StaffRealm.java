package io.openteller.bench.faults;

import com.nimbusds.jose.jwk.RSAKey;
import io.micronaut.context.ApplicationContext;
import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.processes.PlatformProcess;
import io.openteller.local.LocalKeycloak;
import io.openteller.platform.identity.Identities;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ComponentRepresentation;

/** A Keycloak of its own that one colleague signs in at; its signing key is one that the bench knows, until it is exchanged. */
final class StaffRealm implements AutoCloseable {

    private static final String REALM = "openteller";
    private static final int BITS = 2_048;
    private static final String ABOVE_ALL_OTHERS = "200";

    private final Path folder;
    private final KeycloakFront front;
    private final String secret = UUID.randomUUID().toString();
    private final String password = "correct-" + UUID.randomUUID();
    private LocalKeycloak keycloak;

    private StaffRealm(Path folder, KeycloakFront front, LocalKeycloak keycloak) {
        this.folder = folder;
        this.front = front;
        this.keycloak = keycloak;
        front.before(keycloak.port());
    }

    static StaffRealm start(Path folder, KeycloakFront front) {
        return new StaffRealm(folder, front, LocalKeycloak.start(folder));
    }

    String password() {
        return password;
    }

    /** From its next start on its colleagues sign in here; the bank's own are known here then. */
    void serve(Ground ground, PlatformProcess node, SandboxBank bank, String email) {
        Map<String, Object> operator = new HashMap<>(ground.machine().quiet());
        operator.putAll(Map.of(
                "openteller.public-url", node.url(),
                "openteller.environment", "demo",
                "openteller.keycloak.url", front.url(),
                "openteller.keycloak.admin-user", keycloak.admin(),
                "openteller.keycloak.admin-password", keycloak.adminPassword(),
                "openteller.keycloak.client-secret", secret));
        try (ApplicationContext platform = ApplicationContext.run(operator)) {
            Identities identities = platform.getBean(Identities.class);
            identities.prepareRealm();
            identities.prepareBank(bank.slug(), bank.slug());
            identities.prepareAccount(bank.slug(), email, "Ben", password);
        }
        node.tell("OPENTELLER_KEYCLOAK_URL", front.url());
        node.tell("OPENTELLER_KEYCLOAK_CLIENT_SECRET", secret);
    }

    void stop() {
        keycloak.stop();
    }

    void startAgain() {
        keycloak = LocalKeycloak.start(folder);
        front.before(keycloak.port());
    }

    /** @return the key that signs from now on */
    RSAKey signWithKnownKey() {
        KeyPair pair = pair();
        Map<String, String> config = Map.of(
                "privateKey", Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()), "algorithm", "RS256");
        return new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                .privateKey(pair.getPrivate())
                .keyID(signingWith("known", "rsa", config))
                .build();
    }

    /** The one before is forgotten; nothing that it signs is Keycloak's word any more. */
    void exchangeKeys() {
        try (Keycloak admin = admin()) {
            RealmResource realm = admin.realm(REALM);
            realm.components().query(null, "org.keycloak.keys.KeyProvider", "known").forEach(known ->
                    realm.components().component(known.getId()).remove());
        }
        signingWith("newer", "rsa-generated", Map.of("algorithm", "RS256"));
    }

    /** @return the key's id */
    private String signingWith(String name, String provider, Map<String, String> config) {
        ComponentRepresentation key = new ComponentRepresentation();
        key.setName(name);
        key.setProviderId(provider);
        key.setProviderType("org.keycloak.keys.KeyProvider");
        MultivaluedHashMap<String, String> settings = new MultivaluedHashMap<>();
        settings.putSingle("priority", ABOVE_ALL_OTHERS);
        config.forEach(settings::putSingle);
        key.setConfig(settings);
        try (Keycloak admin = admin()) {
            RealmResource realm = admin.realm(REALM);
            try (var made = realm.components().add(key)) {
                if (made.getStatus() != 201) {
                    throw new IllegalStateException("Keycloak takes no key: " + made.getStatus());
                }
            }
            return Objects.requireNonNull(realm.keys().getKeyMetadata().getActive().get("RS256"));
        }
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Keycloak admin() {
        return Keycloak.getInstance(keycloak.url(), "master", keycloak.admin(), keycloak.adminPassword(), "admin-cli");
    }

    @Override
    public void close() {
        keycloak.stop();
    }
}
