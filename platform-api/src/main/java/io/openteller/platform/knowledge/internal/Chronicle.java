package io.openteller.platform.knowledge.internal;

import io.openteller.platform.audit.Audit;
import io.openteller.platform.knowledge.internal.Turns.Turn;
import io.openteller.platform.release.Releases;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the record of a document's life: each step as an event, each change of what is in force as a release. */
@Singleton
class Chronicle {

    private final Audit audit;
    private final Releases releases;

    Chronicle(Audit audit, Releases releases) {
        this.audit = audit;
        this.releases = releases;
    }

    /** @param what {@code drafted}, {@code approved} and so on */
    void step(Turn turn, String what, int version) {
        audit.record(turn.sql(), "document." + what, turn.name(version));
    }

    void step(Turn turn, String what) {
        audit.record(turn.sql(), "document." + what, turn.document().slug());
    }

    /** @param after what is in force from now on; null for nothing */
    void change(Turn turn, @Nullable String after, String by) {
        releases.publish(by, "document:" + turn.document().slug(), before(turn), after);
    }

    /** What was in force before the step, as the history was found. */
    private static @Nullable String before(Turn turn) {
        return inForce(turn.history(), turn.now()).orElse(null);
    }

    private static Optional<String> inForce(History history, Instant now) {
        return history.inForceAt(now).map(one -> name(one.version()));
    }

    static String name(int version) {
        return "version " + version;
    }
}
