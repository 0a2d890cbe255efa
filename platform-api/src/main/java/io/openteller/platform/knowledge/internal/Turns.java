package io.openteller.platform.knowledge.internal;

import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Lets the steps of one document's life happen one after the other: each sees what the one before it left. */
@Singleton
class Turns {

    private final TenantDatabase database;
    private final DocumentSql documents;
    private final VersionSql versions;
    private final Clock clock;

    Turns(TenantDatabase database, DocumentSql documents, VersionSql versions, Clock clock) {
        this.database = database;
        this.documents = documents;
        this.versions = versions;
        this.clock = clock;
    }

    /** @param now later than any step before it, whatever the clocks of the replicas say */
    record Turn(Handle sql, DocumentRow document, History history, Instant now) {

        VersionFacts version(int number) {
            return history.version(number).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
        }

        /** The subject of audit events. */
        String name(int version) {
            return document.slug() + "@" + version;
        }
    }

    @FunctionalInterface
    interface Step<T> {
        T take(Turn turn);
    }

    /** @throws ProblemException if there is no such document */
    <T> T take(String slug, Step<T> step) {
        return database.inTransaction(sql -> {
            DocumentRow document =
                    documents.lock(sql, slug).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
            return step.take(turn(sql, document));
        });
    }

    /** @throws ProblemException if there is no such document */
    void run(String slug, Consumer<Turn> step) {
        take(slug, turn -> {
            step.accept(turn);
            return turn;
        });
    }

    /** With the document made first, if it is new. Its history is empty then. */
    <T> T takeOrMake(DocumentSql.NewRow document, Step<T> step) {
        return database.inTransaction(sql -> {
            documents.create(sql, document);
            return step.take(turn(sql, documents.lock(sql, document.slug()).orElseThrow()));
        });
    }

    private Turn turn(Handle sql, DocumentRow document) {
        History history = versions.history(sql, document.id());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        // What PostgreSQL keeps of a moment is microseconds.
        Instant next = history.lastDecision()
                .map(last -> last.plus(1, ChronoUnit.MICROS))
                .filter(now::isBefore)
                .orElse(now);
        return new Turn(sql, document, history, next);
    }
}
