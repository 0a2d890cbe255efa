package io.openteller.platform.understanding.internal;

import io.openteller.platform.embedding.SentenceVectors;
import io.openteller.platform.understanding.IntentGuess;
import io.openteller.platform.understanding.Language;
import io.openteller.platform.understanding.Moods;
import io.openteller.platform.understanding.Reading;
import io.openteller.platform.understanding.RiskSignal;
import io.openteller.platform.understanding.Understanding;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the parts of a reading together. */
@Singleton
public final class MessageReader implements Understanding {

    private final Languages languages;
    private final IntentGuesses intents;
    private final Moods moods;
    private final LexiconSignals signals;

    MessageReader(Languages languages, IntentGuesses intents, Moods moods, LexiconSignals signals) {
        this.languages = languages;
        this.intents = intents;
        this.moods = moods;
        this.signals = signals;
    }

    /** With the intents that every bank starts with; comes back when they are trained. */
    public static Understanding standard(SentenceVectors vectors) {
        StarterModel starter = new StarterModel(vectors);
        starter.train();
        starter.model();
        IntentGuesses intents = new IntentGuesses(starter, Optional::empty);
        return new MessageReader(new Languages(), intents, Moods.standard(), new LexiconSignals());
    }

    @Override
    public Reading read(String message, List<String> earlier) {
        List<String> said = new ArrayList<>(earlier);
        said.add(message);
        Language language = languages.of(message);
        IntentGuess own = intents.of(message);
        IntentGuess intent = Requests.inContext(message, own, earlier, intents::of);
        List<IntentGuess> also = Requests.others(message, intent, intents::of);
        List<RiskSignal> found =
                IntentSignals.added(signals.in(message), signals.denied(message), own, language, message);
        return new Reading(language, intent, also, moods.of(said), found);
    }

    @Override
    public IntentGuess.Tier tierOf(String intent) {
        return intents.tierOf(intent);
    }
}
