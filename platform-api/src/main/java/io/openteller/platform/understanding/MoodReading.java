package io.openteller.platform.understanding;

import java.util.List;

/**
 * How the customer sounds over the conversation so far.
 *
 * @param frustration 0 to 1
 * @param because what was heard, for the people who read it; no word of it alone makes a customer upset
 */
public record MoodReading(Mood mood, double frustration, List<String> because) {

    /** When there is nothing to hear. */
    public static final MoodReading CALM = new MoodReading(Mood.CALM, 0, List.of());
}
