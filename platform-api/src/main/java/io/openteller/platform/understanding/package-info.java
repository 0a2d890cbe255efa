/**
 * What a message tells about the customer's need: language, intent, mood, and the signals that always need a person.
 *
 * <p>For signals recall comes first: one raised in vain costs a colleague a minute, one that is missed costs a customer.
 * Every signal names the words that raised it. Intents are learned from example messages, at start
 * from those that are shipped; their confidence is meant to be read as a probability. {@code docs/understanding.md} tells how. Needs no network and no large model. This room decides nothing.
 */
@NullMarked
package io.openteller.platform.understanding;

import org.jspecify.annotations.NullMarked;
