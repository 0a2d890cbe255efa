package io.openteller.platform.workflow.internal;

import io.openteller.operations.OperationSpec;
import io.openteller.platform.banking.BankOperations.Session;
import io.openteller.platform.banking.BankResult;
import io.openteller.platform.banking.Caller;
import io.openteller.platform.banking.Codes;
import io.openteller.platform.banking.Questions;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.CustomerMark;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.UuidV7;
import io.openteller.platform.workflow.Steps;
import io.openteller.spi.Capability.Assurance;
import io.openteller.spi.identity.OneTimeCode.Check;
import io.openteller.spi.identity.OneTimeCode.Sent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
class StoredSteps implements Steps {

    private final StepSql steps;
    private final Codes codes;
    private final Questions questions;
    private final Conversations conversations;
    private final TenantDatabase database;

    StoredSteps(
            StepSql steps, Codes codes, Questions questions, Conversations conversations, TenantDatabase database) {
        this.steps = steps;
        this.codes = codes;
        this.questions = questions;
        this.conversations = conversations;
        this.database = database;
    }

    /** A step, and who is to take it. */
    private record Asked(StepSql.Step step, Caller caller) {}

    private Asked asked(UUID conversation, UUID id, StepSql.Kind kind) {
        return database.inTransaction(sql -> new Asked(find(conversation, id, kind), caller(conversation)));
    }

    @Override
    public CodeResult enterCode(UUID conversation, UUID id, String code) {
        Asked asked = asked(conversation, id, StepSql.Kind.CODE);
        StepSql.Step step = asked.step();
        String challenge = step.challenge();
        if (step.state() != StepSql.State.OPEN || step.over() || challenge == null) {
            return new CodeResult(CodeResult.Kind.EXPIRED, 0);
        }
        return switch (codes.verify(asked.caller(), challenge, code)) {
            case BankResult.Done<Check> done -> checked(step, done.value());
            case BankResult.Refused<Check> refused -> new CodeResult(CodeResult.Kind.EXPIRED, 0);
            case BankResult.NeedsStepUp<Check> stepUp -> new CodeResult(CodeResult.Kind.EXPIRED, 0);
            case BankResult.Unavailable<Check> unavailable -> throw new ProblemException(ErrorCode.BANK_UNAVAILABLE);
        };
    }

    @Override
    public CodeResult answer(UUID conversation, UUID id, List<Answer> answers) {
        Asked asked = asked(conversation, id, StepSql.Kind.QUESTIONS);
        StepSql.Step step = asked.step();
        String challenge = step.challenge();
        if (step.state() != StepSql.State.OPEN || step.over() || challenge == null) {
            return new CodeResult(CodeResult.Kind.EXPIRED, 0, step.state() == StepSql.State.OPEN);
        }
        Caller caller = asked.caller();
        Session session = new Session(
                conversation, caller.customerRef(), OperationSpec.Assurance.valueOf(caller.assurance().name()), "en", "");
        return switch (questions.check(session, UuidV7.next().toString(), challenge, given(answers))) {
            case BankResult.Done<Check>(Check.Expired expired, var asOf, var plugin, var millis) ->
                new CodeResult(CodeResult.Kind.EXPIRED, 0, true);
            case BankResult.Done<Check> done -> checked(step, done.value());
            case BankResult.Refused<Check> refused -> new CodeResult(CodeResult.Kind.EXPIRED, 0, true);
            case BankResult.NeedsStepUp<Check> stepUp -> new CodeResult(CodeResult.Kind.EXPIRED, 0);
            case BankResult.Unavailable<Check> unavailable -> throw new ProblemException(ErrorCode.BANK_UNAVAILABLE);
        };
    }

    private static List<Questions.Answer> given(List<Answer> answers) {
        return answers.stream().map(one -> new Questions.Answer(one.id(), one.choice())).toList();
    }

    private CodeResult checked(StepSql.Step step, Check check) {
        return switch (check) {
            case Check.Verified() -> database.inTransaction(sql -> {
                conversations.mark(step.conversation(), new CustomerMark.SteppedUp(StepUp.HOLDS));
                steps.settle(step.id(), StepSql.State.DONE);
                return new CodeResult(CodeResult.Kind.VERIFIED, 0);
            });
            case Check.Wrong(int left) -> new CodeResult(CodeResult.Kind.WRONG, left);
            case Check.Expired() -> new CodeResult(CodeResult.Kind.EXPIRED, 0);
            case Check.TooMany() ->
                new CodeResult(CodeResult.Kind.TOO_MANY, 0, steps.settle(step.id(), StepSql.State.DECLINED));
        };
    }

    @Override
    public boolean resendCode(UUID conversation, UUID id) {
        StepSql.Step step = find(conversation, id, StepSql.Kind.CODE);
        if (step.state() != StepSql.State.OPEN) {
            return false;
        }
        BankResult<Sent> result = codes.send(caller(conversation), UuidV7.next().toString());
        if (result instanceof BankResult.Done<Sent> done) {
            steps.renewChallenge(id, done.value().challengeId(), StepUp.CODE_HOLDS);
            return true;
        }
        throw new ProblemException(ErrorCode.BANK_UNAVAILABLE);
    }

    @Override
    public ConfirmResult confirm(UUID conversation, UUID id, boolean accepted) {
        find(conversation, id, StepSql.Kind.CONFIRM);
        StepSql.State wanted = accepted ? StepSql.State.DONE : StepSql.State.DECLINED;
        boolean settled = steps.settle(id, wanted);
        // Read again: of two answers at the same time, the later one says what the earlier one made of it.
        StepSql.State now = settled ? wanted : find(conversation, id, StepSql.Kind.CONFIRM).state();
        return switch (now) {
            case OPEN -> ConfirmResult.EXPIRED;
            case DONE -> ConfirmResult.DONE;
            case DECLINED -> ConfirmResult.DECLINED;
        };
    }

    @Override
    public @Nullable UUID waitingForCode(UUID conversation) {
        return steps.openCode(conversation).map(StepSql.Step::id).orElse(null);
    }

    private StepSql.Step find(UUID conversation, UUID id, StepSql.Kind kind) {
        return steps.find(conversation, id)
                .filter(step -> step.kind() == kind)
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
    }

    private Caller caller(UUID conversation) {
        var found = conversations.find(conversation).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
        String ref = found.customerRef();
        if (ref == null) {
            throw new ProblemException(ErrorCode.NOT_FOUND);
        }
        return new Caller(ref, Assurance.valueOf(found.assurance().name()));
    }
}
