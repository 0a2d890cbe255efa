package io.openteller.platform.routing.internal;

import static io.openteller.platform.routing.internal.Rule.fits;
import static io.openteller.platform.routing.internal.Rule.not;

import io.openteller.platform.desk.Reason;
import io.openteller.platform.routing.Route;
import io.openteller.platform.routing.Snapshot;
import io.openteller.platform.routing.Snapshot.Startable;
import io.openteller.platform.routing.internal.Rule.Finding;
import io.openteller.platform.understanding.IntentGuess;
import io.openteller.platform.understanding.Matter;
import io.openteller.platform.understanding.RiskSignal;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Procedures in force. What they are for they do better than a queue; what puts a person at risk, or asks for one, is never
 * theirs to begin with.
 */
final class ProcedureRules {

    /** As for operations: what is begun in vain costs the customer a sentence. */
    private static final double SURE = 0.5;

    private static final double SURELY = 0.6;

    private static final String CARD_GONE = "lost_stolen_card";

    /** How to stop a card is asked by those who need it stopped. */
    private static final Set<String> URGENT = Set.of("block_card", CARD_GONE);

    private static final Set<String> EXPLAINING = Set.of("transfer_failed", "refund_status", "cancel_transfer");

    private static final double EXPLAINED = 0.8;

    private static final String DISPUTE = "unrecognised_payment";

    /** What somebody says who is in the middle of a procedure, and what it hears itself: it hands over with all it knows. */
    private static final Set<RiskSignal.Kind> HEARD_UNDER_WAY = Set.of(
            RiskSignal.Kind.DISPUTE,
            RiskSignal.Kind.FRAUD,
            RiskSignal.Kind.ACCOUNT_TAKEOVER,
            RiskSignal.Kind.HUMAN_REQUEST);

    private static final Set<Reason> HEARD_REASONS = Set.of(Reason.DISPUTE, Reason.FRAUD, Reason.PERSON_REQUESTED);

    /** Reasons for a person that a procedure may answer first, where the bank has one for exactly this. */
    private static final Set<Reason> PROCEDURE_FIRST = Set.of(Reason.DISPUTE, Reason.FRAUD);

    private ProcedureRules() {}

    /**
     * Whether a procedure hears this signal, so that it need not go to a person at once: a dispute is heard by the procedure
     * that is for disputes, a card that is gone by the one that stops it, before anybody is asked anything; and both by one whose
     * own phrase was said, which two people let out for just these words.
     */
    static boolean hears(Snapshot snapshot, RiskSignal.Kind kind) {
        if (snapshot.underWay() != null) {
            return HEARD_UNDER_WAY.contains(kind);
        }
        return switch (kind) {
            case DISPUTE -> snapshot.startedBy(DISPUTE) != null || snapshot.phrased() != null;
            case FRAUD -> isCardGone(snapshot) || snapshot.phrased() != null;
            default -> false;
        };
    }

    private static boolean isCardGone(Snapshot snapshot) {
        IntentGuess intent = snapshot.reading().intent();
        return intent.name().equals(CARD_GONE)
                && intent.confidence() >= SURELY
                && snapshot.startedBy(CARD_GONE) != null;
    }

    /**
     * Why a procedure takes what would be for a person.
     *
     * @return null if none does
     */
    static @Nullable String takes(Snapshot snapshot, Reason reason) {
        IntentGuess intent = snapshot.reading().intent();
        if (snapshot.underWay() != null) {
            // Short answers to a question are easily taken for something else.
            boolean surelyOther = !HEARD_REASONS.contains(reason) && intent.confidence() >= SURELY;
            return surelyOther ? null : "the procedure under way hears it";
        }
        Finding begins = PROCEDURE_FIRST.contains(reason) ? starts(snapshot) : not("");
        return begins.route() == null ? null : "a procedure is for this: " + begins.why();
    }

    static Finding underWay(Snapshot snapshot) {
        Startable procedure = snapshot.underWay();
        return procedure == null
                ? not("the conversation is in no procedure")
                : fits(new Route.Proceed(), "the conversation is in " + procedure.procedure());
    }

    static Finding starts(Snapshot snapshot) {
        if (snapshot.startable().isEmpty()) {
            return not("no procedure is in force");
        }
        Startable named = snapshot.named();
        if (named != null) {
            return fits(new Route.Begin(named.procedure()), "a phrase of " + named.procedure());
        }
        boolean disputed = snapshot.reading().signals().stream()
                .anyMatch(signal -> signal.kind() == RiskSignal.Kind.DISPUTE);
        Startable said = snapshot.phrased();
        if (said != null) {
            String why = "a phrase of " + said.procedure();
            return disputed ? fits(new Route.Begin(said.procedure()), why) : begins(snapshot, said, why);
        }
        Startable dispute = snapshot.startedBy(DISPUTE);
        return disputed && dispute != null && !isExplained(snapshot)
                ? fits(new Route.Begin(dispute.procedure()), "a payment is disputed")
                : byIntent(snapshot);
    }

    /** Money that is gone because a transfer failed is no payment that somebody else made. */
    private static boolean isExplained(Snapshot snapshot) {
        IntentGuess intent = snapshot.reading().intent();
        return EXPLAINING.contains(intent.name())
                && intent.confidence() >= EXPLAINED
                && snapshot.startedBy(intent.name()) != null;
    }

    private static Finding byIntent(Snapshot snapshot) {
        IntentGuess intent = snapshot.reading().intent();
        String why = String.format(
                Locale.ROOT, "%s with confidence %.2f, threshold %.2f", intent.name(), intent.confidence(), SURE);
        Startable procedure = snapshot.startedBy(intent.name());
        if (procedure == null) {
            return not("no procedure is for " + intent.name());
        }
        Reason person = Rules.TIER_C_REASONS.get(intent.name());
        boolean mayBegin = person == null || PROCEDURE_FIRST.contains(person);
        return intent.confidence() >= SURE && mayBegin ? begins(snapshot, procedure, why) : not(why);
    }

    /** Who asks for the rule is told the rule. */
    private static Finding begins(Snapshot snapshot, Startable procedure, String why) {
        Matter.Guess matter = snapshot.matter();
        if (matter == null) {
            return fits(new Route.Begin(procedure.procedure()), why);
        }
        String after = String.format(Locale.ROOT, "%s; asks for %s, %.2f", why, matter.matter(), matter.confidence());
        boolean urgent = procedure.intents().stream().anyMatch(URGENT::contains);
        boolean documentsFirst = urgent ? matter.matter() == Matter.RULE : matter.isGeneral();
        String id = procedure.procedure();
        return fits(
                documentsFirst ? new Route.AnswerFirst(id, !matter.isRuleForSure()) : new Route.Begin(id), after);
    }
}
