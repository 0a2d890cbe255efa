package io.openteller.platform.banking.internal.operation;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.banking.internal.choice.ChoiceChange;
import io.openteller.platform.banking.internal.choice.Choices;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.CurrentStaff;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom a bank chooses to supply an operation, or all of a domain. Two people have to want it. */
@Controller("/api/v1/operations/suppliers")
@ExecuteOn(TaskExecutors.BLOCKING)
class SuppliersController {

    private static final int LONGEST_REASON = 500;

    private final Choices choices;

    SuppliersController(Choices choices) {
        this.choices = choices;
    }

    /** @param chosen by operation or domain */
    @Serdeable
    record ChosenSuppliers(Map<String, String> chosen) {}

    @Get
    @Allowed(Permission.PROCEDURE_READ)
    ChosenSuppliers chosen() {
        return new ChosenSuppliers(choices.inForce());
    }

    @Serdeable
    record SupplierChangeList(List<SupplierChangeView> changes) {}

    /**
     * What somebody wanted.
     *
     * @param scope an operation or a domain
     * @param supplier null for nobody in particular
     * @param before who was chosen when it was asked for
     * @param mine whether it was you
     * @param decidedReason of a refusal
     * @param release that it made
     */
    @Serdeable
    record SupplierChangeView(
            UUID id,
            String scope,
            @Nullable String supplier,
            @Nullable String before,
            String reason,
            String askedBy,
            Instant askedAt,
            boolean mine,
            ChoiceChange.State state,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String decidedReason,
            @Nullable Long release) {}

    /** What waits first, then the latest. */
    @Get("/changes")
    @Allowed(Permission.PROCEDURE_READ)
    SupplierChangeList changes() {
        return new SupplierChangeList(
                choices.changes().stream().map(SuppliersController::view).toList());
    }

    /** @param supplier null to choose nobody; {@code reason} why, for colleagues and the record */
    @Serdeable
    record WantedSupplier(@Nullable String scope, @Nullable String supplier, @Nullable String reason) {}

    /** Nothing is changed until somebody else agrees. */
    @Post("/changes")
    @Allowed(Permission.PLUGIN_WRITE)
    SupplierChangeView want(@Body WantedSupplier wanted) {
        String scope = wanted.scope();
        if (scope == null) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "say for which operation, or for which domain");
        }
        return view(choices.want(scope, wanted.supplier(), reason(wanted.reason(), true), CurrentActor.get()));
    }

    @Serdeable
    record SupplierDecision(@Nullable Boolean agree, @Nullable String reason) {}

    /** Puts in force what somebody else asked for, or says why not. */
    @Post("/changes/{id}/decision")
    @Allowed(Permission.PLUGIN_WRITE)
    SupplierChangeView decide(UUID id, @Body SupplierDecision decision) {
        if (decision.agree() == null) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "say whether you agree");
        }
        boolean agreed = decision.agree();
        return view(choices.decide(id, agreed, reason(decision.reason(), !agreed), CurrentActor.get()));
    }

    private static String reason(@Nullable String given, boolean needed) {
        String reason = given == null ? "" : given.strip();
        if (reason.length() > LONGEST_REASON || needed && reason.isEmpty()) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "say why, in at most 500 characters");
        }
        return reason;
    }

    private static SupplierChangeView view(ChoiceChange one) {
        return new SupplierChangeView(
                one.id(),
                one.scope(),
                one.supplier(),
                one.before(),
                one.reason(),
                one.askedName(),
                one.askedAt(),
                CurrentStaff.get().id().equals(one.askedBy()),
                one.state(),
                one.decidedName(),
                one.decidedAt(),
                one.decidedReason(),
                one.release());
    }
}
