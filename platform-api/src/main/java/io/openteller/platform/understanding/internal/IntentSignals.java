package io.openteller.platform.understanding.internal;

import io.openteller.platform.understanding.IntentGuess;
import io.openteller.platform.understanding.Language;
import io.openteller.platform.understanding.RiskSignal;
import io.openteller.platform.understanding.RiskSignal.Kind;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A second opinion on the risk of a message, learned from the starter messages: wording that no phrase foresaw. What it finds
 * is raised by the message as a whole, so the words are its words.
 */
final class IntentSignals {

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("self_harm", Kind.SELF_HARM),
            Map.entry("report_fraud", Kind.FRAUD),
            Map.entry("lost_stolen_card", Kind.FRAUD),
            Map.entry("account_takeover", Kind.ACCOUNT_TAKEOVER),
            Map.entry("unrecognised_payment", Kind.DISPUTE),
            Map.entry("bereavement", Kind.BEREAVEMENT),
            Map.entry("vulnerability_support", Kind.VULNERABILITY),
            Map.entry("financial_hardship", Kind.HARDSHIP),
            Map.entry("legal_matter", Kind.LEGAL),
            Map.entry("complaint", Kind.COMPLAINT),
            Map.entry("talk_to_person", Kind.HUMAN_REQUEST));

    /** Likelier than this, a kind counts although no phrase was found. */
    private static final double ENOUGH = 0.5;

    /** Higher where phrases have found another kind already: then the likely intent mostly says the same in its own way. */
    private static final double BESIDE_PHRASES = 0.7;

    /** Of the meaning of other languages than English the model knows little. */
    private static final double OTHER_LANGUAGE = 0.9;

    private static final int LONGEST = 120;

    private IntentSignals() {}

    /**
     * @param found by phrases; kept as they are
     * @param denied kinds that the message speaks against in so many words
     */
    static List<RiskSignal> added(
            List<RiskSignal> found, Set<Kind> denied, IntentGuess guess, Language language, String message) {
        Map<Kind, Double> likely = new EnumMap<>(Kind.class);
        Stream.concat(
                        Stream.of(new IntentGuess.Alternative(guess.name(), guess.confidence())),
                        guess.alternatives().stream())
                .filter(one -> KINDS.containsKey(one.name()))
                .forEach(one -> likely.merge(KINDS.getOrDefault(one.name(), Kind.COMPLAINT), one.confidence(), Double::sum));
        found.forEach(signal -> likely.remove(signal.kind()));
        denied.forEach(likely::remove);
        double enough = !language.code().equals("en")
                ? OTHER_LANGUAGE
                : found.isEmpty() ? ENOUGH : BESIDE_PHRASES;
        return Stream.concat(
                        found.stream(),
                        likely.entrySet().stream()
                                .filter(entry -> entry.getValue() >= enough)
                                .map(entry -> new RiskSignal(entry.getKey(), words(message))))
                .sorted(Comparator.comparing(RiskSignal::kind))
                .toList();
    }

    private static String words(String message) {
        String all = message.strip().toLowerCase(Locale.ROOT);
        return all.length() <= LONGEST ? all : all.substring(0, LONGEST);
    }
}
