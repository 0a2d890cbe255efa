package io.openteller.platform.curation.internal;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.CurrentStaff;
import io.openteller.platform.identity.Permission;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What customers ask and the documents do not answer well. */
@Controller("/api/v1/knowledge/gaps")
@ExecuteOn(TaskExecutors.BLOCKING)
class GapController {

    private static final int LONGEST = 365;

    private final GapBoard board;
    private final Clock clock;

    GapController(GapBoard board, Clock clock) {
        this.board = board;
        this.clock = clock;
    }

    @Serdeable
    record Gaps(List<Gap> items) {}

    /** @param owner who is to write; null for nobody */
    @Serdeable
    record Decision(Gap.State state, @Nullable String owner) {}

    /** @param days how many to look back, 1 to 365 */
    @Get
    @Allowed(Permission.KNOWLEDGE_READ)
    Gaps list(@QueryValue(defaultValue = "30") int days) {
        return new Gaps(board.since(from(days)));
    }

    @Put("/{id}")
    @Allowed(Permission.KNOWLEDGE_WRITE)
    Gap decide(UUID id, @QueryValue(defaultValue = "30") int days, @Body Decision decision) {
        return board.decide(
                id,
                from(days),
                decision.state(),
                decision.owner(),
                CurrentStaff.get().name());
    }

    private Instant from(int days) {
        return clock.instant().minus(Duration.ofDays(Math.clamp(days, 1, LONGEST)));
    }
}
