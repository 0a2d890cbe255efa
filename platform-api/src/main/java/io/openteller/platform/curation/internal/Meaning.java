package io.openteller.platform.curation.internal;

import io.openteller.platform.embedding.Cosine;
import io.openteller.platform.embedding.LetterGroups;

/**
 * What a text means, for comparing it with others. The vectors know English only; elsewhere letters must do.
 *
 * @param vector of length one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Meaning(float[] vector, LetterGroups letters) {

    /** Shared letters that mean as much as this cosine: texts in one script share some letters whatever they say. */
    private static final double LETTERS_TO_COSINE = 1.4;

    /** 0 to 1; 0 for texts in different scripts. */
    double likeness(Meaning other) {
        if (letters.latin() != other.letters.latin()) {
            return 0;
        }
        if (!letters.latin()) {
            return Math.min(1, LETTERS_TO_COSINE * letters.shared(other.letters));
        }
        return Math.max(0, Cosine.of(vector, other.vector));
    }
}
