package io.openteller.platform.understanding.internal;

/** The few largest of many cosines. */
final class Nearest {

    private static final int NEIGHBOURS = 5;

    /** The least first. */
    private final float[] largest = new float[NEIGHBOURS];

    private int seen;

    void see(float cosine) {
        if (seen < NEIGHBOURS) {
            seen++;
        } else if (cosine <= largest[0]) {
            return;
        }
        int at = NEIGHBOURS - seen;
        // While there is room, what is new takes the empty place before the others.
        largest[at] = cosine;
        while (at + 1 < NEIGHBOURS && largest[at + 1] < cosine) {
            largest[at] = largest[at + 1];
            largest[++at] = cosine;
        }
    }

    /** 0 when nothing was seen. */
    double mean() {
        double sum = 0;
        for (int i = NEIGHBOURS - seen; i < NEIGHBOURS; i++) {
            sum += largest[i];
        }
        return seen == 0 ? 0 : sum / seen;
    }
}
