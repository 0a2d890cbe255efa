package io.openteller.platform.desk.internal;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.CurrentStaff;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What waits for people, and what goes on. */
@Controller("/api/v1/desk")
@ExecuteOn(TaskExecutors.BLOCKING)
class QueueController {

    private final QueueReader queue;
    private final PresenceSql presence;

    QueueController(QueueReader queue, PresenceSql presence) {
        this.queue = queue;
        this.presence = presence;
    }

    @Serdeable
    record Items<T>(List<T> items) {}

    @Serdeable
    record NewPresence(PresenceSql.@Nullable Presence presence) {}

    /** @param scope waiting, mine or all */
    @Get("/queue")
    @Allowed(Permission.CONVERSATION_READ)
    Items<QueueItem> queue(@QueryValue(defaultValue = "all") String scope) {
        return new Items<>(queue.waiting(scope, CurrentStaff.get().id()));
    }

    @Get("/feed")
    @Allowed(Permission.CONVERSATION_READ)
    Items<FeedItem> feed() {
        return new Items<>(queue.live());
    }

    @Get("/staff")
    @Allowed(Permission.CONVERSATION_READ)
    Items<Colleague> staff() {
        return new Items<>(queue.colleagues());
    }

    @Put("/presence")
    @Status(HttpStatus.NO_CONTENT)
    @Allowed(Permission.CONVERSATION_WORK)
    void presence(@Body NewPresence chosen) {
        var presence = chosen.presence();
        if (presence == null) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "presence is ONLINE, AWAY or OFFLINE");
        }
        this.presence.set(CurrentStaff.get().id(), presence);
    }
}
