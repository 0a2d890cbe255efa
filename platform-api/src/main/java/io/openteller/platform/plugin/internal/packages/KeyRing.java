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

/** The keys that this platform trusts: a folder that operators fill, by hand or through the routes. */
@Singleton
public class KeyRing implements TrustedKeys {

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

    Path place() {
        return place;
    }

    @Override
    public Optional<TrustedKey> find(String keyId) {
        return folder.find(keyId);
    }

    List<TrustedKey> all() {
        return folder.all();
    }

    List<String> unreadable() {
        return folder.unreadable();
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
