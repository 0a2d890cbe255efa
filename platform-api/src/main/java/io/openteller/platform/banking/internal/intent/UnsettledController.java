package io.openteller.platform.banking.internal.intent;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.openteller.platform.banking.internal.intent.UnsettledViews.UnsettledCounts;
import io.openteller.platform.banking.internal.intent.UnsettledViews.UnsettledDetail;
import io.openteller.platform.banking.internal.intent.UnsettledViews.UnsettledList;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.TenantDatabase;
import java.util.Optional;

/** Calls whose end is not known: the bank is being asked about them, or a person has to look; and what could not be undone. */
@Controller("/api/v1/operations/unsettled")
@ExecuteOn(TaskExecutors.BLOCKING)
class UnsettledController {

    private final UnsettledSql rows;
    private final AttemptSql attempts;
    private final TenantDatabase database;

    UnsettledController(UnsettledSql rows, AttemptSql attempts, TenantDatabase database) {
        this.rows = rows;
        this.attempts = attempts;
        this.database = database;
    }

    @Get
    @Allowed(Permission.OPERATION_APPROVE)
    UnsettledList unsettled() {
        return database.inTransaction(sql -> UnsettledViews.list(rows.list(sql), rows.counts(sql)));
    }

    @Get("/counts")
    @Allowed(Permission.OPERATION_APPROVE)
    UnsettledCounts counts() {
        return UnsettledViews.counts(database.inTransaction(rows::counts));
    }

    /** One of them, or one that was settled: with all that was tried. */
    @Get("/call")
    @Allowed(Permission.OPERATION_APPROVE)
    UnsettledDetail call(@QueryValue(defaultValue = "") String callId) {
        Optional<UnsettledDetail> found = database.inTransaction(sql -> rows.find(sql, callId)
                .map(one -> UnsettledViews.detail(one, attempts.of(sql, callId))));
        return found.orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
    }
}
