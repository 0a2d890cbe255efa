package io.openteller.platform.plugin.internal.packages;

import io.micronaut.context.annotation.Property;
import io.openteller.packages.TrustFolder;
import io.openteller.packages.TrustedKey;
import io.openteller.packages.TrustedKeys;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys that this platform trusts: a folder that operators fill, by hand or through the routes. */
@Singleton
public class KeyRing implements TrustedKeys {

    private static final Logger log = LoggerFactory.getLogger(KeyRing.class);

    private final Path place;
    private final TrustFolder folder;
    private final Clock clock;

    KeyRing(
            @Property(name = "openteller.plugins.folder") Path plugins,
            @Property(name = "openteller.plugins.trust", defaultValue = "") String trust,
            Clock clock) {
        this.place = trust.isEmpty() ? plugins.toAbsolutePath().resolveSibling("trust") : Path.of(trust);
        this.folder = new TrustFolder(place);
        this.clock = clock;
    }

    /** Says at the start what an operator must know to get any plugin loaded. */
    void say() {
        folder.unreadable().forEach(name -> log.error("key cannot be read, and trusts nobody: {}", place.resolve(name)));
        List<TrustedKey> trusted = all().stream().filter(key -> key.revokedAt() == null).toList();
        if (trusted.isEmpty()) {
            log.warn("NO PLUGIN IS LOADED: no key is trusted; put <keyId>.json of a publisher into {}", place);
        }
        trusted.forEach(key -> log.info("plugins are loaded of key={} publisher={} level={}", key.keyId(), key.publisher(), key.level()));
    }

    @Override
    public Optional<TrustedKey> find(String keyId) {
        return folder.find(keyId);
    }

    List<TrustedKey> all() {
        return folder.all();
    }

    public boolean trusts(String keyId) {
        return find(keyId).filter(key -> key.revokedAt() == null).isPresent();
    }

    /** A revoked key is never trusted again: who lost it would be trusted with it. */
    void trust(TrustedKey key) {
        if (find(key.keyId()).filter(before -> before.revokedAt() != null).isPresent()) {
            throw new ProblemException(ErrorCode.PLUGIN_KEY_REVOKED);
        }
        put(key);
    }

    TrustedKey revoke(String keyId) {
        TrustedKey key = find(keyId).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
        if (key.revokedAt() != null) {
            return key;
        }
        TrustedKey revoked =
                new TrustedKey(key.keyId(), key.publisher(), key.publicKey(), key.level(), clock.instant());
        put(revoked);
        return revoked;
    }

    private void put(TrustedKey key) {
        try {
            folder.put(key);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
