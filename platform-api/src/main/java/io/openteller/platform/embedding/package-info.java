/**
 * Sentences as vectors, made in process: what means the same lies close together, whatever the words.
 *
 * <p>Trained on English. Hindi reaches them through {@link io.openteller.platform.embedding.Gloss}; for other languages the
 * words themselves must help.
 */
@NullMarked
package io.openteller.platform.embedding;

import org.jspecify.annotations.NullMarked;
