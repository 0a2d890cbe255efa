package io.openteller.platform.guard.internal.gate;

/**
 * A word of a sentence.
 *
 * @param canon the stem that stands for its meaning
 * @param proper written like a name: a capital inside a sentence, capitals only, or letters with digits
 * @param negated whether it is denied where it stands
 * @param start position in the sentence; what a lead-in lends to the sentence has none, -1
 */
record Word(String plain, String canon, boolean stop, boolean proper, boolean negated, int start, int end) {

    boolean isContent() {
        return !stop;
    }

    boolean isGeneral() {
        return Lexicon.isGeneral(canon);
    }

    boolean isLent() {
        return start < 0;
    }
}
