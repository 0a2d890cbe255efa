package io.openteller.platform.widget.internal;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.openteller.platform.channel.CustomerSession;
import io.openteller.platform.conversation.EventStreams;
import io.openteller.platform.coordination.EventFlow;
import io.openteller.platform.coordination.Streamed;
import io.openteller.platform.identity.Public;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What happens in a conversation, as a stream that can be resumed. */
@Public("The session token and the Origin header")
@SecurityRequirement(name = "widgetSession")
@Controller("/api/v1/widget/conversations/{id}/events")
class EventController {

    private static final Pattern SEQ = Pattern.compile("[0-9]{1,18}");

    private final WidgetEdge edge;
    private final EventStreams streams;

    EventController(WidgetEdge edge, EventStreams streams) {
        this.edge = edge;
        this.streams = streams;
    }

    @Get
    @Produces(MediaType.TEXT_EVENT_STREAM)
    @Streamed
    @ExecuteOn(TaskExecutors.BLOCKING)
    EventFlow events(
            HttpRequest<?> request,
            UUID id,
            @Nullable @Header("Last-Event-ID") String lastEventId,
            @Nullable @QueryValue String after) {
        CustomerSession session = edge.session(request, id);
        return new EventFlow(streams.follow(session.bank(), id, seq(lastEventId != null ? lastEventId : after)));
    }

    private static long seq(@Nullable String named) {
        if (named == null || named.isEmpty()) {
            return 0;
        }
        if (!SEQ.matcher(named).matches()) {
            throw new ProblemException(ErrorCode.BAD_EVENT_ID);
        }
        return Long.parseLong(named);
    }
}
