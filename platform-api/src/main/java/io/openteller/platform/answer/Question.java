package io.openteller.platform.answer;

import io.openteller.platform.knowledge.AppliesTo;
import io.openteller.platform.understanding.Mood;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer asks, and all that the answer may depend on.
 *
 * @param earlier what the same customer wrote before, oldest first
 * @param language BCP 47 tag of the reply; null to take the documents' own
 * @param intent what it was understood as; empty where nothing was
 * @param understood how sure of that, 0 to 1; 1 where nothing was weighed
 * @param at the moment whose documents count; null for now
 */
public record Question(
        String text,
        List<String> earlier,
        @Nullable String language,
        Mood mood,
        String intent,
        double understood,
        AppliesTo of,
        @Nullable Instant at) {

    /** A first message, with nothing known about who asks. */
    public static Question plain(String text) {
        return new Question(text, List.of(), null, Mood.CALM, "", 1, AppliesTo.ALL, null);
    }

    public Question in(@Nullable String tag) {
        return new Question(text, earlier, tag, mood, intent, understood, of, at);
    }

    public Question after(List<String> messages) {
        return new Question(text, messages, language, mood, intent, understood, of, at);
    }

    /** The same need in other words. */
    public Question reworded(String words) {
        return new Question(words, earlier, language, mood, intent, understood, of, at);
    }
}
