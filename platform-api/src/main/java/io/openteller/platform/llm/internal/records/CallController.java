package io.openteller.platform.llm.internal.records;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.llm.Prompt;
import io.openteller.platform.llm.internal.records.CallReports.Row;
import io.openteller.platform.llm.internal.records.CallViews.CallDetail;
import io.openteller.platform.llm.internal.records.CallViews.CallView;
import io.openteller.platform.llm.internal.records.CallViews.CallsView;
import io.openteller.platform.llm.internal.records.CallViews.Replayed;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Single calls: what left for a model and what came back, and what it would say today. */
@Controller("/api/v1/models/calls")
@ExecuteOn(TaskExecutors.BLOCKING)
class CallController {

    private final CallReports reports;
    private final Replays replays;

    CallController(CallReports reports, Replays replays) {
        this.reports = reports;
        this.replays = replays;
    }

    @Get
    @Allowed(Permission.PLUGIN_READ)
    CallsView page(
            @Nullable @QueryValue String task, @Nullable @QueryValue String outcome, @Nullable @QueryValue UUID before) {
        return new CallsView(
                reports.page(task, outcome, before).stream().map(CallView::of).toList());
    }

    @Get("/{id}")
    @Allowed(Permission.PLUGIN_READ)
    CallDetail one(UUID id) {
        Row row = found(id);
        return CallDetail.of(
                row,
                row.system().isEmpty()
                        ? Prompt.shape(row.prompt()).map(Prompt.Shape::system).orElse("")
                        : row.system());
    }

    /** Asks the same model the same, on today's budget; nobody but the caller hears it. */
    @Post("/{id}/replay")
    @Allowed(Permission.PLUGIN_WRITE)
    Replayed replay(UUID id) {
        return replays.replay(found(id));
    }

    private Row found(UUID id) {
        return reports.find(id).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
    }
}
