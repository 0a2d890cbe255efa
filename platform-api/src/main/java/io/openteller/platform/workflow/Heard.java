package io.openteller.platform.workflow;

/**
 * A customer's message and what was understood of it.
 *
 * @param intent empty if none is sure enough
 * @param wantsPerson asked for a person, or said something that a person must hear
 * @param question whether it asks for something
 */
public record Heard(String text, String intent, double confidence, boolean wantsPerson, boolean question) {}
