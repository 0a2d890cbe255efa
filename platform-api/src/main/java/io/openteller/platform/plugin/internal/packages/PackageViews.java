package io.openteller.platform.plugin.internal.packages;

import io.micronaut.serde.annotation.Serdeable;
import io.openteller.packages.TrustedKey;
import io.openteller.platform.plugin.internal.packages.PluginEvents.Event;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Packages and keys as operators see them. */
final class PackageViews {

    private PackageViews() {}

    @Serdeable
    record Keys(List<Key> items) {}

    @Serdeable
    record Key(String keyId, String publisher, String publicKey, String level, @Nullable Instant revokedAt) {
        static Key of(TrustedKey key) {
            return new Key(key.keyId(), key.publisher(), key.publicKey(), key.level().name(), key.revokedAt());
        }
    }

    /** @param publicKey 32 raw bytes in base64; @param level PLATFORM or PARTNER */
    @Serdeable
    record GivenKey(@Nullable String publisher, @Nullable String publicKey, @Nullable String level) {}

    @Serdeable
    record Events(List<Happened> items) {}

    /** @param number what the next page is asked before */
    @Serdeable
    record Happened(
            long number,
            Instant at,
            String action,
            String actor,
            @Nullable String plugin,
            @Nullable String version,
            @Nullable String sha256,
            @Nullable String keyId,
            String detail) {
        static Happened of(Event event) {
            return new Happened(
                    event.number(),
                    Objects.requireNonNull(event.at()).toInstant(),
                    event.action().name(),
                    event.actor().name(),
                    event.plugin(),
                    event.version(),
                    event.sha256(),
                    event.keyId(),
                    event.detail());
        }
    }
}
