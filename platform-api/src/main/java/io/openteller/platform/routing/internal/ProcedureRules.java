package io.openteller.platform.routing.internal;

import static io.openteller.platform.routing.internal.Rule.fits;
import static io.openteller.platform.routing.internal.Rule.not;

import io.openteller.platform.desk.Reason;
import io.openteller.platform.routing.Route;
import io.openteller.platform.routing.Snapshot;
import io.openteller.platform.routing.Snapshot.Startable;
import io.openteller.platform.routing.internal.Rule.Finding;
import io.openteller.platform.understanding.IntentGuess;
import io.openteller.platform.understanding.RiskSignal;
import java.util.Locale;
import java.util.Optional;
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
     * that is for disputes, and by one whose own phrase was said, which two people let out for just these words.
     */
    static boolean hears(Snapshot snapshot, RiskSignal.Kind kind) {
        return snapshot.underWay() != null
                ? HEARD_UNDER_WAY.contains(kind)
                : kind == RiskSignal.Kind.DISPUTE
                        && (snapshot.startedBy(DISPUTE) != null || said(snapshot).isPresent());
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
        Optional<Startable> said = said(snapshot);
        if (said.isPresent()) {
            return fits(new Route.Begin(said.get().procedure()), "a phrase of " + said.get().procedure());
        }
        boolean disputed = snapshot.reading().signals().stream()
                .anyMatch(signal -> signal.kind() == RiskSignal.Kind.DISPUTE);
        Startable dispute = snapshot.startedBy(DISPUTE);
        if (disputed && dispute != null) {
            return fits(new Route.Begin(dispute.procedure()), "a payment is disputed");
        }
        return byIntent(snapshot);
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
        return intent.confidence() >= SURE && mayBegin
                ? fits(new Route.Begin(procedure.procedure()), why)
                : not(why);
    }

    /** The first whose phrase is in the message. */
    private static Optional<Startable> said(Snapshot snapshot) {
        return snapshot.startable().stream()
                .filter(one -> one.phrases().stream().anyMatch(phrase -> says(snapshot.message(), phrase)))
                .findFirst();
    }

    /** As words of their own, in that order; letters alone would find "pin" in "opinion". */
    private static boolean says(String message, String phrase) {
        String words = words(phrase);
        return !words.isBlank() && words(message).contains(words);
    }

    private static String words(String text) {
        return " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{Nd}]+", " ").strip() + " ";
    }
}
