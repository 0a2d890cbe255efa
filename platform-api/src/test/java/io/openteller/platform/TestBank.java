package io.openteller.platform;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.Ed25519Signer;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetKeyPairGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.context.ApplicationContext;
import io.openteller.platform.channel.Site;
import io.openteller.platform.channel.Sites;
import io.openteller.platform.knowledge.Adoption;
import io.openteller.platform.knowledge.Approvals;
import io.openteller.platform.knowledge.NewDocument;
import io.openteller.platform.reading.HandedFile;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import io.openteller.platform.tenancy.internal.Tenancies;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A new bank on a started platform: its site, and the keys with which the site vouches for customers. */
record TestBank(Tenant tenant, String siteKey, ECKey curve, OctetKeyPair edwards) {

    static final String ORIGIN = "https://www.bank.example";

    static TestBank open(ApplicationContext platform, String currency) throws JOSEException {
        String slug = "b" + UUID.randomUUID().toString().substring(0, 8);
        Tenant tenant = platform.getBean(Tenants.class).register(new TenantSlug(slug), "Bank " + slug, currency);
        ECKey curve = new ECKeyGenerator(Curve.P_256).keyID("curve").generate();
        OctetKeyPair edwards = new OctetKeyPairGenerator(Curve.Ed25519).keyID("edwards").generate();
        String keys = new JWKSet(List.of(curve.toPublicJWK(), edwards.toPublicJWK())).toString();
        Site site = new Site(
                "wk_" + slug + "_test-site", List.of(ORIGIN), keys, "Tess", "#204060", List.of("What are the fees?"));
        CurrentTenant.run(tenant, () -> platform.getBean(Sites.class).put(site));
        return new TestBank(tenant, site.key(), curve, edwards);
    }

    /** What an identity token of this bank says when nothing is wrong with it. */
    JWTClaimsSet.Builder claims(String customerRef) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .subject(customerRef)
                .claim("name", "Ananya Rao")
                .audience(siteKey)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(120)))
                .jwtID(UUID.randomUUID().toString());
    }

    String vouched(String customerRef) throws JOSEException {
        return signed(claims(customerRef).build(), JWSAlgorithm.ES256, new ECDSASigner(curve), "curve");
    }

    String vouchedByEdwards(String customerRef) throws JOSEException {
        return signed(claims(customerRef).build(), JWSAlgorithm.EdDSA, new Ed25519Signer(edwards), "edwards");
    }

    static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, JWSSigner signer, String keyId)
            throws JOSEException {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    void publish(ApplicationContext platform, String slug, String markdown) {
        byte[] content = markdown.getBytes(StandardCharsets.UTF_8);
        CurrentTenant.run(tenant, () -> platform.getBean(Approvals.class)
                .adopt(
                        new NewDocument(slug, HandedFile.plain(slug + ".md", content)),
                        Adoption.now("Anna Author", "Ben Approver")));
    }

    /** One value out of this bank's rows. */
    String stored(String query) {
        TenantDatabase database = Tenancies.database();
        return CurrentTenant.call(tenant, () -> database.inTransaction(
                sql -> String.valueOf(sql.createQuery(query).mapTo(String.class).one())));
    }

    /** How much of everything that a customer can cause is stored. */
    String rows() {
        return stored(Stream.of(
                        "conversation", "message", "answer_vote", "turn", "decision", "widget_session", "escalation", "workflow_step",
                        "banking_operation", "document", "document_version", "document_approval", "document_category", "audit_event", "release",
                        "intent", "intent_example", "intent_suggestion", "intent_model", "intent_training", "intent_scope")
                .map(table -> "'" + table + "=' || (SELECT count(*) FROM " + table + ")")
                .collect(Collectors.joining(" || ' ' || ", "SELECT ", "")));
    }
}
