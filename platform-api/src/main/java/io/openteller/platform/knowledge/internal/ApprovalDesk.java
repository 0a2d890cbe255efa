package io.openteller.platform.knowledge.internal;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.knowledge.Adoption;
import io.openteller.platform.knowledge.Approval;
import io.openteller.platform.knowledge.Approvals;
import io.openteller.platform.knowledge.NewDocument;
import io.openteller.platform.knowledge.Stored;
import io.openteller.platform.knowledge.internal.Turns.Turn;
import io.openteller.platform.knowledge.internal.VersionFacts.Review;
import io.openteller.platform.knowledge.internal.VersionFacts.State;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where it is decided what answers may be made from. */
@Singleton
class ApprovalDesk implements Approvals {

    private final Turns turns;
    private final Adopting adopting;
    private final Describing describing;
    private final VersionWriting writing;
    private final ApprovalSql approvals;
    private final Chronicle chronicle;

    ApprovalDesk(
            Turns turns,
            Adopting adopting,
            Describing describing,
            VersionWriting writing,
            ApprovalSql approvals,
            Chronicle chronicle) {
        this.turns = turns;
        this.adopting = adopting;
        this.describing = describing;
        this.writing = writing;
        this.approvals = approvals;
        this.chronicle = chronicle;
    }

    @Override
    public Stored adopt(NewDocument document, Adoption adoption) {
        return adopting.adopt(document, adoption);
    }

    @Override
    public void approve(String slug, int version, Approval approval, Actor by) {
        turns.run(slug, turn -> {
            VersionFacts reviewed = reviewed(turn, version, by);
            UUID person = Objects.requireNonNull(by.id(), "the system approves nothing");
            List<ApprovalSql.Given> given = given(turn, reviewed);
            if (given.stream().anyMatch(one -> person.equals(one.approver()))) {
                throw new ProblemException(ErrorCode.APPROVED_ALREADY);
            }
            Effect effect = effect(turn.now(), reviewed.review(), given.isEmpty(), approval);
            int round = reviewed.review().round();
            approvals.add(
                    turn.sql(),
                    reviewed.document(),
                    new ApprovalSql.Given(version, round, person, by.name(), approval.comment(), turn.now()));
            writing.propose(turn.sql(), reviewed, effect.effectiveFrom(), effect.effectiveUntil());
            chronicle.step(turn, "approved", version);
            if (given.size() + 1 >= reviewed.review().approvalsNeeded()) {
                decided(turn, reviewed, effect, by.name());
            }
        });
    }

    private List<ApprovalSql.Given> given(Turn turn, VersionFacts reviewed) {
        return approvals.of(turn.sql(), reviewed.document()).stream()
                .filter(one -> one.version() == reviewed.version()
                        && one.round() == reviewed.review().round())
                .toList();
    }

    private static Effect effect(Instant now, Review review, boolean first, Approval said) {
        Instant from = micros(said.effectiveFrom());
        Instant until = micros(said.effectiveUntil());
        if (!first) {
            boolean other = (from != null && !from.equals(review.from()))
                    || (until != null && !until.equals(review.until()));
            if (other) {
                throw new ProblemException(
                        ErrorCode.EFFECT_DATES_INVALID, "Somebody approved it with other dates; reject it to change them");
            }
            from = review.from();
            until = review.until();
        }
        Effect effect = new Effect(now, from, until, null, null, null);
        if (until != null && !effect.from().isBefore(until)) {
            throw new ProblemException(
                    ErrorCode.EFFECT_DATES_INVALID, "It would end before it begins, or has ended already");
        }
        return effect;
    }

    private static @Nullable Instant micros(@Nullable Instant said) {
        return said == null ? null : said.truncatedTo(ChronoUnit.MICROS);
    }

    private void decided(Turn turn, VersionFacts reviewed, Effect effect, String by) {
        writing.approve(turn.sql(), reviewed, turn.now());
        describing.approved(turn, reviewed.title(), reviewed.language(), by);
        boolean now = !effect.from().isAfter(turn.now());
        if (now) {
            writing.note(turn.sql(), reviewed, "BEGAN");
        }
        String name = Chronicle.name(reviewed.version());
        chronicle.change(turn, now ? name : name + " from " + effect.from(), by);
        chronicle.step(turn, now ? "effective" : "scheduled", reviewed.version());
    }

    @Override
    public void reject(String slug, int version, String reason, Actor by) {
        String why = reason(reason);
        turns.run(slug, turn -> {
            writing.reject(turn.sql(), reviewed(turn, version, by), why, by, turn.now());
            chronicle.step(turn, "rejected", version);
        });
    }

    /** What is in review, for somebody who has not written it. */
    private static VersionFacts reviewed(Turn turn, int version, Actor by) {
        VersionFacts reviewed = turn.version(version);
        if (by.id() != null && reviewed.writtenBy(by.id())) {
            throw new ProblemException(ErrorCode.OWN_VERSION);
        }
        if (reviewed.state() != State.IN_REVIEW) {
            throw new ProblemException(ErrorCode.NOT_IN_REVIEW);
        }
        return reviewed;
    }

    @Override
    public void revoke(String slug, int version, String reason, Actor by) {
        String why = reason(reason);
        turns.run(slug, turn -> {
            VersionFacts approved = turn.version(version);
            if (!turn.history().current(approved, turn.now())) {
                throw new ProblemException(ErrorCode.NOT_IN_FORCE);
            }
            revoked(turn, approved, why, by);
            boolean inForce = turn.history()
                    .inForceAt(turn.now())
                    .filter(one -> one.version() == version)
                    .isPresent();
            chronicle.change(turn, inForce ? null : Chronicle.name(version) + " called off", by.name());
        });
    }

    private void revoked(Turn turn, VersionFacts approved, String reason, Actor by) {
        writing.revoke(turn.sql(), approved, reason, by, turn.now());
        writing.note(turn.sql(), approved, "ENDED");
        chronicle.step(turn, "revoked", approved.version());
    }

    @Override
    public void archive(String slug, Actor by) {
        turns.run(slug, turn -> {
            if (turn.document().archived()) {
                return;
            }
            for (VersionFacts one : turn.history().versions()) {
                if (turn.history().current(one, turn.now())) {
                    revoked(turn, one, Effect.ARCHIVED, by);
                } else if (one.state() == State.IN_REVIEW) {
                    writing.withdraw(turn.sql(), one);
                    chronicle.step(turn, "withdrawn", one.version());
                }
            }
            describing.archived(turn, true, by.name());
            chronicle.step(turn, "archived");
            chronicle.change(turn, null, by.name());
        });
    }

    private static String reason(String said) {
        String reason = said.strip();
        if (reason.isEmpty() || reason.length() > 2_000) {
            throw new ProblemException(ErrorCode.DOCUMENT_INVALID, "A reason has 1 to 2,000 characters");
        }
        return reason;
    }
}
