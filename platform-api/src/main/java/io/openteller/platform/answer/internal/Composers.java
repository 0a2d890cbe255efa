package io.openteller.platform.answer.internal;

import io.micronaut.context.annotation.Factory;
import io.openteller.platform.answer.Answers;
import io.openteller.platform.embedding.SentenceVectors;
import jakarta.inject.Singleton;

/** The way in which answers are made. */
@Factory
class Composers {

    @Singleton
    Composer composer(SentenceVectors vectors) {
        return new ExtractiveComposer(vectors, Answers.FLOOR);
    }
}
