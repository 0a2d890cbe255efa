package io.openteller.platform.workflow.internal;

import io.openteller.platform.banking.BankResult;
import io.openteller.platform.banking.Caller;
import io.openteller.platform.banking.Codes;
import io.openteller.platform.desk.Reason;
import io.openteller.platform.wording.Phrase;
import io.openteller.platform.workflow.Customer;
import io.openteller.platform.workflow.Performed;
import io.openteller.platform.workflow.TaskOutcome;
import io.openteller.spi.identity.OneTimeCode.Sent;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Makes sure who the customer is before a task goes on. */
@Singleton
public class StepUp {

    public static final Duration CODE_HOLDS = Duration.ofMinutes(5);

    /** How long it is known then. */
    public static final Duration HOLDS = Duration.ofMinutes(15);

    private final Codes codes;
    private final StepSql steps;
    private final Speech speech;

    public StepUp(Codes codes, StepSql steps, Speech speech) {
        this.codes = codes;
        this.steps = steps;
        this.speech = speech;
    }

    /** Runs the task for a confirmed customer; asks anybody else to sign in or to enter a code. */
    TaskOutcome confirmed(
            Customer customer, Task task, Map<String, String> arguments, Function<Caller, TaskOutcome> work) {
        String ref = customer.ref();
        if (ref == null) {
            return new TaskOutcome.SignInNeeded(speech.say(Phrase.SIGN_IN_FIRST, customer.language()));
        }
        Caller caller = caller(customer, ref);
        return switch (customer.assurance()) {
            case STEPPED_UP -> work.apply(caller);
            case ANONYMOUS, IDENTIFIED -> code(customer, caller, task, arguments);
        };
    }

    static Caller caller(Customer customer, String ref) {
        return new Caller(
                ref,
                io.openteller.spi.Capability.Assurance.valueOf(customer.assurance().name()));
    }

    private TaskOutcome code(Customer customer, Caller caller, Task task, Map<String, String> arguments) {
        // A worker that is taken for dead and one that takes over must not send two codes.
        UUID step = customer.once("code");
        BankResult<Sent> result = codes.send(caller, step.toString());
        if (result instanceof BankResult.Done<Sent>(Sent sent, var asOf, String plugin, long millis)) {
            steps.insert(
                    step, customer.conversation(), StepSql.Kind.CODE, task, arguments, sent.challengeId(), CODE_HOLDS);
            String text = speech.say(Phrase.CODE_SENT, customer.language(), sent.maskedDestination());
            Performed performed = new Performed(
                    "code.send", plugin, "sent", millis, Map.of("to", sent.maskedDestination()), text);
            return new TaskOutcome.Waiting(
                    text,
                    Map.of(
                            "kind", "OTP",
                            "challengeId", step.toString(),
                            "actionId", step.toString(),
                            "maskedDestination", sent.maskedDestination(),
                            "state", "OPEN"),
                    step,
                    List.of(performed));
        }
        return new TaskOutcome.PersonNeeded(
                speech.say(Phrase.CODE_UNAVAILABLE, customer.language()),
                Reason.FAILED,
                List.of(),
                List.of(),
                List.of(Results.performed("code.send", result, Map.of(), "")));
    }
}
