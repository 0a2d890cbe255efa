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
import io.openteller.platform.channel.CustomerSession;
import io.openteller.platform.conversation.AppendOutcome;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.CustomerMark;
import io.openteller.platform.guard.Privacy;
import io.openteller.platform.identity.Public;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.FirstThreads;
import io.openteller.platform.turn.Turns;
import io.openteller.platform.workflow.Steps;
import io.openteller.platform.workflow.Steps.CodeResult;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import jakarta.inject.Named;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a customer does in a conversation. */
@Public("The session token and the Origin header")
@SecurityRequirement(name = "widgetSession")
@Controller("/api/v1/widget/conversations/{id}")
@ExecuteOn(FirstThreads.FIRST)
class ConversationController {

    private static final int LONGEST_COMMENT = 1_000;

    /** Six digits, alone or as people say it: "123 456", "my code is 123456". */
    private static final Pattern TYPED_CODE =
            Pattern.compile("(?iu)(?:.{0,30}(?:code|otp|कोड|ओटीपी).{0,20}?)?([0-9]{3})[ -]?([0-9]{3})[.!]?");

    private final WidgetEdge edge;
    private final WidgetLimits limits;
    private final Turns turns;
    private final Conversations conversations;
    private final Steps steps;
    private final StepFollowUp followUp;
    private final Privacy privacy;
    private final ExecutorService elsewhere;

    ConversationController(
            WidgetEdge edge,
            WidgetLimits limits,
            Turns turns,
            Conversations conversations,
            Steps steps,
            StepFollowUp followUp,
            Privacy privacy,
            @Named(TaskExecutors.BLOCKING) ExecutorService elsewhere) {
        this.elsewhere = elsewhere;
        this.edge = edge;
        this.limits = limits;
        this.turns = turns;
        this.conversations = conversations;
        this.steps = steps;
        this.followUp = followUp;
        this.privacy = privacy;
    }

    @Serdeable
    record Said(@Nullable String clientMessageId, @Nullable String text) {}

    /**
     * @param seq place of the message in its conversation, which is stored when this arrives; 0 for a code
     * @param code what became of a code that was typed as a message; null for any other message
     */
    @Serdeable
    record Accepted(long seq, @Nullable TypedCode code) {}

    @Serdeable
    record TypedCode(UUID challengeId, CodeResult.Kind result, int attemptsLeft) {}

    @Serdeable
    record Rating(@Nullable Integer rating, @Nullable String comment) {}

    @Post("/messages")
    @Status(HttpStatus.ACCEPTED)
    CompletionStage<Accepted> message(HttpRequest<?> request, UUID id, @Body Said said) {
        CustomerSession session = edge.session(request, id);
        limits.message(session.bank(), id);
        return CurrentTenant.call(session.bank(), () -> {
            String clientId = said.clientMessageId() == null ? "" : said.clientMessageId();
            String text = said.text() == null ? "" : said.text();
            Matcher typed = TYPED_CODE.matcher(text.strip());
            UUID step = typed.matches() ? steps.waitingForCode(id) : null;
            if (step == null) {
                long seq = seq(turns.accept(id, clientId, text));
                return CompletableFuture.completedFuture(new Accepted(seq, null));
            }
            String code = typed.group(1) + typed.group(2);
            // Whoever checks codes may be slow, and what others write is not to wait for that.
            return CompletableFuture.supplyAsync(
                    () -> CurrentTenant.call(session.bank(), () -> new Accepted(0, entered(id, step, code))),
                    elsewhere);
        });
    }

    @Post("/handoff")
    @Status(HttpStatus.ACCEPTED)
    void person(HttpRequest<?> request, UUID id) {
        edge.within(request, id, () -> {
            turns.requestPerson(id);
            return true;
        });
    }

    @Post("/csat")
    @Status(HttpStatus.NO_CONTENT)
    void rate(HttpRequest<?> request, UUID id, @Body Rating given) {
        Integer rating = given.rating();
        if (rating == null || rating < 1 || rating > 5) {
            throw new ProblemException(ErrorCode.BAD_RATING);
        }
        String comment = given.comment();
        if (comment != null && comment.length() > LONGEST_COMMENT) {
            throw new ProblemException(ErrorCode.MESSAGE_TOO_LONG, "A comment has at most 1,000 characters");
        }
        boolean kept = edge.within(
                request,
                id,
                () -> conversations.mark(
                        id, new CustomerMark.Rated(
                                rating, comment == null ? null : privacy.fitToKeep(comment.replace("\u0000", "")))));
        if (!kept) {
            throw new ProblemException(ErrorCode.ALREADY_RATED);
        }
    }

    /** A code that was typed as a message, while one is asked for, is checked and never stored. */
    private TypedCode entered(UUID conversation, UUID step, String code) {
        CodeResult checked = steps.enterCode(conversation, step, code);
        followUp.entered(conversation, step, checked);
        return new TypedCode(step, checked.result(), checked.attemptsLeft());
    }

    private static long seq(AppendOutcome outcome) {
        return switch (outcome) {
            case AppendOutcome.Appended(long seq, UUID turn) -> seq;
            case AppendOutcome.Duplicate(long seq) -> seq;
            case AppendOutcome.ForPerson(long seq) -> seq;
            case AppendOutcome.Closed() -> throw new ProblemException(ErrorCode.CONVERSATION_CLOSED);
            case AppendOutcome.Unknown() -> throw new ProblemException(ErrorCode.NOT_FOUND);
        };
    }
}
