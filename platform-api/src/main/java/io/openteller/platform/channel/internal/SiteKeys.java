package io.openteller.platform.channel.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jwt.SignedJWT;
import io.openteller.platform.channel.Site;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys with which banks' sites sign, read once: reading one checks that it lies on its curve, which is a good part of a signature. */
@Singleton
class SiteKeys {

    private final Cache<String, Keys> read = Caffeine.newBuilder().maximumSize(2_000).build();

    /** @throws ParseException if the site's key set cannot be read */
    Keys of(Site site) throws ParseException, JOSEException {
        Keys known = read.getIfPresent(site.customerKeysJson());
        if (known != null) {
            return known;
        }
        List<Key> keys = new ArrayList<>();
        for (JWK key : JWKSet.parse(site.customerKeysJson()).getKeys()) {
            if (key instanceof ECKey curve && Curve.P_256.equals(curve.getCurve())) {
                keys.add(new Key(key.getKeyID(), true, new ECDSAVerifier(curve)));
            } else if (key instanceof OctetKeyPair pair && Curve.Ed25519.equals(pair.getCurve())) {
                keys.add(new Key(key.getKeyID(), false, new Ed25519Verifier(pair)));
            }
        }
        Keys found = new Keys(keys);
        read.put(site.customerKeysJson(), found);
        return found;
    }

    /** @param curve whether it signs by ES256; the others sign by Ed25519 */
    private record Key(@Nullable String id, boolean curve, JWSVerifier verifier) {

        /** A key verifies only its own algorithm, whatever the token's header says. */
        private boolean mayHaveSigned(SignedJWT jwt) {
            String named = jwt.getHeader().getKeyID();
            return (named == null || named.equals(id))
                    && curve == jwt.getHeader().getAlgorithm().equals(JWSAlgorithm.ES256);
        }
    }

    record Keys(List<Key> keys) {

        boolean signed(SignedJWT jwt) throws JOSEException {
            for (Key key : keys) {
                if (key.mayHaveSigned(jwt) && jwt.verify(key.verifier())) {
                    return true;
                }
            }
            return false;
        }
    }
}
