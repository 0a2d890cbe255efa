/**
 * Composes a reply from the bank's own passages. Without a model the reply is extractive: the passage's own words.
 *
 * <p>Below the floor this room says that it does not know. It never adds a word of its own to a fact.
 */
@NullMarked
package io.openteller.platform.answer;

import org.jspecify.annotations.NullMarked;
