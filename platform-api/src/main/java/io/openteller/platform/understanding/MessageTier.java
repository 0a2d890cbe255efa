package io.openteller.platform.understanding;

import io.openteller.platform.understanding.IntentGuess.Tier;

/**
 * How much the assistant may do by itself with a message as a whole. A risk signal, an upset customer, or intents of tier C
 * that together are likely enough make it C; otherwise the best intent says it.
 */
public final class MessageTier {

    /**
     * From here the intents of tier C count together. Far below one half, because to escalate in vain costs a colleague a minute and
     * to miss one costs a customer.
     */
    public static final double PERSON = 0.25;

    private MessageTier() {}

    public static Tier of(Reading reading) {
        boolean needsPerson = !reading.signals().isEmpty()
                || reading.mood().mood() == Mood.UPSET
                || isForPerson(reading.intent())
                || reading.also().stream().anyMatch(MessageTier::isForPerson);
        // A tier C intent that is not likely enough is handled with care instead.
        return needsPerson ? Tier.C : reading.intent().tier() == Tier.C ? Tier.B : reading.intent().tier();
    }

    /** Whether the intents alone say so. */
    public static boolean isForPerson(IntentGuess intent) {
        return intent.personShare() >= PERSON;
    }
}
