package io.openteller.platform.answer.internal;

import io.openteller.platform.answer.Answers;
import io.openteller.platform.answer.Composed;
import io.openteller.platform.embedding.Embeddings;
import io.openteller.platform.retrieval.Passage;
import io.openteller.platform.retrieval.Query;
import io.openteller.platform.retrieval.Retrieval;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The best passage's own sentences, if it is about the question at all. */
@Singleton
class ExtractiveAnswers implements Answers {

    /**
     * A passage that answers less than this is about something else. Chosen on the demo banks' own development questions,
     * between what should be answered and what should not.
     */
    private static final double FLOOR = 0.46;

    private static final double ANOTHER_SUBJECT = 0.25;
    private static final int CANDIDATES = 10;

    private final Retrieval retrieval;
    private final Excerpt excerpt;

    ExtractiveAnswers(Retrieval retrieval, Embeddings embeddings) {
        this.retrieval = retrieval;
        this.excerpt = new Excerpt(embeddings);
    }

    @Override
    public Composed compose(String question) {
        boolean latin = question.chars().filter(Character::isLetter).mapToObj(Character.UnicodeScript::of)
                .allMatch(script -> script == Character.UnicodeScript.LATIN);
        ToDoubleFunction<Passage> fit = latin ? ExtractiveAnswers::byBoth : Passage::coverage;
        List<Passage> found = retrieval.search(Query.now(question), CANDIDATES).stream()
                .sorted(Comparator.comparingDouble(fit).reversed())
                .toList();
        if (found.isEmpty() || fit.applyAsDouble(found.getFirst()) < FLOOR) {
            return new Composed.NotKnown(found.isEmpty() ? 0 : fit.applyAsDouble(found.getFirst()), found);
        }
        Passage best = found.getFirst();
        return new Composed.Grounded(excerpt.of(best.text(), question), best, found);
    }

    /**
     * By words and by meaning alike, 0 to 1: either alone is fooled, by shared words or by a shared subject. Only for what
     * the embedding model can read; it finds everything in another script alike.
     */
    private static double byBoth(Passage passage) {
        double similarity = Math.max(0, passage.similarity());
        return similarity < ANOTHER_SUBJECT ? 0 : (passage.coverage() + similarity) / 2;
    }
}
