package io.openteller.platform.widget.internal;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.channel.CustomerSession;
import io.openteller.platform.conversation.StepTaken;
import io.openteller.platform.identity.Public;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.workflow.Steps;
import io.openteller.platform.workflow.Steps.Answer;
import io.openteller.platform.workflow.Steps.CodeResult;
import io.openteller.platform.workflow.Steps.ConfirmResult;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The steps that a customer is asked for: a code to enter, an action to confirm. */
@Public("The session token and the Origin header")
@SecurityRequirement(name = "widgetSession")
@Controller("/api/v1/widget/conversations/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
class StepController {

    private static final int MOST_ANSWERS = 20;
    private static final int LONGEST_ANSWER = 200;

    private final WidgetEdge edge;
    private final WidgetLimits limits;
    private final Steps steps;
    private final StepFollowUp followUp;

    StepController(WidgetEdge edge, WidgetLimits limits, Steps steps, StepFollowUp followUp) {
        this.edge = edge;
        this.limits = limits;
        this.steps = steps;
        this.followUp = followUp;
    }

    /** @param answers to questions that were asked; null for a code */
    @Serdeable
    record Code(@Nullable UUID challengeId, @Nullable String code, @Nullable List<Answered> answers) {}

    /** @param choice one of those that were given with the question */
    @Serdeable
    record Answered(@Nullable String id, @Nullable String choice) {}

    @Serdeable
    record CodeAnswer(CodeResult.Kind result, int attemptsLeft) {}

    @Serdeable
    record Resent(UUID challengeId) {}

    @Serdeable
    record Choice(@Nullable Boolean accept) {}

    @Serdeable
    record ChoiceAnswer(ConfirmResult state) {}

    @Post("/step-up")
    CodeAnswer code(HttpRequest<?> request, UUID id, @Body Code entered) {
        CustomerSession session = edge.session(request, id);
        limits.message(session.bank(), id);
        UUID challenge = required(entered.challengeId());
        String code = entered.code() == null ? "" : entered.code().strip();
        return CurrentTenant.call(session.bank(), () -> {
            List<Answered> answers = entered.answers();
            if (answers != null) {
                CodeResult result = steps.answer(id, challenge, read(answers));
                followUp.answered(id, challenge, result);
                return new CodeAnswer(result.result(), result.attemptsLeft());
            }
            // What is no code counts as a wrong one, so that what is left is always what the challenge says.
            CodeResult result = steps.enterCode(id, challenge, code.matches("[0-9]{6}") ? code : "");
            followUp.entered(id, challenge, result);
            return new CodeAnswer(result.result(), result.attemptsLeft());
        });
    }

    @Post("/step-up/resend")
    @Status(HttpStatus.ACCEPTED)
    HttpResponse<Resent> resend(HttpRequest<?> request, UUID id, @Body Code asked) {
        CustomerSession session = edge.session(request, id);
        limits.code(session.bank(), id);
        UUID challenge = required(asked.challengeId());
        return CurrentTenant.call(session.bank(), () -> {
            if (!steps.resendCode(id, challenge)) {
                throw new ProblemException(ErrorCode.NOT_FOUND);
            }
            return HttpResponse.<Resent>accepted().body(new Resent(challenge));
        });
    }

    @Post("/confirmations/{actionId}")
    ChoiceAnswer confirm(HttpRequest<?> request, UUID id, UUID actionId, @Body Choice choice) {
        if (choice.accept() == null) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "accept is true or false");
        }
        boolean accept = choice.accept();
        return edge.within(request, id, () -> {
            ConfirmResult result = steps.confirm(id, actionId, accept);
            switch (result) {
                case DONE -> followUp.confirmed(id, actionId, StepTaken.State.DONE);
                case DECLINED -> followUp.confirmed(id, actionId, StepTaken.State.DECLINED);
                case EXPIRED -> {}
            }
            return new ChoiceAnswer(result);
        });
    }

    private static List<Answer> read(List<Answered> answers) {
        if (answers.size() > MOST_ANSWERS || answers.stream().anyMatch(one -> unfit(one.id()) || unfit(one.choice()))) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "answers have an id and a choice each");
        }
        return answers.stream()
                .map(one -> new Answer(String.valueOf(one.id()), String.valueOf(one.choice())))
                .toList();
    }

    private static boolean unfit(@Nullable String text) {
        return text == null || text.length() > LONGEST_ANSWER;
    }

    private static UUID required(@Nullable UUID given) {
        if (given == null) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "challengeId is missing");
        }
        return given;
    }
}
