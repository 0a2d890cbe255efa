package io.openteller.platform.guard;

/**
 * Something that a reply may rest on.
 *
 * @param origin how strictly a reply must keep to its words
 * @param title of the document; empty for none
 * @param heading nearest above the text; empty for none
 */
public record Evidence(Origin origin, String title, String heading, String text) {

    /** Where it comes from. */
    public enum Origin {
        /** A document's own words: figures stand in a sentence, and hold only for what that sentence is about. */
        PASSAGE,
        /** What one of the bank's systems returned: bare figures, which the bank's own wording puts into sentences. */
        RESULT
    }

    public static Evidence passage(String title, String heading, String text) {
        return new Evidence(Origin.PASSAGE, title, heading, text);
    }

    public static Evidence result(String text) {
        return new Evidence(Origin.RESULT, "", "", text);
    }
}
