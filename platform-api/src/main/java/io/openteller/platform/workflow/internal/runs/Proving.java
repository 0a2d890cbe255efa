package io.openteller.platform.workflow.internal.runs;

import io.openteller.operations.OperationSpec.Assurance;
import io.openteller.platform.banking.BankOperations;
import io.openteller.platform.banking.BankOperations.Session;
import io.openteller.platform.banking.BankResult;
import io.openteller.platform.banking.Caller;
import io.openteller.platform.banking.Codes;
import io.openteller.platform.banking.Questions;
import io.openteller.platform.banking.Ruling;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.CustomerMark;
import io.openteller.platform.wording.Phrase;
import io.openteller.platform.workflow.Performed;
import io.openteller.platform.workflow.internal.Speech;
import io.openteller.platform.workflow.internal.StepSql;
import io.openteller.platform.workflow.internal.StepUp;
import io.openteller.platform.workflow.internal.runs.Todo.Hold;
import io.openteller.procedures.definition.Node.Verify.Method;
import io.openteller.procedures.machine.Event;
import io.openteller.spi.Capability;
import io.openteller.spi.identity.OneTimeCode.Sent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure who the customer is, by the first way of those named that the bank can go now: the device that they are known to
 * use, a code, or questions. Wrong codes and wrong answers count together; too many of them close every way.
 */
@Singleton
class Proving {

    /** How often it is asked anew for one step. */
    private static final int MOST = 5;

    private static final String DEVICE_CHECK = "fraud.device_check/v1";

    private final BankOperations bank;
    private final Codes codes;
    private final Questions questions;
    private final StepSql steps;
    private final Conversations conversations;
    private final Speech speech;

    Proving(
            BankOperations bank,
            Codes codes,
            Questions questions,
            StepSql steps,
            Conversations conversations,
            Speech speech) {
        this.bank = bank;
        this.codes = codes;
        this.questions = questions;
        this.steps = steps;
        this.conversations = conversations;
        this.speech = speech;
    }

    /** @param methods in the order in which they are tried */
    Deed by(List<Method> methods, Run run, Todo todo, Session session, Assurance needed) {
        String ref = session.customerRef();
        if (ref == null) {
            Output first = new Output.Said(speech.say(Phrase.SIGN_IN_FIRST, session.language()), List.of());
            return new Deed.Waits(todo.holding(Hold.SIGN_IN), List.of(first), null);
        }
        if (needed.compareTo(Assurance.IDENTIFIED) <= 0 || todo.tries() >= MOST) {
            return failed(run, todo);
        }
        Tried tried = new Tried();
        return methods.stream()
                .flatMap(method -> (switch (method) {
                    case DEVICE -> device(run, todo, session);
                    case CODE -> code(run, todo, session, ref, tried);
                    case QUESTIONS -> questions(run, todo, session, tried);
                }).stream())
                .findFirst()
                .orElseGet(() -> tried.isAway ? unproven(run, todo) : failed(run, todo));
    }

    /** Whether a way could not be gone because what it leads over did not answer: no fault of the customer's. */
    private static final class Tried {
        private boolean isAway;

        <T> BankResult<T> see(BankResult<T> result) {
            isAway |= result instanceof BankResult.Unavailable<T>;
            return result;
        }
    }

    private static Deed unproven(Run run, Todo todo) {
        return new Deed.Ended(new Event.Unproven(run.now(), todo.step()), List.of());
    }

    /** By which the customer was asked to prove it; null if they were not. */
    static @Nullable Method method(Todo todo) {
        return switch (todo.hold()) {
            case CODE -> Method.CODE;
            case QUESTIONS -> Method.QUESTIONS;
            case NONE, SIGN_IN, CONFIRM, APPROVAL, DOUBT -> null;
        };
    }

    /** Who the customer is could not be made sure. */
    private static Deed failed(Run run, Todo todo) {
        return new Deed.Ended(Asking.answered(run, todo, false), List.of());
    }

    /** The customer is asked for nothing, and told nothing of what was found. */
    private Optional<Deed> device(Run run, Todo todo, Session session) {
        Ruling ruling = bank.perform(
                session, Calls.id(run.id(), todo.step() + "/device").toString(), DEVICE_CHECK, Written.object());
        if (ruling instanceof Ruling.Done done
                && done.output().path("knownDevice").booleanValue()
                && done.output().path("usualPlace").booleanValue()) {
            conversations.mark(run.conversation(), new CustomerMark.SteppedUp(StepUp.HOLDS));
            Performed known = new Performed(DEVICE_CHECK, done.plugin(), "known", done.millis(), Map.of(), "");
            return Optional.of(new Deed.Ended(
                    new Event.Verified(run.now(), todo.step(), true, Method.DEVICE), List.of(new Output.Did(known))));
        }
        return Optional.empty();
    }

    private Optional<Deed> code(Run run, Todo todo, Session session, String ref, Tried tried) {
        UUID step = Calls.id(run.id(), todo.step() + "/code/" + todo.tries());
        Caller caller = new Caller(ref, Capability.Assurance.valueOf(session.assurance().name()));
        if (!(tried.see(codes.send(caller, step.toString()))
                instanceof BankResult.Done<Sent>(Sent sent, var asOf, String plugin, long millis))) {
            return Optional.empty();
        }
        String to = sent.maskedDestination();
        String text = speech.say(Phrase.CODE_SENT, session.language(), to);
        return Optional.of(asked(
                run,
                todo.holding(Hold.CODE),
                step,
                sent.challengeId(),
                new Performed("code.send", plugin, "sent", millis, Map.of("to", to), text),
                text,
                Map.of(
                        "kind", "OTP",
                        "challengeId", step.toString(),
                        "actionId", step.toString(),
                        "maskedDestination", to,
                        "state", "OPEN")));
    }

    private Optional<Deed> questions(Run run, Todo todo, Session session, Tried tried) {
        UUID step = Calls.id(run.id(), todo.step() + "/questions/" + todo.tries());
        if (!(tried.see(questions.ask(session, step.toString()))
                        instanceof BankResult.Done<Questions.Asked>(var asked, var asOf, String plugin, long millis))
                || asked.questions().isEmpty()) {
            return Optional.empty();
        }
        String text = speech.say(Phrase.QUESTIONS_ASKED, session.language());
        return Optional.of(asked(
                run,
                todo.holding(Hold.QUESTIONS),
                step,
                asked.challenge(),
                new Performed("questions.ask", plugin, "asked", millis, Map.of(), ""),
                text,
                Map.of(
                        "kind", "QUESTIONS",
                        "challengeId", step.toString(),
                        // Ties the card to the line that says what became of it: after a reload it is known to be over.
                        "actionId", step.toString(),
                        "questions", asked.questions().stream()
                                .map(one -> Map.of("id", one.id(), "text", one.text(), "choices", one.choices()))
                                .toList(),
                        "state", "OPEN")));
    }

    private Deed asked(
            Run run,
            Todo todo,
            UUID step,
            String challenge,
            Performed performed,
            String text,
            Map<String, Object> card) {
        steps.insert(
                step,
                run.conversation(),
                todo.hold() == Hold.CODE ? StepSql.Kind.CODE : StepSql.Kind.QUESTIONS,
                Map.of("run", run.id().toString()),
                challenge,
                StepUp.CODE_HOLDS);
        return new Deed.Waits(
                todo, List.of(new Output.Did(performed), new Output.Said(text, List.of()), new Output.Asked(card)), null);
    }
}
