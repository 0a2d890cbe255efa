package io.openteller.platform.wording;

/** The assistant's own words. */
public interface Wording {

    /**
     * @param language BCP 47 tag; one without texts of its own gets English
     * @param arguments as the phrase's own documentation lists them, already formatted for the customer
     */
    String say(Phrase phrase, String language, Object... arguments);
}
