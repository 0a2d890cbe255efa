package io.openteller.platform.routing.internal;

import static io.openteller.platform.routing.internal.Rule.fits;
import static io.openteller.platform.routing.internal.Rule.not;

import io.openteller.platform.desk.Reason;
import io.openteller.platform.routing.Route;
import io.openteller.platform.routing.Snapshot;
import io.openteller.platform.routing.internal.Rule.Finding;
import io.openteller.platform.understanding.IntentGuess;
import io.openteller.platform.understanding.MessageTier;
import io.openteller.platform.understanding.Mood;
import io.openteller.platform.understanding.MoodReading;
import io.openteller.platform.understanding.RiskSignal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The rules, most cautious first. The thresholds were chosen by hand and wait for the evaluation harness. */
final class Rules {

    private static final double COURTESY = 0.6;
    private static final int REFUSALS = 2;

    private static final Map<RiskSignal.Kind, Reason> REASONS = Map.of(
            RiskSignal.Kind.SELF_HARM, Reason.SELF_HARM,
            RiskSignal.Kind.FRAUD, Reason.FRAUD,
            RiskSignal.Kind.ACCOUNT_TAKEOVER, Reason.FRAUD,
            RiskSignal.Kind.DISPUTE, Reason.DISPUTE,
            RiskSignal.Kind.BEREAVEMENT, Reason.VULNERABILITY,
            RiskSignal.Kind.VULNERABILITY, Reason.VULNERABILITY,
            RiskSignal.Kind.HARDSHIP, Reason.HARDSHIP,
            RiskSignal.Kind.LEGAL, Reason.LEGAL,
            RiskSignal.Kind.COMPLAINT, Reason.COMPLAINT,
            RiskSignal.Kind.HUMAN_REQUEST, Reason.PERSON_REQUESTED);

    static final Map<String, Reason> TIER_C_REASONS = Map.ofEntries(
            Map.entry("self_harm", Reason.SELF_HARM),
            Map.entry("unrecognised_payment", Reason.DISPUTE),
            Map.entry("report_fraud", Reason.FRAUD),
            Map.entry("account_takeover", Reason.FRAUD),
            Map.entry("lost_stolen_card", Reason.FRAUD),
            Map.entry("financial_hardship", Reason.HARDSHIP),
            Map.entry("complaint", Reason.COMPLAINT),
            Map.entry("bereavement", Reason.VULNERABILITY),
            Map.entry("vulnerability_support", Reason.VULNERABILITY),
            Map.entry("legal_matter", Reason.LEGAL),
            Map.entry("talk_to_person", Reason.PERSON_REQUESTED));

    static final List<Rule> IN_ORDER = List.of(
            new Rule("risk-signal", Rules::risk),
            new Rule("tier-c-intent", Rules::tierC),
            new Rule("persona-leaves-it-to-people", Rules::leftToPeople),
            new Rule("customer-upset", Rules::upset),
            new Rule("procedure-under-way", ProcedureRules::underWay),
            new Rule("procedure", ProcedureRules::starts),
            new Rule("refused-twice", Rules::refused),
            new Rule("courtesy", Rules::courtesy),
            new Rule("answer-from-documents", snapshot -> fits(new Route.Answer(), "nothing more cautious fits")));

    private Rules() {}

    private static Finding risk(Snapshot snapshot) {
        return snapshot.reading().signals().stream()
                .filter(signal -> !ProcedureRules.hears(snapshot, signal.kind()))
                .findFirst()
                .map(signal -> fits(
                        new Route.Escalate(REASONS.getOrDefault(signal.kind(), Reason.COMPLAINT)),
                        signal.kind() + ": “" + signal.words() + "”"))
                .orElseGet(() -> not("no risk phrase in the message"));
    }

    private static Finding tierC(Snapshot snapshot) {
        IntentGuess intent = snapshot.reading().intent();
        String why = String.format(
                Locale.ROOT,
                "%s with confidence %.2f; all that is for a person together %.2f, threshold %.2f",
                intent.name(),
                intent.confidence(),
                intent.personShare(),
                MessageTier.PERSON);
        if (MessageTier.isForPerson(intent)) {
            String procedure = ProcedureRules.takes(snapshot, reason(intent));
            if (procedure != null) {
                return not(why + "; " + procedure);
            }
            return fits(new Route.Escalate(reason(intent)), why);
        }
        return snapshot.reading().also().stream()
                .filter(MessageTier::isForPerson)
                .filter(other -> ProcedureRules.takes(snapshot, reason(other)) == null)
                .findFirst()
                .map(other -> fits(
                        new Route.Escalate(reason(other)),
                        String.format(Locale.ROOT, "asks also for %s, %.2f", other.name(), other.confidence())))
                .orElseGet(() -> not(why));
    }

    /** Of the likeliest intent that has one. */
    private static Reason reason(IntentGuess intent) {
        return Stream.concat(
                        Stream.of(intent.name()), intent.alternatives().stream().map(IntentGuess.Alternative::name))
                .filter(TIER_C_REASONS::containsKey)
                .map(name -> TIER_C_REASONS.getOrDefault(name, Reason.COMPLAINT))
                .findFirst()
                .orElse(Reason.COMPLAINT);
    }

    private static Finding leftToPeople(Snapshot snapshot) {
        Snapshot.LeftToPeople left = snapshot.leftToPeople();
        return left == null
                ? not("no persona leaves this to people")
                : fits(
                        new Route.Escalate(left.team().equals("fraud") ? Reason.FRAUD : Reason.ADVICE),
                        left.persona() + ", for " + left.team() + ": “" + left.words() + "”, " + left.why());
    }

    private static Finding upset(Snapshot snapshot) {
        MoodReading mood = snapshot.reading().mood();
        String why = String.format(
                Locale.ROOT, "mood %s, frustration %.2f %s", mood.mood(), mood.frustration(), String.join(", ", mood.because()))
                .strip();
        return mood.mood() == Mood.UPSET ? fits(new Route.Escalate(Reason.UPSET), why) : not(why);
    }

    private static Finding refused(Snapshot snapshot) {
        int refusals = snapshot.refusalsInARow();
        String why = refusals + " refusals in a row, " + REFUSALS + " allowed";
        return refusals >= REFUSALS ? fits(new Route.Escalate(Reason.NOT_KNOWN), why) : not(why);
    }

    private static Finding courtesy(Snapshot snapshot) {
        IntentGuess intent = snapshot.reading().intent();
        boolean greeting = intent.name().equals("greeting");
        boolean thanks = intent.name().equals("thanks_goodbye");
        if ((greeting || thanks) && intent.confidence() >= COURTESY) {
            return fits(new Route.Greet(thanks), seen(intent, COURTESY));
        }
        return not("no greeting or thanks");
    }

    private static String seen(IntentGuess intent, double threshold) {
        return String.format(
                Locale.ROOT, "%s with confidence %.2f, threshold %.2f", intent.name(), intent.confidence(), threshold);
    }
}
