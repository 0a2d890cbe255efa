package io.openteller.platform.knowledge.internal;

import io.openteller.platform.knowledge.Knowledge;
import io.openteller.platform.knowledge.Standing;
import io.openteller.platform.knowledge.internal.DetailViews.Approved;
import io.openteller.platform.knowledge.internal.DetailViews.Detail;
import io.openteller.platform.knowledge.internal.DetailViews.Suggestions;
import io.openteller.platform.knowledge.internal.DetailViews.Version;
import io.openteller.platform.knowledge.internal.DocumentViews.Row;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Brings together what is shown of one document. */
@Singleton
class Details {

    private final TenantDatabase database;
    private final Knowledge knowledge;
    private final DocumentSql documents;
    private final VersionSql versions;
    private final ApprovalSql approvals;
    private final Suggester suggester;
    private final Clock clock;

    Details(
            TenantDatabase database,
            Knowledge knowledge,
            DocumentSql documents,
            VersionSql versions,
            ApprovalSql approvals,
            Suggester suggester,
            Clock clock) {
        this.suggester = suggester;
        this.database = database;
        this.knowledge = knowledge;
        this.documents = documents;
        this.versions = versions;
        this.approvals = approvals;
        this.clock = clock;
    }

    /** @param reader whose own versions are marked */
    Detail of(String slug, UUID reader) {
        Shown shown = database.inTransaction(sql -> {
            DocumentRow document =
                    documents.find(sql, slug).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
            return new Shown(
                    document,
                    versions.history(sql, document.id()).latest(),
                    knowledge.find(slug).map(Row::of).orElseThrow(),
                    versions(sql, document, reader));
        });
        // Not within the transaction: who waits for the bank's word book must not hold a connection meanwhile.
        return new Detail(shown.row(), shown.versions(), suggestions(shown.document(), shown.latest()));
    }

    private record Shown(DocumentRow document, VersionFacts latest, Row row, List<Version> versions) {}

    /** What the document does not have yet. */
    private Suggestions suggestions(DocumentRow document, VersionFacts latest) {
        Suggester.Filing filing = suggester.of(document, latest);
        return new Suggestions(
                document.category().equals(filing.category()) ? null : filing.category(),
                filing.tags().stream()
                        .filter(tag -> !document.tags().contains(tag))
                        .toList());
    }

    private List<Version> versions(Handle sql, DocumentRow document, UUID reader) {
        Instant now = clock.instant();
        History history = versions.history(sql, document.id());
        List<ApprovalSql.Given> given = approvals.of(sql, document.id());
        return history.versions().stream()
                .map(facts -> version(history, facts, given, reader, now))
                .toList();
    }

    private static Version version(
            History history, VersionFacts facts, List<ApprovalSql.Given> given, UUID reader, Instant now) {
        VersionFacts.Review review = facts.review();
        Optional<Effect> effect = Optional.ofNullable(facts.effect());
        Optional<Interval> when = history.interval(facts.version());
        return new Version(
                facts.version(),
                history.standing(facts, now),
                facts.title(),
                facts.format(),
                facts.passages(),
                facts.at(),
                facts.by(),
                facts.writtenBy(reader),
                review.submittedAt(),
                review.submittedBy(),
                given.stream()
                        .filter(one -> one.version() == facts.version() && one.round() == review.round())
                        .map(one -> new Approved(one.by(), one.at(), one.comment()))
                        .toList(),
                review.approvalsNeeded(),
                review.rejectedBy(),
                review.rejectedAt(),
                review.rejectedReason(),
                effect.map(Effect::from).orElse(review.from()),
                review.until(),
                when.filter(one -> one.end() == Standing.SUPERSEDED)
                        .map(Interval::until)
                        .orElse(null),
                effect.map(Effect::revokedBy).orElse(null),
                effect.map(Effect::revokedAt).orElse(null),
                effect.map(Effect::revokedReason).orElse(null),
                facts.changeNote());
    }
}
