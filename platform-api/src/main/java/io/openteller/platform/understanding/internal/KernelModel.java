package io.openteller.platform.understanding.internal;

/**
 * Compares a message with every example: nearness of meaning, and shared grams, decide how much each example says.
 *
 * @param labels the examples' intents
 * @param columns the examples' vectors, transposed: row d holds number d of each
 * @param weights what an example says about each intent
 * @param gramWeights what a gram says about each intent
 */
record KernelModel(int[] labels, float[][] columns, float[][] weights, float[][] gramWeights) {

    /** How fast nearness fades with distance. From cross-validation on the training part of BANKING77, as are the next two. */
    static final float REACH = 5.5f;

    /** What shared grams weigh beside nearness. */
    static final float GRAMS = 0.15f;

    /** How much disagreement with an example is forgiven. */
    static final float SLACK = 0.1f;

    /**
     * @param each how strongly each intent is meant; near 1 for one and 0 for the others where messages are clear, near 0 for
     *     all where nothing similar was taught
     * @param nearness cosine of the nearest examples of the best intent, on average
     */
    record Scores(float[] each, double nearness) {

        double strongest() {
            return each[best(each)];
        }

        static int best(float[] each) {
            int best = 0;
            for (int i = 1; i < each.length; i++) {
                best = each[i] > each[best] ? i : best;
            }
            return best;
        }
    }

    Scores score(float[] vector, SparseRow grams) {
        int examples = weights.length;
        float[] near = new float[examples];
        for (int d = 0; d < vector.length; d += 4) {
            Spans.add(
                    near, 0, examples,
                    vector[d], columns[d], 0,
                    vector[d + 1], columns[d + 1], 0,
                    vector[d + 2], columns[d + 2], 0,
                    vector[d + 3], columns[d + 3], 0);
        }
        float[] sums = new float[weights[0].length];
        for (int i = 0; i < examples; i++) {
            Spans.add(sums, 0, sums.length, kernel(near[i]), weights[i], 0);
        }
        grams.addTo(sums, GRAMS, gramWeights);
        int best = Scores.best(sums);
        Nearest nearest = new Nearest();
        for (int i = 0; i < examples; i++) {
            if (labels[i] == best) {
                nearest.see(near[i]);
            }
        }
        return new Scores(sums, nearest.mean());
    }

    static float kernel(float cosine) {
        return (float) Math.exp(REACH * (cosine - 1));
    }
}
