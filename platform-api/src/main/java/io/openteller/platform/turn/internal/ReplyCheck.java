package io.openteller.platform.turn.internal;

import io.openteller.platform.desk.Reason;
import io.openteller.platform.guard.Claim;
import io.openteller.platform.guard.Evidence;
import io.openteller.platform.guard.Guard;
import io.openteller.platform.guard.Reply;
import io.openteller.platform.guard.Verdict;
import io.openteller.platform.turn.Decision;
import io.openteller.platform.workflow.Performed;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Lets a reply out only if all that it states stands in what it cites or in what the bank's systems returned. */
@Singleton
class ReplyCheck {

    private final Guard guard;
    private final OtherBanks others;

    ReplyCheck(Guard guard, OtherBanks others) {
        this.guard = guard;
        this.others = others;
    }

    /**
     * @param heard what the customer wrote up to now
     * @param instead made when the reply may not leave
     */
    Draft check(Draft draft, List<String> heard, Supplier<Draft> instead) {
        List<Evidence> evidence = evidence(draft);
        // The assistant's own phrases carry no figures but the times and counts that the operation returned.
        if (evidence.isEmpty()) {
            return draft;
        }
        Verdict verdict = verdict(draft, heard, evidence);
        List<Decision.Claim> claims =
                verdict.claims().stream().map(ReplyCheck::shown).toList();
        return switch (verdict) {
            case Verdict.Pass pass -> draft.checked(new Decision.GuardFinding("PASS", claims));
            case Verdict.Downgrade downgrade -> downgraded(instead.get(), draft, claims);
        };
    }

    /** Whether the same look at the same draft lets it out. */
    boolean passes(Draft draft, List<String> heard) {
        return verdict(draft, heard, evidence(draft)) instanceof Verdict.Pass;
    }

    private Verdict verdict(Draft draft, List<String> heard, List<Evidence> evidence) {
        return guard.inspectReply(new Reply(draft.text(), heard, others.names()), evidence);
    }

    private static List<Evidence> evidence(Draft draft) {
        return Stream.concat(
                        draft.evidence().stream(),
                        draft.performed().stream().map(call -> Evidence.result(call.evidence())))
                .toList();
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
                refused.confidence(),
                refused.run());
    }

    private static Decision.Claim shown(Claim claim) {
        return new Decision.Claim(
                claim.text(), claim.supported(), claim.kind().name(), claim.reason(), claim.start(), claim.end());
    }
}
