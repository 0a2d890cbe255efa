package io.openteller.platform.answer.internal;

import io.openteller.platform.answer.internal.WordedAnswer.Standing;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.BankChanges;
import io.openteller.platform.tenancy.Lately;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Wording is written by one person and approved by another; whoever changes it has written it. */
@Singleton
class WordingBook {

    private static final int LONGEST = 2_000;
    private static final int MOST_QUESTIONS = 50;

    private final TenantDatabase database;
    private final WordingSql rows;
    private final Audit audit;
    private final Lately<List<WordedAnswer>> said;

    WordingBook(TenantDatabase database, WordingSql rows, Audit audit, BankChanges changes) {
        this.database = database;
        this.rows = rows;
        this.audit = audit;
        this.said = new Lately<>(changes, database);
    }

    List<WordedAnswer> all() {
        return database.inTransaction(rows::all);
    }

    /** What is said word for word at that moment; now if it is null. */
    List<WordedAnswer> saidAt(@Nullable Instant at) {
        return at == null ? said.of(() -> read(null)) : read(at);
    }

    private List<WordedAnswer> read(@Nullable Instant at) {
        return database.inTransaction(sql -> rows.saidAt(sql, at));
    }

    WordedAnswer put(WordedAnswer answer) {
        check(answer);
        return database.inTransaction(sql -> {
            rows.put(sql, answer);
            database.afterCommit(said::forget);
            audit.record(sql, "wording.written", answer.id().toString());
            return rows.find(sql, answer.id()).orElseThrow();
        });
    }

    void mustExist(UUID id) {
        database.inTransaction(sql -> rows.find(sql, id).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND)));
    }

    WordedAnswer decide(UUID id, Standing standing, String by) {
        return database.inTransaction(sql -> {
            WordedAnswer answer = rows.find(sql, id).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
            if (answer.by().equals(by)) {
                throw new ProblemException(ErrorCode.OWN_VERSION);
            }
            if (answer.standing() != Standing.IN_REVIEW) {
                throw new ProblemException(ErrorCode.NOT_IN_REVIEW);
            }
            rows.decide(sql, id, standing, by);
            database.afterCommit(said::forget);
            audit.record(
                    sql, standing == Standing.APPROVED ? "wording.approved" : "wording.rejected", id.toString());
            return rows.find(sql, id).orElseThrow();
        });
    }

    void delete(UUID id) {
        database.inTransaction(sql -> {
            if (!rows.delete(sql, id)) {
                throw new ProblemException(ErrorCode.NOT_FOUND);
            }
            database.afterCommit(said::forget);
            audit.record(sql, "wording.deleted", id.toString());
            return id;
        });
    }

    private static void check(WordedAnswer answer) {
        if (answer.text().isBlank() || answer.text().length() > LONGEST) {
            throw new ProblemException(ErrorCode.WORDING_INVALID, "The text has 1 to 2,000 characters");
        }
        if (answer.intent() == null && answer.questions().isEmpty()) {
            throw new ProblemException(ErrorCode.WORDING_INVALID, "An intent or at least one question is needed");
        }
        if (answer.strict() && answer.intent() == null) {
            throw new ProblemException(ErrorCode.WORDING_INVALID, "Strict wording is for an intent");
        }
        if (answer.questions().size() > MOST_QUESTIONS || answer.questions().stream().anyMatch(String::isBlank)) {
            throw new ProblemException(ErrorCode.WORDING_INVALID, "At most 50 questions, none of them empty");
        }
    }
}
