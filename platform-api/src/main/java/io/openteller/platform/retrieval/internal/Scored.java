package io.openteller.platform.retrieval.internal;

/**
 * A candidate, as measured.
 *
 * @param byWords its place by words alone, from 1; {@link #NOWHERE} if it was not among the best; likewise by meaning
 */
record Scored(double score, double coverage, double similarity, int byWords, int byMeaning) {

    static final int NOWHERE = Integer.MAX_VALUE;

    Scored and(Scored other) {
        return new Scored(
                score + other.score,
                Math.max(coverage, other.coverage),
                Math.max(similarity, other.similarity),
                Math.min(byWords, other.byWords),
                Math.min(byMeaning, other.byMeaning));
    }

    /**
     * As one part's share in a question of many. The square: what one sentence means exactly says more than what many
     * sentences brush.
     */
    Scored share() {
        double positive = Math.max(0, score);
        return new Scored(positive * positive, coverage, similarity, byWords, byMeaning);
    }
}
