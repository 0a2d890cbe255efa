package io.openteller.platform.embedding;

import org.apache.lucene.util.VectorUtil;

/** How near two vectors lie. */
public final class Cosine {

    private Cosine() {}

    /** @return -1 to 1; the vectors are of length one and as long as each other */
    public static double of(float[] one, float[] other) {
        return VectorUtil.dotProduct(one, other);
    }

    /** As {@link #of(float[], float[])}, to within some 0.002. */
    public static double of(ByteVector one, ByteVector other) {
        return VectorUtil.dotProduct(one.numbers(), other.numbers()) * one.scale() * other.scale();
    }
}
