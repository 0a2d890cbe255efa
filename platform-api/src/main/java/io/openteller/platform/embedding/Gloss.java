package io.openteller.platform.embedding;

import io.openteller.platform.embedding.internal.HindiGloss;

/**
 * Hindi in the English words that the models know, word by word: no translation to show to anybody, but near enough in
 * meaning to be compared with English and with other Hindi. Safe for concurrent use.
 */
public interface Gloss {

    /**
     * The text itself, to the letter, where it is not Hindi. In Devanagari, what the glossary does not know is written in
     * Latin letters; a text of which it knows less than half is taken for another language. In Latin letters a text counts as
     * Hindi if it has at least two different Hindi function words; the English in it stays.
     */
    String english(String text);

    /** Another one after every change of what {@link #english} returns: what was kept of its results is stale then. */
    String version();

    /** The glossary on its own, without the rest of the platform. */
    static Gloss local() {
        return HindiGloss.load();
    }
}
