package io.openteller.platform.answer.internal.extractive;

import io.openteller.platform.embedding.KeptVectors;
import io.openteller.platform.embedding.KeptVectors.Kind;
import io.openteller.platform.embedding.SentenceVectors;
import io.openteller.platform.embedding.TextHash;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/** Vectors of what stands in documents: made once, and kept. Not for what customers write. */
record SourceVectors(SentenceVectors models, KeptVectors kept) implements SentenceVectors {

    @Override
    public float[] of(String text) {
        TextHash hash = TextHash.of(text);
        byte[] before = kept.of(Kind.SENTENCE, hash);
        if (before != null) {
            FloatBuffer numbers = ByteBuffer.wrap(before).asFloatBuffer();
            float[] vector = new float[numbers.remaining()];
            numbers.get(vector);
            return vector;
        }
        float[] made = models.of(text);
        ByteBuffer out = ByteBuffer.allocate(made.length * Float.BYTES);
        out.asFloatBuffer().put(made);
        kept.keep(Kind.SENTENCE, hash, out.array());
        return made;
    }
}
