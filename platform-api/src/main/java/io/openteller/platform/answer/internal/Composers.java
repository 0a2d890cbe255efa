package io.openteller.platform.answer.internal;

import io.openteller.platform.answer.internal.extractive.ExtractiveComposer;
import io.micronaut.context.annotation.Factory;
import io.openteller.platform.answer.Answers;
import io.openteller.platform.embedding.KeptVectors;
import io.openteller.platform.embedding.SentenceVectors;
import io.openteller.platform.embedding.WordVectors;
import jakarta.inject.Singleton;

/** The way in which answers are made. */
@Factory
class Composers {

    @Singleton
    Composer composer(SentenceVectors sentences, WordVectors words, KeptVectors kept) {
        return new ExtractiveComposer(sentences, words, kept, Answers.FLOOR);
    }
}
