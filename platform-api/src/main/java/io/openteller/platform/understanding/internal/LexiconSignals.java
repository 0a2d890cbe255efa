package io.openteller.platform.understanding.internal;

import io.openteller.platform.understanding.RiskSignal;
import io.openteller.platform.understanding.RiskSignals;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks for the phrases of the files under {@code risk}, one for each kind. */
@Singleton
public final class LexiconSignals implements RiskSignals {

    private final Map<RiskSignal.Kind, PhraseList> phrases = new EnumMap<>(RiskSignal.Kind.class);

    public LexiconSignals() {
        Map<String, List<String>> classes = PhraseList.classes("risk/classes.txt");
        for (RiskSignal.Kind kind : RiskSignal.Kind.values()) {
            phrases.put(kind, new PhraseList("risk/" + kind.name().toLowerCase(Locale.ROOT) + ".txt", classes));
        }
    }

    @Override
    public List<RiskSignal> in(String message) {
        List<Token> tokens = Token.of(message);
        BitSet ruleQuestions = RuleQuestions.of(tokens);
        BitSet none = new BitSet();
        List<RiskSignal> found = new ArrayList<>();
        phrases.forEach((kind, list) -> list.find(message, tokens, RuleQuestions.silence(kind) ? ruleQuestions : none)
                .ifPresent(words -> found.add(new RiskSignal(kind, words))));
        return List.copyOf(found);
    }

    /** Kinds that the message speaks against: "it was me" of a dispute, "no complaints" of a complaint. */
    Set<RiskSignal.Kind> denied(String message) {
        List<Token> tokens = Token.of(message);
        return phrases.entrySet().stream()
                .filter(entry -> entry.getValue().denied(tokens))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(RiskSignal.Kind.class)));
    }
}
