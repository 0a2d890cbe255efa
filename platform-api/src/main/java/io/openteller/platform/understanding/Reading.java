package io.openteller.platform.understanding;

import java.util.List;

/** What a message tells, each part with how sure it is. */
public record Reading(Language language, IntentGuess intent, MoodReading mood, List<RiskSignal> signals) {}
