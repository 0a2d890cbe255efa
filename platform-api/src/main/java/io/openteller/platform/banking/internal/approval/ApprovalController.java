package io.openteller.platform.banking.internal.approval;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.banking.Ruling.Row;
import io.openteller.platform.banking.internal.approval.Approval.State;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.CurrentStaff;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a colleague must agree to. */
@Controller("/api/v1/approvals")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApprovalController {

    private static final int LONGEST_REASON = 500;

    private final Approvals approvals;

    ApprovalController(Approvals approvals) {
        this.approvals = approvals;
    }

    @Serdeable
    record ApprovalList(List<ApprovalView> approvals) {}

    @Serdeable
    record ApprovalRow(String label, String value) {}

    @Serdeable
    record ApprovalDecision(@Nullable Boolean agree, @Nullable String reason) {}

    /**
     * One of them.
     *
     * @param customer only the last digits of their number
     * @param rows what it would do, as the customer saw it
     * @param reason why a colleague must agree
     * @param words what the procedure says to them; empty if it says nothing
     * @param mine whether you asked for it yourself
     */
    @Serdeable
    record ApprovalView(
            UUID id,
            String operation,
            String title,
            String customer,
            List<ApprovalRow> rows,
            Instant askedAt,
            Instant expiresAt,
            UUID conversation,
            String reason,
            String words,
            State state,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String decidedReason,
            boolean mine) {}

    /** @param state OPEN or DECIDED */
    @Get
    @Allowed(Permission.OPERATION_APPROVE)
    ApprovalList approvals(@QueryValue(defaultValue = "OPEN") String state) {
        if (!state.equals("OPEN") && !state.equals("DECIDED")) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "state is OPEN or DECIDED");
        }
        return new ApprovalList(approvals.list(state.equals("OPEN")).stream()
                .map(ApprovalController::view)
                .toList());
    }

    /** Agreeing lets the operation go on; declining ends it. Who asked for it, and programs, cannot decide. */
    @Post("/{id}/decision")
    @Allowed(Permission.OPERATION_APPROVE)
    ApprovalView decide(UUID id, @Body ApprovalDecision decision) {
        String reason = decision.reason() == null ? "" : decision.reason().strip();
        if (decision.agree() == null || reason.length() > LONGEST_REASON || !decision.agree() && reason.isEmpty()) {
            throw new ProblemException(
                    ErrorCode.MALFORMED_REQUEST, "say whether you agree, and if not, why, in at most 500 characters");
        }
        return view(approvals.decide(id, decision.agree(), reason, CurrentActor.get()));
    }

    private static ApprovalView view(Approval one) {
        return new ApprovalView(
                one.id(),
                one.operation(),
                one.card().title(),
                masked(one.customer()),
                one.card().rows().stream().map(ApprovalController::row).toList(),
                one.askedAt(),
                one.expiresAt(),
                one.conversation(),
                one.reason(),
                one.words(),
                one.state(),
                one.decidedName(),
                one.decidedAt(),
                one.decidedReason(),
                CurrentStaff.get().id().equals(one.askedBy()));
    }

    private static ApprovalRow row(Row row) {
        return new ApprovalRow(row.label(), row.value());
    }

    private static String masked(String customer) {
        return "•••• " + customer.substring(Math.max(0, customer.length() - 4));
    }
}
