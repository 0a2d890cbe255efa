package io.openteller.platform.answer.internal;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.openteller.platform.answer.Answers;
import io.openteller.platform.answer.Composed;
import io.openteller.platform.answer.Question;
import io.openteller.platform.answer.internal.AskViews.Ask;
import io.openteller.platform.answer.internal.AskViews.Asked;
import io.openteller.platform.answer.internal.AskViews.ClaimView;
import io.openteller.platform.answer.internal.AskViews.Considered;
import io.openteller.platform.answer.internal.AskViews.Gate;
import io.openteller.platform.answer.internal.AskViews.RouteView;
import io.openteller.platform.answer.internal.AskViews.SentenceView;
import io.openteller.platform.answer.internal.AskViews.Sure;
import io.openteller.platform.guard.Guard;
import io.openteller.platform.guard.Reply;
import io.openteller.platform.guard.Verdict;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.knowledge.AppliesTo;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.retrieval.Passage;
import io.openteller.platform.understanding.Reading;
import io.openteller.platform.understanding.Understanding;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks as a customer would, and shows how the answer came about. Stores nothing. */
@Controller("/api/v1/knowledge/ask")
@ExecuteOn(TaskExecutors.BLOCKING)
class AskController {

    private static final int LONGEST = 4_000;

    private final Answers answers;
    private final Understanding understanding;
    private final Guard guard;

    AskController(Answers answers, Understanding understanding, Guard guard) {
        this.answers = answers;
        this.understanding = understanding;
        this.guard = guard;
    }

    @Post
    @Allowed(Permission.KNOWLEDGE_READ)
    Asked ask(@Body Ask ask) {
        long begun = System.nanoTime();
        String text = Objects.requireNonNullElse(ask.question(), "").strip();
        if (text.isEmpty()) {
            throw new ProblemException(ErrorCode.EMPTY_MESSAGE);
        }
        if (text.length() > LONGEST) {
            throw new ProblemException(ErrorCode.MESSAGE_TOO_LONG);
        }
        List<String> earlier = Objects.requireNonNullElse(ask.earlier(), List.of());
        Reading reading = understanding.read(text, earlier);
        Composed composed = answers.compose(new Question(
                text,
                earlier,
                Objects.requireNonNullElse(ask.language(), reading.language().code()),
                reading.mood().mood(),
                reading.intent().name(),
                reading.intent().confidence(),
                new AppliesTo(given(ask.product()), given(ask.segment()), given(ask.jurisdiction())),
                ask.at()));
        return shown(composed, (System.nanoTime() - begun) / 1_000_000);
    }

    private Asked shown(Composed composed, long millis) {
        return switch (composed) {
            case Composed.Grounded grounded -> {
                Verdict verdict = guard.inspectReply(Reply.of(grounded.text()), grounded.evidence());
                boolean passes = verdict instanceof Verdict.Pass;
                Gate gate = new Gate(
                        passes ? "PASS" : "HELD",
                        verdict.claims().stream().map(ClaimView::of).toList());
                RouteView route = passes
                        ? new RouteView(
                                "CONTAIN", grounded.wording() == null ? "answer-from-documents" : "approved-wording", null)
                        : new RouteView("ESCALATE", "unsupported-claim", "A claim of the reply is not in what it cites");
                yield new Asked(
                        passes ? "ANSWERED" : "HELD",
                        grounded.text(),
                        grounded.sentences().stream().map(SentenceView::of).toList(),
                        null,
                        Sure.of(grounded.confidence()),
                        considered(composed, grounded.cited()),
                        gate,
                        route,
                        millis);
            }
            case Composed.Clarify clarify ->
                bare("CLARIFY", clarify, clarify.options(), List.of(), new RouteView("CLARIFY", "two-readings", null), millis);
            case Composed.Conflict conflict ->
                bare(
                        "CONFLICT",
                        conflict,
                        null,
                        conflict.passages(),
                        new RouteView("ESCALATE", "documents-disagree", conflict.inWords()),
                        millis);
            case Composed.NotKnown unknown ->
                bare("NOT_KNOWN", unknown, null, List.of(), route(unknown.why()), millis);
        };
    }

    private static RouteView route(Composed.NotKnown.Why why) {
        return switch (why) {
            case BELOW_FLOOR -> new RouteView("REFUSE", "below-knowledge-floor", "Nothing answers it surely enough");
            case OTHER_LANGUAGE ->
                new RouteView("REFUSE", "known-in-another-language", "It is known in another language only");
            case ONLY_APPROVED_WORDING ->
                new RouteView(
                        "ESCALATE", "only-approved-wording", "Of this intent only approved wording may be said");
        };
    }

    private static Asked bare(
            String kind,
            Composed composed,
            @Nullable List<String> options,
            List<Passage> cited,
            RouteView route,
            long millis) {
        return new Asked(
                kind,
                null,
                List.of(),
                options,
                Sure.of(composed.confidence()),
                considered(composed, cited),
                Gate.SKIPPED,
                route,
                millis);
    }

    private static List<Considered> considered(Composed composed, List<Passage> cited) {
        return composed.considered().stream()
                .map(passage -> Considered.of(passage, cited))
                .toList();
    }

    private static Set<String> given(@Nullable String name) {
        return name == null || name.isBlank() ? Set.of() : Set.of(name.strip());
    }
}
