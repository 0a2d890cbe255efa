package io.openteller.platform.answer;

import io.openteller.platform.answer.internal.BankAnswers;
import io.openteller.platform.embedding.SentenceVectors;
import io.openteller.platform.embedding.WordVectors;
import io.openteller.platform.retrieval.Retrieval;
import java.util.function.Predicate;

/** Replies to questions, for the current tenant. */
public interface Answers {

    /** Less sure than this is not said. An answer must be right nearly always: who asks cannot tell. */
    double FLOOR = 0.9;

    /** From the documents in force at the question's moment; in the words of the bank's model, where it has one. */
    Composed compose(Question question);

    /**
     * The same, told while a model writes it.
     *
     * @param soFar told from another thread, for the same tenant, of every sentence that holds, with those before it; false
     *     when that may not be said, and then the answer is made without the model. What it was told need not be how the
     *     answer begins: a later sentence may fail
     */
    Composed compose(Question question, Predicate<Composed.Grounded> soFar);

    /** From other documents than those in force, such as with a draft among them; always in the documents' own words. */
    Composed compose(Question question, Retrieval retrieval);

    /** Without the rest of the platform, and so without approved wording. */
    static Answers over(Retrieval retrieval, SentenceVectors sentences, WordVectors words) {
        return BankAnswers.over(retrieval, sentences, words, FLOOR);
    }

    /** As {@link #over}, but says the best there is however unsure it is: to measure what the floor keeps back. */
    static Answers unguarded(Retrieval retrieval, SentenceVectors sentences, WordVectors words) {
        return BankAnswers.over(retrieval, sentences, words, 0);
    }
}
