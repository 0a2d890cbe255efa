package io.openteller.platform.desk.internal;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.EventStreams;
import io.openteller.platform.coordination.EventFlow;
import io.openteller.platform.coordination.OpenStreams;
import io.openteller.platform.coordination.Streamed;
import io.openteller.platform.coordination.TextEvent;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.CurrentStaff;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Live updates for staff: what changed in the bank, and one conversation in full. */
@Controller("/api/v1/desk")
@ExecuteOn(TaskExecutors.BLOCKING)
class DeskStreamController {

    private static final Duration HEARTBEAT = Duration.ofSeconds(12);

    private static final TextEvent BEAT = TextEvent.of("heartbeat", "{}");

    /** Each may be several changes that came together. */
    private static final int MOST_BEHIND = 500;

    private final DeskChanges changes;
    private final EventStreams streams;
    private final Conversations conversations;
    private final PresenceSql presence;
    private final OpenStreams open;

    DeskStreamController(
            DeskChanges changes,
            EventStreams streams,
            Conversations conversations,
            PresenceSql presence,
            OpenStreams open) {
        this.changes = changes;
        this.streams = streams;
        this.conversations = conversations;
        this.presence = presence;
        this.open = open;
    }

    /** Names the conversations that changed; an open stream also says that its reader is there. */
    @Get("/events")
    @Produces(MediaType.TEXT_EVENT_STREAM)
    @Streamed
    @Allowed(Permission.CONVERSATION_READ)
    EventFlow changes() {
        Tenant tenant = CurrentTenant.get();
        UUID me = CurrentStaff.get().id();
        presence.seen(me);
        // A reader so far behind is cut, and reads the whole list when it is back.
        Flux<TextEvent> changed = changes.of(tenant).onBackpressureBuffer(MOST_BEHIND, BufferOverflowStrategy.ERROR);
        Flux<TextEvent> heartbeats = Flux.interval(Duration.ZERO, HEARTBEAT, Schedulers.boundedElastic())
                .onBackpressureDrop()
                .map(tick -> {
                    CurrentTenant.run(tenant, () -> presence.seen(me));
                    return BEAT;
                });
        return new EventFlow(open.open("desk", changed.mergeWith(heartbeats).onErrorComplete(Exceptions::isOverflow)));
    }

    @Get("/conversations/{id}/events")
    @Produces(MediaType.TEXT_EVENT_STREAM)
    @Streamed
    @Allowed(Permission.CONVERSATION_READ)
    EventFlow conversation(UUID id, @Nullable @Header("Last-Event-ID") String lastEventId) {
        if (conversations.find(id).isEmpty()) {
            throw new ProblemException(ErrorCode.NOT_FOUND);
        }
        if (lastEventId != null && !lastEventId.matches("[0-9]{1,18}")) {
            throw new ProblemException(ErrorCode.BAD_EVENT_ID);
        }
        return new EventFlow(
                streams.follow(CurrentTenant.get(), id, lastEventId == null ? 0 : Long.parseLong(lastEventId)));
    }
}
