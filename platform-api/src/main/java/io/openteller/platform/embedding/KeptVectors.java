package io.openteller.platform.embedding;

import org.jspecify.annotations.Nullable;

/**
 * What the models made of texts of the banks' documents, kept beyond the process: reading a passage's sentences takes the models a
 * tenth of a second, and a platform that starts, or has more documents than its heap has room for, would read all of them again.
 *
 * <p>Never of what a customer wrote. Safe for concurrent use. What is kept may be gone at any time.
 */
public interface KeptVectors {

    /** For who has no folder. */
    KeptVectors NONE = new KeptVectors() {
        @Override
        public byte @Nullable [] of(Kind kind, TextHash text) {
            return null;
        }

        @Override
        public void keep(Kind kind, TextHash text, byte[] vectors) {
            // nowhere
        }
    };

    /** What is kept of a text. Their order is part of what is kept. */
    enum Kind {
        /** One vector of {@link SentenceVectors}, as it is. */
        SENTENCE,
        /** One {@link ByteVector} for each word. */
        WORDS
    }

    /** Null if it is to be made. */
    byte @Nullable [] of(Kind kind, TextHash text);

    void keep(Kind kind, TextHash text, byte[] vectors);
}
