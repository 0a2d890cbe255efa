package io.openteller.platform.turn.internal;

import io.openteller.platform.answer.Answers;
import io.openteller.platform.answer.Composed;
import io.openteller.platform.guard.Guard;
import io.openteller.platform.guard.Verdict;
import io.openteller.platform.turn.Decision.Route;
import io.openteller.platform.understanding.RiskSignal;
import io.openteller.platform.understanding.RiskSignals;
import jakarta.inject.Singleton;
import java.util.List;

/** Risk first, then knowledge, then the guard: each step may only make the outcome more cautious. */
@Singleton
class Drafter {

    static final String PERSON =
            "Thank you for telling us. A colleague will take over here and can see what you wrote; you need not repeat it.";
    static final String NOT_KNOWN =
            "I do not know the answer to that and will not guess. Would you like me to bring in a colleague?";

    private final RiskSignals risks;
    private final Answers answers;
    private final Guard guard;

    Drafter(RiskSignals risks, Answers answers, Guard guard) {
        this.risks = risks;
        this.answers = answers;
        this.guard = guard;
    }

    Draft draft(String message) {
        List<RiskSignal> signals = risks.in(message);
        if (!signals.isEmpty()) {
            return Draft.escalate(
                    PERSON,
                    "risk-signal",
                    signals.stream()
                            .map(signal -> signal.kind() + ": " + signal.words())
                            .toList());
        }
        return switch (answers.compose(message)) {
            case Composed.NotKnown(double coverage) ->
                new Draft(NOT_KNOWN, Route.REFUSE, "below-knowledge-floor", List.of(), null, coverage, List.of());
            case Composed.Grounded grounded -> guarded(grounded);
        };
    }

    private Draft guarded(Composed.Grounded grounded) {
        var source = grounded.source();
        String cited = source.slug() + "@" + source.version();
        return switch (guard.inspectReply(grounded.text(), List.of(source.text()))) {
            case Verdict.Pass pass ->
                new Draft(
                        grounded.text(),
                        Route.CONTAIN,
                        "grounded-answer",
                        List.of(),
                        cited,
                        source.coverage(),
                        List.of());
            case Verdict.Downgrade(var claims) ->
                new Draft(
                        PERSON,
                        Route.ESCALATE,
                        "unsupported-claim",
                        List.of(),
                        cited,
                        source.coverage(),
                        claims.stream()
                                .map(claim -> grounded.text().substring(claim.start(), claim.end()))
                                .toList());
        };
    }
}
