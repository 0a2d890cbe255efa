package io.openteller.platform.banking.internal.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.Catalogue;
import io.openteller.operations.OperationSpec;
import io.openteller.platform.banking.BankOperations.Session;
import io.openteller.platform.banking.BankResult;
import io.openteller.platform.banking.Questions;
import io.openteller.platform.banking.Ruling;
import io.openteller.platform.banking.internal.intent.Reads;
import io.openteller.platform.banking.internal.policy.Admission;
import io.openteller.platform.banking.internal.policy.Decisions;
import io.openteller.spi.identity.OneTimeCode.Check;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** What was answered is kept nowhere. */
@Singleton
class PluggedQuestions implements Questions {

    private final Admission admission;
    private final Reads reads;
    private final Decisions decisions;
    private final Proofs proofs;

    PluggedQuestions(Admission admission, Reads reads, Decisions decisions, Proofs proofs) {
        this.admission = admission;
        this.reads = reads;
        this.decisions = decisions;
        this.proofs = proofs;
    }

    @Override
    public BankResult<Asked> ask(Session session, String callId) {
        String customer = session.customerRef();
        if (customer != null && proofs.locked(customer)) {
            return new BankResult.Refused<>(Proofs.LOCKED, "", 0);
        }
        return call(session, callId, "questions.ask/v1", JsonNodeFactory.instance.objectNode(), PluggedQuestions::asked);
    }

    @Override
    public BankResult<Check> check(Session session, String callId, String challenge, List<Answer> answers) {
        ObjectNode arguments = JsonNodeFactory.instance.objectNode().put("challenge", challenge);
        ArrayNode given = arguments.putArray("answers");
        answers.forEach(one -> given.addObject().put("id", one.id()).put("choice", one.choice()));
        String customer = session.customerRef();
        return customer == null
                ? new BankResult.NeedsStepUp<>()
                : proofs.attempt(
                        customer, () -> call(session, callId, "questions.check/v1", arguments, PluggedQuestions::checked));
    }

    private <T> BankResult<T> call(
            Session session, String callId, String operation, ObjectNode arguments, Function<ObjectNode, T> read) {
        OperationSpec spec = Catalogue.standard().find(operation).orElseThrow();
        Ruling ruling =
                switch (admission.of(session, callId, spec, arguments, Admission.By.CORE)) {
                    case Admission.Answer.Stopped(var rule, Ruling stopped) ->
                        decisions.stopped(session, callId, operation, rule, stopped);
                    case Admission.Answer.Admitted(var asked) -> reads.go(asked);
                };
        return switch (ruling) {
            case Ruling.Done(ObjectNode output, Instant asOf, String plugin, long millis) ->
                new BankResult.Done<>(read.apply(output), asOf, plugin, millis);
            case Ruling.StepUp stepUp -> new BankResult.NeedsStepUp<>();
            case Ruling.Refused(String reason, String plugin, long millis) ->
                new BankResult.Refused<>(reason, plugin, millis);
            case Ruling.Unavailable(String cause, String plugin, long millis) ->
                new BankResult.Unavailable<>(cause, plugin, millis);
            case Ruling.Denied(String rule, String why) -> new BankResult.Unavailable<>(why, "", 0);
            case Ruling.Confirm none -> throw new IllegalStateException("nobody confirms a question");
            case Ruling.Approval none -> throw new IllegalStateException("nobody approves a question");
            case Ruling.InDoubt none -> throw new IllegalStateException("nothing was changed");
        };
    }

    private static Asked asked(ObjectNode output) {
        List<Question> questions = output.path("questions").valueStream()
                .map(one -> new Question(
                        one.path("id").asText(),
                        one.path("text").asText(),
                        one.path("choices").valueStream().map(JsonNode::asText).toList()))
                .toList();
        return new Asked(output.path("challenge").asText(), questions);
    }

    private static Check checked(ObjectNode output) {
        return switch (output.path("result").asText()) {
            case "VERIFIED" -> Check.verified();
            case "WRONG" -> new Check.Wrong(output.path("attemptsLeft").intValue());
            case "EXPIRED" -> Check.expired();
            default -> Check.tooMany();
        };
    }
}
