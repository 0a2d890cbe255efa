package io.openteller.platform.understanding.internal;

import io.openteller.platform.understanding.RiskSignal;
import io.openteller.platform.understanding.RiskSignals;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;

/** Looks for the phrases of {@code risk-phrases.txt}. */
@Singleton
class LexiconSignals implements RiskSignals {

    private final PhraseList<RiskSignal.Kind> phrases =
            new PhraseList<>(RiskSignal.Kind.class, "risk-phrases.txt");

    @Override
    public List<RiskSignal> in(String message) {
        String words = Words.spaced(message);
        return Arrays.stream(RiskSignal.Kind.values())
                .flatMap(kind -> phrases.find(kind, words).map(found -> new RiskSignal(kind, found)).stream())
                .toList();
    }
}
