package io.openteller.platform.plugin.internal.packages;

import io.openteller.packages.Trees;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Unpacked packages that are out of service: calls in flight still load classes from them, so they are deleted later. */
@Singleton
class Leaving {

    private static final Logger log = LoggerFactory.getLogger(Leaving.class);

    /** Longer than any call may take. */
    private static final Duration AFTER = Duration.ofMinutes(3);

    private final Map<Path, Instant> folders = new ConcurrentHashMap<>();
    private final Clock clock;

    Leaving(Clock clock) {
        this.clock = clock;
    }

    void later(Path unpacked) {
        folders.put(unpacked, clock.instant().plus(AFTER));
    }

    void sweep() {
        Instant now = clock.instant();
        folders.forEach((folder, due) -> {
            if (due.isBefore(now)) {
                folders.remove(folder);
                now(folder);
            }
        });
    }

    void now(Path unpacked) {
        try {
            Trees.delete(unpacked);
        } catch (IOException left) {
            log.warn("an unpacked plugin could not be deleted", left);
        }
    }
}
