/**
 * In which manner the assistant speaks, to whom, and what it leaves to people: a bank's personas, each for some intents, with a
 * tone, a scope and the phrases at which a person is fetched. Part of the bank's releases.
 *
 * <p>A persona changes how something is said and who takes over; it never allows anything.
 */
@NullMarked
package io.openteller.platform.persona;

import org.jspecify.annotations.NullMarked;
