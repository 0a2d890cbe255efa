/**
 * Looks at what comes in and at what goes out.
 *
 * <p>Out: a reply may state an amount, rate, date, duration or limit only if what it cites says so. Needs no model: claims
 * are read from the text, normalised (currency, magnitude, unit) and looked up among the claims of the evidence. Never
 * repairs a reply and never softens it: what does not hold goes to a person, with the claim marked.
 *
 * <p>In: secrets are gone before a message is stored; personal data is found, and stands as tokens wherever it is not
 * needed; orders to the assistant and abuse of it are marked. All of it works without a model of language.
 */
@NullMarked
package io.openteller.platform.guard;

import org.jspecify.annotations.NullMarked;
