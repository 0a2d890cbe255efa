package io.openteller.platform.channel.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.openteller.platform.channel.Site;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the token with which a bank's site vouches for a customer: signed with one of the site's own keys, for this site
 * ({@code aud} is the site key), short-lived, with an id that is used once.
 */
@Singleton
class IdentityTokens {

    private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);
    private static final List<JWSAlgorithm> ALGORITHMS =
            List.of(JWSAlgorithm.ES256, JWSAlgorithm.EdDSA, JWSAlgorithm.Ed25519);

    private final TokenUseSql uses;
    private final Clock clock;

    IdentityTokens(TokenUseSql uses, Clock clock) {
        this.uses = uses;
        this.clock = clock;
    }

    record VouchedCustomer(String ref, @Nullable String name) {}

    VouchedCustomer read(Site site, String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            if (!ALGORITHMS.contains(jwt.getHeader().getAlgorithm()) || !signedBySite(site, jwt)) {
                throw invalid();
            }
            return claims(site, jwt.getJWTClaimsSet());
        } catch (ParseException | JOSEException unreadable) {
            throw invalid();
        }
    }

    private VouchedCustomer claims(Site site, JWTClaimsSet claims) throws ParseException {
        Date issued = claims.getIssueTime();
        Date expires = claims.getExpirationTime();
        String jti = claims.getJWTID();
        String ref = claims.getSubject();
        boolean complete = issued != null && expires != null && jti != null && ref != null;
        if (!complete || jti.length() > 128 || ref.isBlank() || ref.length() > 128) {
            throw invalid();
        }
        if (!claims.getAudience().contains(site.key())) {
            throw invalid();
        }
        Instant now = clock.instant();
        if (Duration.between(issued.toInstant(), expires.toInstant()).compareTo(LONGEST_LIFE) > 0
                || issued.toInstant().isAfter(now.plus(CLOCK_SKEW))) {
            throw invalid();
        }
        if (!expires.toInstant().plus(CLOCK_SKEW).isAfter(now)) {
            throw new ProblemException(ErrorCode.IDENTITY_TOKEN_EXPIRED);
        }
        if (!uses.first(jti, expires.toInstant().plus(CLOCK_SKEW))) {
            throw new ProblemException(ErrorCode.IDENTITY_TOKEN_REPLAYED);
        }
        return new VouchedCustomer(ref, claims.getStringClaim("name"));
    }

    private static boolean signedBySite(Site site, SignedJWT jwt) throws ParseException, JOSEException {
        String keyId = jwt.getHeader().getKeyID();
        for (JWK key : JWKSet.parse(site.customerKeysJson()).getKeys()) {
            boolean named = keyId == null || keyId.equals(key.getKeyID());
            if (named && matches(key, jwt.getHeader().getAlgorithm()) && jwt.verify(verifier(key))) {
                return true;
            }
        }
        return false;
    }

    /** A key verifies only its own algorithm, whatever the token's header says. */
    private static boolean matches(JWK key, JWSAlgorithm algorithm) {
        return key instanceof ECKey ? algorithm.equals(JWSAlgorithm.ES256) : key instanceof OctetKeyPair
                && !algorithm.equals(JWSAlgorithm.ES256);
    }

    private static JWSVerifier verifier(JWK key) throws JOSEException {
        return key instanceof ECKey curve ? new ECDSAVerifier(curve) : new Ed25519Verifier((OctetKeyPair) key);
    }

    private static ProblemException invalid() {
        return new ProblemException(ErrorCode.IDENTITY_TOKEN_INVALID);
    }
}
