package io.openteller.platform.banking.internal.intent;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.banking.internal.intent.UnsettledViews.UnsettledDetail;
import io.openteller.platform.banking.internal.intent.UnsettledViews.UnsettledList;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** What people do about unsettled calls. */
@Controller("/api/v1/operations/unsettled")
@ExecuteOn(TaskExecutors.BLOCKING)
class SettlementController {

    private static final int LONGEST_REASON = 500;

    private final Findings findings;
    private final UnsettledController looking;

    SettlementController(Findings findings, UnsettledController looking) {
        this.findings = findings;
        this.looking = looking;
    }

    @Serdeable
    record Question(@Nullable String callId) {}

    /** Asks the bank now what became of it. */
    @Post("/question")
    @Allowed(Permission.OPERATION_APPROVE)
    UnsettledDetail ask(@Body Question question) {
        String callId = given(question.callId());
        findings.ask(callId, CurrentActor.get());
        return looking.call(callId);
    }

    /** @param notDone whether it was found that the bank did not do it: it stops counting against the limits then */
    @Serdeable
    record Settlement(@Nullable String callId, boolean notDone, @Nullable String reason) {}

    /** Says what was found, after which it is not on the list any more; where money moves, when somebody else agrees. */
    @Post("/settlement")
    @Allowed(Permission.OPERATION_APPROVE)
    UnsettledList settle(@Body Settlement settlement) {
        findings.found(
                given(settlement.callId()), settlement.notDone(), reason(settlement.reason(), true), CurrentActor.get());
        return looking.unsettled();
    }

    @Serdeable
    record SettlementDecision(@Nullable String callId, @Nullable Boolean agree, @Nullable String reason) {}

    /** A second person agrees to what the first one found, or says why not. */
    @Post("/settlement/decision")
    @Allowed(Permission.OPERATION_APPROVE)
    UnsettledList decide(@Body SettlementDecision decision) {
        if (decision.agree() == null) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "say whether you agree");
        }
        boolean agreed = decision.agree();
        findings.decide(given(decision.callId()), agreed, reason(decision.reason(), !agreed), CurrentActor.get());
        return looking.unsettled();
    }

    private static String given(@Nullable String callId) {
        if (callId == null || callId.isBlank()) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "say which");
        }
        return callId;
    }

    private static String reason(@Nullable String given, boolean needed) {
        String reason = given == null ? "" : given.strip();
        if (reason.length() > LONGEST_REASON || needed && reason.isEmpty()) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "say what you found, in at most 500 characters");
        }
        return reason;
    }
}
