package io.openteller.platform.rehearsal.internal;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.rehearsal.internal.TrialViews.Replayed;
import io.openteller.procedures.definition.Definition;
import java.util.Map;
import java.util.UUID;

/** A past conversation, led through a draft. */
@Controller("/api/v1/procedures/{id}/replay")
@ExecuteOn(TaskExecutors.BLOCKING)
class ReplayController {

    private final Replays replays;
    private final Tested tested;

    ReplayController(Replays replays, Tested tested) {
        this.replays = replays;
        this.tested = tested;
    }

    @Serdeable
    record Past(UUID conversation, Map<String, Object> definition) {}

    @Post
    @Allowed(Permission.PROCEDURE_WRITE)
    Replayed replay(String id, @Body Past past) {
        Definition definition = tested.definition(past.definition());
        if (!definition.id().equals(id)) {
            throw new ProblemException(ErrorCode.PROCEDURE_INVALID, "The definition has another id: " + definition.id());
        }
        return replays.replay(past.conversation(), definition);
    }
}
