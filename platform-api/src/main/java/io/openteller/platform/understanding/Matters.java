package io.openteller.platform.understanding;

import io.openteller.platform.embedding.SentenceVectors;
import io.openteller.platform.understanding.internal.TaughtMatters;

/** Tells questions about the bank's rules from matters of one's own, whatever they are about. Needs a few milliseconds. */
@FunctionalInterface
public interface Matters {

    Matter.Guess of(String message);

    /** As the platform has it; for use outside a running platform. */
    static Matters standard(SentenceVectors vectors) {
        return TaughtMatters.with(vectors);
    }
}
