package io.openteller.platform.channel.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.openteller.platform.channel.Site;
import io.openteller.platform.channel.Visitor;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.Tenant;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

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

    private final SiteKeys keys;
    private final Clock clock;

    IdentityTokens(SiteKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Whether the token was used before is not looked up here. */
    Visitor visitor(Tenant bank, Site site, String origin, String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            if (!ALGORITHMS.contains(jwt.getHeader().getAlgorithm()) || !keys.of(site).signed(jwt)) {
                throw invalid();
            }
            return visitor(bank, site, origin, jwt.getJWTClaimsSet());
        } catch (ParseException | JOSEException unreadable) {
            throw invalid();
        }
    }

    private Visitor visitor(Tenant bank, Site site, String origin, JWTClaimsSet claims) throws ParseException {
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
        // Known again for as long as it would be taken.
        Visitor.Voucher voucher = new Visitor.Voucher(jti, expires.toInstant().plus(CLOCK_SKEW));
        return new Visitor(bank, site, origin, ref, claims.getStringClaim("name"), voucher);
    }

    private static ProblemException invalid() {
        return new ProblemException(ErrorCode.IDENTITY_TOKEN_INVALID);
    }
}
