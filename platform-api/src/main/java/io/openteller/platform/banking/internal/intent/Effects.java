package io.openteller.platform.banking.internal.intent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.OperationSpec;
import io.openteller.operations.OperationSpec.Confirmation;
import io.openteller.platform.banking.BankOperations.Consent;
import io.openteller.platform.banking.BankOperations.Session;
import io.openteller.platform.banking.Ruling;
import io.openteller.platform.banking.internal.approval.ApprovalSql;
import io.openteller.platform.banking.internal.policy.Asked;
import io.openteller.platform.banking.internal.policy.CardMaker;
import io.openteller.platform.banking.internal.policy.Decisions;
import io.openteller.platform.banking.internal.policy.Denial;
import io.openteller.platform.banking.internal.policy.FourEyes;
import io.openteller.platform.banking.internal.policy.Limits;
import io.openteller.platform.banking.internal.policy.Rule;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Changes something at the bank: once, and only when nothing is missing. */
@Singleton
public class Effects {

    private static final Duration CARD_HOLDS = Duration.ofMinutes(10);
    private static final String BY_PROCEDURE = "The procedure wants a colleague's agreement";

    private final IntentSql rows;
    private final ApprovalSql approvals;
    private final Limits limits;
    private final Decisions decisions;
    private final Endings endings;
    private final TenantDatabase database;
    private final Clock clock;

    Effects(
            IntentSql rows,
            ApprovalSql approvals,
            Limits limits,
            Decisions decisions,
            Endings endings,
            TenantDatabase database,
            Clock clock) {
        this.rows = rows;
        this.approvals = approvals;
        this.limits = limits;
        this.decisions = decisions;
        this.endings = endings;
        this.database = database;
        this.clock = clock;
    }

    /** How far one transaction got. */
    private sealed interface Step {
        record Stops(Ruling ruling) implements Step {}

        record Calls(Intent intent) implements Step {}

        /** It was made before, and what became of it is still to be found out. */
        record Asks(Intent intent) implements Step {}
    }

    /** What came of this call before; empty if it is new, or still waits to be made. */
    public Optional<Ruling> before(Session session, String callId, OperationSpec spec, ObjectNode arguments) {
        Optional<Intent> known = database.inTransaction(sql -> rows.find(sql, callId));
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Intent intent = known.get();
        if (!intent.isOf(session, spec.name().toString(), arguments)) {
            return Optional.of(decisions.stopped(
                    session, callId, spec.name().toString(), Rule.OTHER_ARGUMENTS, new Denial(Rule.OTHER_ARGUMENTS).ruling()));
        }
        return switch (intent.state()) {
            case PROPOSED -> Optional.empty();
            case CALLING, IN_DOUBT -> Optional.of(asked(intent));
            case DECLINED, DONE, REFUSED, NOT_DONE, NEEDS_PERSON -> Optional.of(Rulings.of(intent));
        };
    }

    /** Whoever asks for it again finds out at once, unless somebody is doing so. */
    private Ruling asked(Intent intent) {
        return database.inTransaction(sql -> rows.claimed(sql, intent.callId()))
                .map(claimed -> endings.find(claimed, false))
                .orElseGet(() -> Rulings.of(intent));
    }

    /** Goes as far as it may. */
    public Ruling go(Asked asked) {
        return carriedOn(database.inTransaction(sql -> step(sql, asked)));
    }

    /** Asks a colleague, and does nothing else. @param words for them */
    public Consent consult(Asked asked, String words) {
        return database.inTransaction(sql -> {
            Intent intent = rows.proposed(sql, asked, null);
            if (!intent.isOf(asked.session(), asked.operation(), asked.arguments())) {
                return consent(denied(asked, new Denial(Rule.OTHER_ARGUMENTS)));
            }
            return switch (intent.state()) {
                case PROPOSED -> consent(approval(sql, asked, because(asked), words));
                case DECLINED -> new Consent.Stopped(Rulings.of(intent));
                // It was agreed to, or it would not have been made.
                case CALLING, IN_DOUBT, DONE, REFUSED, NOT_DONE, NEEDS_PERSON -> new Consent.Given();
            };
        });
    }

