package io.openteller.bench.answers;

import io.openteller.platform.answer.Answers;
import io.openteller.platform.answer.Composed;
import io.openteller.platform.answer.Question;
import io.openteller.platform.guard.Guard;
import io.openteller.platform.guard.Reply;
import io.openteller.platform.guard.Verdict;
import io.openteller.platform.retrieval.Passage;
import io.openteller.platform.retrieval.Query;
import io.openteller.platform.retrieval.Retrieval;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Asks as the product does: finds passages, composes, and lets the gate look at the reply. */
final class ProductPath {

    /** As many as the product looks at. */
    private static final int CANDIDATES = 12;

    private final Answers answers;
    private final Answers unguarded;
    private final Retrieval retrieval;
    private final Guard guard;

    ProductPath(Answers answers, Answers unguarded, Retrieval retrieval, Guard guard) {
        this.answers = answers;
        this.unguarded = unguarded;
        this.retrieval = retrieval;
        this.guard = guard;
    }

    Answered ask(Asking asking) {
        return ask(asking, passage -> true);
    }

    /** @param kept passages that may be used; the others are as if the bank had never written them */
    Answered ask(Asking asking, Predicate<Passage> kept) {
        Retrieval some = some(kept);
        Question question = question(asking);
        Composed composed = answers.compose(question, some);
        double confidence = composed.confidence().value();
        return switch (composed) {
            case Composed.Grounded grounded -> {
                boolean passes = guard.inspectReply(Reply.of(grounded.text()), grounded.evidence()) instanceof Verdict.Pass;
                List<String> cited =
                        grounded.cited().stream().map(Passage::slug).toList();
                yield new Answered(
                        asking,
                        passes ? "ANSWERED" : "HELD",
                        grounded.text(),
                        asking.isAnsweredBy(grounded.text(), cited),
                        passes ? confidence : 0,
                        grounded.confidence().parts());
            }
            case Composed.Clarify clarify -> other(asking, "CLARIFY", String.join("; ", clarify.options()), composed);
            case Composed.Conflict conflict -> other(asking, "CONFLICT", conflict.inWords(), composed);
            case Composed.NotKnown unknown -> {
                String reply = unguarded.compose(question, some) instanceof Composed.Grounded would ? would.text() : "";
                List<String> cited = unknown.considered().stream().limit(1).map(Passage::slug).toList();
                yield new Answered(
                        asking,
                        "NOT_KNOWN",
                        reply,
                        asking.isAnsweredBy(reply, cited),
                        confidence,
                        composed.confidence().parts());
            }
        };
    }

    /** The best that could be said, however unsure; none where it would ask back or leave a contradiction to a person. */
    Optional<Answered> best(Asking asking, Predicate<Passage> kept) {
        Composed composed = unguarded.compose(question(asking), some(kept));
        return composed instanceof Composed.Grounded grounded
                ? Optional.of(new Answered(
                        asking,
                        "ANSWERED",
                        grounded.text(),
                        asking.isAnsweredBy(
                                grounded.text(),
                                grounded.cited().stream().map(Passage::slug).toList()),
                        grounded.confidence().value(),
                        grounded.confidence().parts()))
                : Optional.empty();
    }

    private Retrieval some(Predicate<Passage> kept) {
        return (query, limit) -> retrieval.search(query, limit + 8).stream()
                .filter(kept)
                .limit(limit)
                .toList();
    }

    static List<Passage> found(Asking asking, Retrieval retrieval) {
        Question question = question(asking);
        return retrieval.search(new Query(question.text(), question.of(), question.at()), CANDIDATES);
    }

    private static Question question(Asking asking) {
        return Question.plain(asking.text())
                .after(asking.earlier())
                .in(asking.language().isEmpty() ? null : asking.language());
    }

    private static Answered other(Asking asking, String kind, String text, Composed composed) {
        return new Answered(
                asking,
                kind,
                text,
                false,
                composed.confidence().value(),
                composed.confidence().parts());
    }
}
