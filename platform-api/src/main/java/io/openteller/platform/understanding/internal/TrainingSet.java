package io.openteller.platform.understanding.internal;

import java.util.List;

/**
 * Examples as numbers.
 *
 * @param intents the names; a label is a place in this list
 * @param labels {@link #NONE} for an example of what no intent is about
 * @param weights 1 for what someone wrote, less for what is only a hint
 */
record TrainingSet(
        List<String> intents, List<float[]> vectors, List<SparseRow> grams, int[] labels, float[] weights) {

    static final int NONE = -1;

    int size() {
        return labels.length;
    }
}
