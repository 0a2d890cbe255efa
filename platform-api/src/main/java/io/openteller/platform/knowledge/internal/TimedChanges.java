package io.openteller.platform.knowledge.internal;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.knowledge.Standing;
import io.openteller.platform.knowledge.internal.Turns.Turn;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Records what time alone changed: a version began, or came to its end. It is in force, or not, whether or not this has run;
 * what it adds is the release and the event, once for all replicas.
 */
@Singleton
class TimedChanges {

    private static final String DUE = """
            SELECT DISTINCT d.slug FROM document_version v
            JOIN document d ON d.tenant_id = v.tenant_id AND d.id = v.document_id
            WHERE v.state = 'APPROVED' AND v.noted IS DISTINCT FROM 'ENDED'
              AND ((v.noted IS NULL AND greatest(v.approved_at, v.effective_from) <= :now) OR v.effective_until <= :now)
            """;

    private final TenantDatabase database;
    private final Turns turns;
    private final VersionWriting writing;
    private final Chronicle chronicle;
    private final Clock clock;

    TimedChanges(
            TenantDatabase database, Turns turns, VersionWriting writing, Chronicle chronicle, Clock clock) {
        this.database = database;
        this.turns = turns;
        this.writing = writing;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** For the current tenant. */
    void record() {
        database.inTransaction(this::due).forEach(slug -> turns.run(slug, this::noted));
    }

    private List<String> due(Handle sql) {
        return sql.createQuery(DUE)
                .bind("now", Timestamp.from(clock.instant()))
                .mapTo(String.class)
                .list();
    }

    /** Looks again: another replica may have been faster. */
    private void noted(Turn turn) {
        for (VersionFacts version : turn.history().versions().reversed()) {
            Optional<Interval> when = turn.history().interval(version.version());
            if (version.effect() == null || version.ended()) {
                continue;
            }
            if (when.isEmpty()) {
                // Another took its place at once: it never was in force.
                writing.note(turn.sql(), version, "ENDED");
            } else {
                noted(turn, version, when.get());
            }
        }
    }

    private void noted(Turn turn, VersionFacts version, Interval when) {
        if (!version.begun() && !when.from().isAfter(turn.now())) {
            writing.note(turn.sql(), version, "BEGAN");
            Optional<VersionFacts> before = turn.history().inForceAt(when.from().minus(1, ChronoUnit.MICROS));
            chronicle.change(
                    turn,
                    before.map(one -> Chronicle.name(one.version())).orElse(null),
                    Chronicle.name(version.version()),
                    Actor.SYSTEM.name());
            chronicle.step(turn, "effective", version.version());
        }
        boolean over = when.until() != null && !when.until().isAfter(turn.now());
        if (over) {
            writing.note(turn.sql(), version, "ENDED");
        }
        if (over && when.end() == Standing.EXPIRED) {
            chronicle.change(turn, Chronicle.name(version.version()), null, Actor.SYSTEM.name());
            chronicle.step(turn, "expired", version.version());
        }
    }
}
