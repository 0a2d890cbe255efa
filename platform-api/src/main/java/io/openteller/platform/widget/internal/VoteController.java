package io.openteller.platform.widget.internal;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.CustomerMark;
import io.openteller.platform.identity.Public;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a customer thinks of one answer. */
@Public("The session token and the Origin header")
@SecurityRequirement(name = "widgetSession")
@Controller("/api/v1/widget/conversations/{id}/messages/{seq}/vote")
@ExecuteOn(TaskExecutors.BLOCKING)
class VoteController {

    private final WidgetEdge edge;
    private final WidgetLimits limits;
    private final Conversations conversations;

    VoteController(WidgetEdge edge, WidgetLimits limits, Conversations conversations) {
        this.edge = edge;
        this.limits = limits;
        this.conversations = conversations;
    }

    /** @param helpful required; voting again changes the vote */
    @Serdeable
    record Vote(@Nullable Boolean helpful) {}

    @Post
    @Status(HttpStatus.NO_CONTENT)
    void vote(HttpRequest<?> request, UUID id, long seq, @Body Vote vote) {
        limits.vote(edge.session(request, id).bank(), id);
        Boolean helpful = vote.helpful();
        if (helpful == null) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "helpful is missing");
        }
        if (!edge.within(request, id, () -> conversations.mark(id, new CustomerMark.Voted(seq, helpful)))) {
            throw new ProblemException(ErrorCode.NOT_FOUND);
        }
    }
}
