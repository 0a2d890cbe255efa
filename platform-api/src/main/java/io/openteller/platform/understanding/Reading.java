package io.openteller.platform.understanding;

import java.util.List;

/**
 * What a message tells, each part with how sure it is.
 *
 * @param intent what it wants most; of a message that only goes on ("and the other card?") what the one before wanted
 * @param also what else it asks for, surely enough to be answered; mostly empty
 */
public record Reading(
        Language language, IntentGuess intent, List<IntentGuess> also, MoodReading mood, List<RiskSignal> signals) {}
