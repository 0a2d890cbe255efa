package io.openteller.platform;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingSupplier;

/** Who may not begin a conversation, or not as the customer whom they name. */
class BadArrivalIT {

    private static EmbeddedServer platform;
    private static TestBank bank;
    private static TestBank other;

    @BeforeAll
    static void two_banks() throws Exception {
        platform = TestPlatform.start(Map.of());
        bank = TestBank.open(platform.getApplicationContext(), "INR");
        other = TestBank.open(platform.getApplicationContext(), "GBP");
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @TestFactory
    Stream<DynamicTest> pages() {
        String known = bank.siteKey();
        return Stream.of(
                unknown("no site key", null),
                unknown("a key like none", "' OR 1=1 --"),
                unknown("a key of no bank", "wk_nobody_test-site"),
                unknown("a key of no site of the bank", known + "x"),
                refused("no Origin", 403, "ORIGIN_NOT_ALLOWED", () -> arriving(known, null, null)),
                refused(
                        "an Origin that only begins like the bank's",
                        403,
                        "ORIGIN_NOT_ALLOWED",
                        () -> arriving(known, TestBank.ORIGIN + ".evil.example", null)));
    }

    @TestFactory
    Stream<DynamicTest> tokens() {
        return Stream.of(
                invalid("a token that is none", () -> "a.b.c"),
                invalid("an empty token", () -> ""),
                invalid("an unsigned token", () -> new PlainJWT(claims().build()).serialize()),
                invalid("the public key used as a password", () -> TestBank.signed(
                        claims().build(),
                        JWSAlgorithm.HS256,
                        new MACSigner(bank.curve().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)),
                        "curve")),
                invalid("a key of somebody else under the bank's name", () -> TestBank.signed(
                        claims().build(),
                        JWSAlgorithm.ES256,
                        new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate()),
                        "curve")),
                invalid("another bank's token", () -> other.vouched("MB-1001")),
                invalid("a token for another site", () -> signed(claims().audience(other.siteKey()))),
                invalid("a token for nobody", () -> signed(claims().subject(" "))),
                invalid("a token without an id", () -> signed(claims().jwtID(null))),
                invalid("a token without an end", () -> signed(claims().expirationTime(null))),
                invalid("a token that lives too long", () -> signed(claims().expirationTime(in(3_600)))),
                invalid("a token from the future", () -> signed(claims().issueTime(in(600)).expirationTime(in(700)))),
                token("a token of yesterday", "IDENTITY_TOKEN_EXPIRED", () -> signed(
                        claims().issueTime(in(-86_400)).expirationTime(in(-86_300)))),
                token("a token that was used", "IDENTITY_TOKEN_REPLAYED", () -> {
                    String used = bank.vouched("MB-1001");
                    TestVisitor.vouched(platform, bank, used);
                    return used;
                }));
    }

    private static DynamicTest unknown(String name, @Nullable String siteKey) {
        return refused(name, 401, "UNKNOWN_SITE_KEY", () -> arriving(siteKey, TestBank.ORIGIN, null));
    }

    private static DynamicTest invalid(String name, ThrowingSupplier<String> made) {
        return token(name, "IDENTITY_TOKEN_INVALID", made);
    }

    private static DynamicTest token(String name, String code, ThrowingSupplier<String> made) {
        return refused(name, 401, code, () -> arriving(bank.siteKey(), TestBank.ORIGIN, made.get()));
    }

    private static DynamicTest refused(String name, int status, String code, ThrowingSupplier<HttpRequest> made) {
        return new Refusals(bank, other).of(name, status, code, made);
    }

    private static HttpRequest arriving(@Nullable String siteKey, @Nullable String origin, @Nullable String token)
            throws Exception {
        Map<String, String> body = new HashMap<>();
        if (siteKey != null) {
            body.put("siteKey", siteKey);
        }
        if (token != null) {
            body.put("identityToken", token);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(platform.getURI().resolve("/api/v1/widget/sessions"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(TestVisitor.written(body)));
        return (origin == null ? request : request.header("Origin", origin)).build();
    }

    private static JWTClaimsSet.Builder claims() {
        return bank.claims("MB-1001");
    }

    private static String signed(JWTClaimsSet.Builder claims) throws JOSEException {
        return TestBank.signed(claims.build(), JWSAlgorithm.ES256, new ECDSASigner(bank.curve()), "curve");
    }

    private static Date in(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }
}
