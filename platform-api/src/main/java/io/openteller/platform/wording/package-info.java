/**
 * What the assistant says of its own accord, in the customer's language: greetings, refusals, handovers, step-ups.
 *
 * <p>Answers to questions never come from here; they come from the bank's documents and systems.
 */
@NullMarked
package io.openteller.platform.wording;

import org.jspecify.annotations.NullMarked;
