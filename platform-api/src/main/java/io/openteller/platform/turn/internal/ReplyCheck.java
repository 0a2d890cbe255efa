package io.openteller.platform.turn.internal;

import io.openteller.platform.desk.Reason;
import io.openteller.platform.guard.Claim;
import io.openteller.platform.guard.Guard;
import io.openteller.platform.guard.Verdict;
import io.openteller.platform.turn.Decision;
import io.openteller.platform.workflow.Performed;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** Lets a reply out only if every figure in it stands in what it cites or in what the bank's systems returned. */
@Singleton
class ReplyCheck {

    private final Guard guard;

    ReplyCheck(Guard guard) {
        this.guard = guard;
    }

    /** @param instead made when the reply may not leave */
    Draft check(Draft draft, java.util.function.Supplier<Draft> instead) {
        List<String> evidence = Stream.concat(
                        draft.evidence().stream(), draft.performed().stream().map(Performed::evidence))
                .toList();
        // The assistant's own phrases carry no figures but the times and counts that the operation returned.
        if (evidence.isEmpty()) {
            return draft;
        }
        return switch (guard.inspectReply(draft.text(), evidence)) {
            case Verdict.Pass(List<Claim> claims) ->
                draft.checked(new Decision.GuardFinding("PASS", found(draft.text(), claims, true)));
            case Verdict.Downgrade(List<Claim> unsupported) ->
                downgraded(instead.get(), draft, found(draft.text(), unsupported, false));
        };
    }

    private static Draft downgraded(Draft person, Draft refused, List<Decision.Claim> claims) {
        return new Draft(
                person.text(),
                Decision.Route.ESCALATE,
                "unsupported-claim",
                Reason.FAILED,
                List.of(),
                null,
                refused.passages(),
                List.of(),
                List.of(),
                refused.performed(),
                refused.facts(),
                refused.promises(),
                new Decision.GuardFinding("DOWNGRADE", claims),
                refused.confidence());
    }

    private static List<Decision.Claim> found(String text, List<Claim> claims, boolean supported) {
        return claims.stream()
                .map(claim -> new Decision.Claim(text.substring(claim.start(), claim.end()), supported))
                .toList();
    }
}
