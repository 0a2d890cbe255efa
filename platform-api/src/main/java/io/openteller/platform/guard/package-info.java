/**
 * Checks what goes out. A reply may state an amount, rate, date, duration or limit only if what it cites says so.
 *
 * <p>Needs no model: claims are read from the text, normalised (currency, magnitude, unit) and looked up among the claims
 * of the evidence. Never repairs a reply and never softens it: what does not hold goes to a person, with the claim marked.
 */
@NullMarked
package io.openteller.platform.guard;

import org.jspecify.annotations.NullMarked;
