package io.openteller.platform.answer.internal;

import io.openteller.platform.answer.Answers;
import io.openteller.platform.answer.Composed;
import io.openteller.platform.knowledge.Knowledge;
import io.openteller.platform.knowledge.Passage;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class ExtractiveAnswers implements Answers {

    /** A passage that has less than this share of the question's words is about something else. */
    private static final double FLOOR = 0.5;

    private static final int CANDIDATES = 5;

    private final Knowledge knowledge;

    ExtractiveAnswers(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    @Override
    public Composed compose(String question) {
        List<Passage> found = knowledge.search(question, CANDIDATES);
        return found.stream()
                .filter(passage -> passage.coverage() >= FLOOR)
                .findFirst()
                .<Composed>map(passage -> new Composed.Grounded(Excerpt.of(passage.text(), question), passage, found))
                .orElseGet(() -> new Composed.NotKnown(
                        found.stream().mapToDouble(Passage::coverage).max().orElse(0), found));
    }
}
