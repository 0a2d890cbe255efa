package io.openteller.platform.banking.internal.operation;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.operations.Catalogue;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.banking.internal.operation.BoundsViews.BoundsChangeList;
import io.openteller.platform.banking.internal.operation.BoundsViews.BoundsChangeView;
import io.openteller.platform.banking.internal.operation.BoundsViews.BoundsLimit;
import io.openteller.platform.banking.internal.operation.BoundsViews.BoundsList;
import io.openteller.platform.banking.internal.operation.BoundsViews.OperationBounds;
import io.openteller.platform.banking.internal.policy.BoundsChanges;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a bank is stricter than the catalogue. What it says holds besides the catalogue's own, which nobody can loosen. */
@Controller("/api/v1/operations")
@ExecuteOn(TaskExecutors.BLOCKING)
class BoundsController {

    private static final int LONGEST_REASON = 500;

    private final BoundsChanges changes;

    BoundsController(BoundsChanges changes) {
        this.changes = changes;
    }

    /** Those of every operation that has any, by name. */
    @Get("/bounds")
    @Allowed(Permission.PROCEDURE_READ)
    BoundsList bounds() {
        Map<String, OperationBounds> all = new TreeMap<>();
        changes.inForce().forEach((operation, one) -> all.put(operation, BoundsViews.view(one)));
        return new BoundsList(all);
    }

    /** What was wanted, and what became of it: what waits first, then the latest. */
    @Get("/bounds/changes")
    @Allowed(Permission.PROCEDURE_READ)
    BoundsChangeList changes() {
        return new BoundsChangeList(changes.changes().stream().map(BoundsViews::view).toList());
    }

    /** @param reason why, for colleagues and the record */
    @Serdeable
    record WantedBounds(
            boolean off,
            boolean approval,
            @Nullable List<BoundsLimit> limits,
            @Nullable Map<String, Long> aboveMinor,
            @Nullable String reason) {}

    /**
     * Takes the place of what there was: at once if nothing gets looser by it, from the next call on; otherwise when somebody else
     * agrees.
     */
    @Put("/{domain}/{operation}/{version}/bounds")
    @Allowed(Permission.PLUGIN_WRITE)
    BoundsChangeView put(String domain, String operation, String version, @Body WantedBounds wanted) {
        String name = Catalogue.standard()
                .find(domain + "." + operation + "/" + version)
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND))
                .name()
                .toString();
        var bounds = BoundsViews.bounds(
                new OperationBounds(wanted.off(), wanted.approval(), wanted.limits(), wanted.aboveMinor()));
        return BoundsViews.view(changes.want(name, bounds, reason(wanted.reason(), true), CurrentActor.get()));
    }

    @Serdeable
    record BoundsDecision(@Nullable Boolean agree, @Nullable String reason) {}

    /** Puts in force what somebody else asked for, or says why not. */
    @Post("/bounds/changes/{id}/decision")
    @Allowed(Permission.PLUGIN_WRITE)
    BoundsChangeView decide(UUID id, @Body BoundsDecision decision) {
        if (decision.agree() == null) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "say whether you agree");
        }
        boolean agreed = decision.agree();
        return BoundsViews.view(changes.decide(id, agreed, reason(decision.reason(), !agreed), CurrentActor.get()));
    }

    private static String reason(@Nullable String given, boolean needed) {
        String reason = given == null ? "" : given.strip();
        if (reason.length() > LONGEST_REASON || needed && reason.isEmpty()) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "say why, in at most 500 characters");
        }
        return reason;
    }
}
