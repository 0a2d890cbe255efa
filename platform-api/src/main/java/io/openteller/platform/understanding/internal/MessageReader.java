package io.openteller.platform.understanding.internal;

import io.openteller.platform.understanding.Reading;
import io.openteller.platform.understanding.RiskSignals;
import io.openteller.platform.understanding.Understanding;
import jakarta.inject.Singleton;

/** Puts the parts of a reading together; none of them looks at another. */
@Singleton
class MessageReader implements Understanding {

    private final Languages languages;
    private final IntentGuesses intents;
    private final Moods moods;
    private final RiskSignals signals;

    MessageReader(Languages languages, IntentGuesses intents, Moods moods, RiskSignals signals) {
        this.languages = languages;
        this.intents = intents;
        this.moods = moods;
        this.signals = signals;
    }

    @Override
    public Reading read(String message) {
        return new Reading(
                languages.of(message), intents.of(message), moods.of(message), signals.in(message));
    }
}
