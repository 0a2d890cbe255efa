package io.openteller.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What each demo bank's website has on its server: the private key with which it vouches for its customers. */
@Singleton
class DemoKeys {

    private static final Duration LIFE = Duration.ofMinutes(2);

    private final Path folder;
    private final Clock clock;
    private final Map<String, ECKey> keys = new ConcurrentHashMap<>();

    DemoKeys(@Property(name = "openteller.data", defaultValue = ".openteller/data") Path data, Clock clock) {
        this.folder = data.resolve("demo-keys");
        this.clock = clock;
    }

    String publicKeys(DemoBank bank) {
        return new JWKSet(key(bank).toPublicJWK()).toString();
    }

    /** A token that says, for two minutes and one use, that the bearer is this customer. */
    String vouch(DemoBank bank, String customerRef, String name) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(customerRef)
                .claim("name", name)
                .audience(bank.siteKey())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .jwtID(UUID.randomUUID().toString())
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(key(bank).getKeyID())
                        .build(),
                claims);
        try {
            token.sign(new ECDSASigner(key(bank)));
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
        return token.serialize();
    }

    private ECKey key(DemoBank bank) {
        return keys.computeIfAbsent(bank.slug(), this::kept);
    }

    private ECKey kept(String slug) {
        Path file = folder.resolve(slug + ".jwk");
        try {
            if (Files.exists(file)) {
                return ECKey.parse(Files.readString(file));
            }
            ECKey made = new ECKeyGenerator(Curve.P_256).keyID(slug + "-1").generate();
            Files.createDirectories(folder);
            Files.createFile(
                    file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, made.toJSONString());
            return made;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (ParseException | JOSEException failure) {
            throw new IllegalStateException(file + " holds no key", failure);
        }
    }
}