    private static String because(Asked asked) {
        return Objects.requireNonNullElse(FourEyes.needed(asked), BY_PROCEDURE);
    }

    private static Consent consent(@Nullable Step step) {
        return switch (step) {
            case Step.Stops(Ruling.Approval(Instant expires)) -> new Consent.Waits(expires);
            case Step.Stops(Ruling ruling) -> new Consent.Stopped(ruling);
            case null, default -> new Consent.Given();
        };
    }

    /**
     * Takes back what another call did, which needed all that this one would need.
     *
     * @param asked whose operation undoes that of {@code undoes}
     */
    Ruling undo(Asked asked, String undoes) {
        return carriedOn(database.inTransaction(sql -> {
            Intent intent = rows.proposed(sql, asked, undoes);
            return switch (intent.state()) {
                case PROPOSED -> called(sql, asked, Rule.UNDOING);
                case CALLING, IN_DOUBT -> new Step.Asks(intent);
                case DECLINED, DONE, REFUSED, NOT_DONE, NEEDS_PERSON -> new Step.Stops(Rulings.of(intent));
            };
        }));
    }

    private Ruling carriedOn(Step step) {
        return switch (step) {
            case Step.Stops(Ruling ruling) -> ruling;
            case Step.Calls(Intent intent) -> endings.call(intent);
            case Step.Asks(Intent intent) -> asked(intent);
        };
    }

    private Step step(Handle sql, Asked asked) {
        limits.lock(sql, asked);
        Intent intent = rows.proposed(sql, asked, null);
        if (!intent.isOf(asked.session(), asked.operation(), asked.arguments())) {
            return denied(asked, new Denial(Rule.OTHER_ARGUMENTS));
        }
        if (intent.state() != Intent.State.PROPOSED) {
            return new Step.Stops(Rulings.of(intent));
        }
        Denial over = limits.over(sql, asked);
        if (over != null) {
            return denied(asked, over);
        }
        if (asked.spec().confirmation() == Confirmation.CUSTOMER && intent.confirmedAt() == null) {
            return confirm(sql, asked, intent);
        }
        boolean colleague = FourEyes.needed(asked) != null || approvals.isAsked(sql, asked.callId());
        Step waits = colleague ? approval(sql, asked, because(asked), "") : null;
        return waits == null ? called(sql, asked, Rule.ALLOWED) : waits;
    }

    private Step called(Handle sql, Asked asked, Rule rule) {
        decisions.allowed(sql, asked, rule);
        return new Step.Calls(rows.reserved(sql, asked, rule == Rule.ALLOWED));
    }

    /** A card that is still open is shown as it is; one whose time is over is made anew. */
    private Step confirm(Handle sql, Asked asked, Intent intent) {
        Ruling.Card card = intent.card();
        if (card == null || !card.expires().isAfter(clock.instant())) {
            card = CardMaker.card(asked, asked.session().language(), clock.instant().plus(CARD_HOLDS));
            rows.shown(sql, asked.callId(), card);
        }
        return stops(asked, Rule.CONFIRMATION, new Ruling.Confirm(card));
    }

    /** Null when it was agreed to. */
    private @Nullable Step approval(Handle sql, Asked asked, String why, String words) {
        ApprovalSql.Standing standing =
                approvals.asked(sql, asked.callId(), why, words, CardMaker.card(asked, "en", clock.instant()));
        return switch (standing.state()) {
            case AGREED -> null;
            case OPEN -> stops(asked, Rule.FOUR_EYES, new Ruling.Approval(standing.expires()));
            case DECLINED -> over(sql, asked, Rule.COLLEAGUE_DECLINED);
            case EXPIRED -> over(sql, asked, Rule.APPROVAL_EXPIRED);
        };
    }

    private Step over(Handle sql, Asked asked, Rule rule) {
        rows.declined(sql, asked.callId(), rule.id());
        return denied(asked, new Denial(rule));
    }

    private Step denied(Asked asked, Denial denial) {
        return stops(asked, denial.rule(), denial.ruling());
    }

    private Step stops(Asked asked, Rule rule, Ruling ruling) {
        return new Step.Stops(decisions.stopped(asked.session(), asked.callId(), asked.operation(), rule, ruling));
    }
}
