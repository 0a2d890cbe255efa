package io.openteller.platform.banking.internal.intent;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.banking.internal.intent.UnsettledSql.Unsettled;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.CurrentStaff;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.TenantDatabase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person has to look at: nobody could find out whether it was done, or it could not be undone. */
@Controller("/api/v1/operations/unsettled")
@ExecuteOn(TaskExecutors.BLOCKING)
class UnsettledController {

    private final UnsettledSql rows;
    private final TenantDatabase database;

    UnsettledController(UnsettledSql rows, TenantDatabase database) {
        this.rows = rows;
        this.database = database;
    }

    @Serdeable
    record UnsettledList(List<Unsettled> operations) {}

    /** @param notDone whether it was found that the bank did not do it: it stops counting against the limits then */
    @Serdeable
    record Settlement(@Nullable String callId, boolean notDone, @Nullable String reason) {}

    @Get
    @Allowed(Permission.OPERATION_APPROVE)
    UnsettledList unsettled() {
        return new UnsettledList(database.inTransaction(rows::list));
    }

    /** Says what was found, after which it is not on the list any more. */
    @Post("/settlement")
    @Allowed(Permission.OPERATION_APPROVE)
    UnsettledList settle(@Body Settlement settlement) {
        String callId = settlement.callId();
        String reason = settlement.reason();
        if (callId == null || reason == null || reason.isBlank()) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "say which, and what you found");
        }
        return new UnsettledList(database.inTransaction(sql -> {
            if (!rows.settle(sql, callId, settlement.notDone(), reason, CurrentStaff.get().name())) {
                throw new ProblemException(ErrorCode.NOT_FOUND);
            }
            return rows.list(sql);
        }));
    }
}
