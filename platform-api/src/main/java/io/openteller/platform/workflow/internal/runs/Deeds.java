package io.openteller.platform.workflow.internal.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.Catalogue;
import io.openteller.operations.OperationName;
import io.openteller.operations.OperationSpec;
import io.openteller.operations.OperationSpec.Assurance;
import io.openteller.platform.banking.BankOperations;
import io.openteller.platform.banking.BankOperations.Consent;
import io.openteller.platform.banking.BankOperations.Session;
import io.openteller.platform.banking.Ruling;
import io.openteller.platform.workflow.Performed;
import io.openteller.procedures.definition.Node.Verify.Method;
import io.openteller.procedures.machine.Effect;
import io.openteller.procedures.machine.Event;
import io.openteller.procedures.machine.Event.Result;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries out what runs want done: everything by the front of the room banking, which decides how far it may go. */
@Singleton
class Deeds {

    /** A colleague may take an hour; the customer should hear of it soon after. */
    private static final Duration LOOK_FOR_APPROVAL = Duration.ofSeconds(3);

    /** The room banking asks the bank itself; here it is only looked up what it found out. */
    private static final List<Duration> LOOK_IN_DOUBT =
            List.of(Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(15));

    /** With the above some ten minutes; then a person looks. */
    private static final int LOOKS_IN_DOUBT = 43;

    private static final List<Method> CODE = List.of(Method.CODE);

    private final BankOperations bank;
    private final Asking asking;
    private final Proving proving;

    Deeds(BankOperations bank, Asking asking, Proving proving) {
        this.bank = bank;
        this.asking = asking;
        this.proving = proving;
    }

    Deed carryOut(Run run, Todo todo, Session session) {
        return switch (todo.effect()) {
            case Effect.Perform perform -> called(run, todo, session, perform.operation(), perform.input());
            case Effect.Approve approve -> consulted(run, todo, approve, session);
            case Effect.Confirm confirm -> asking.isAskedByBank(confirm.operation())
                    ? called(run, todo, session, confirm.operation(), confirm.input())
                    : asking.plainCard(run, todo, confirm, session);
            case Effect.Verify verify -> isKnown(run, session, verify)
                    ? new Deed.Ended(new Event.Verified(run.now(), verify.step(), true), List.of())
                    : proving.by(verify.methods(), run, todo, session, verify.level());
            case Effect.Compensate compensate -> takenBack(run, todo, compensate, session);
            case Effect.Settle settle -> settled(run, todo, settle, session);
            default -> throw new IllegalStateException("nothing that is carried out");
        };
    }

    /** Known meanwhile, and not asked for a second proof of another kind. */
    private static boolean isKnown(Run run, Session session, Effect.Verify wanted) {
        boolean second = wanted.level() == Assurance.STEPPED_UP
                && run.state().assurance().compareTo(wanted.level()) >= 0;
        return !second && session.assurance().compareTo(wanted.level()) >= 0;
    }

    private Deed settled(Run run, Todo todo, Effect.Settle settle, Session session) {
        boolean stood = asking.settle(run, todo, settle.accepted(), session);
        return new Deed.Ended(
                new Event.Confirmed(run.now(), settle.step(), stood && settle.accepted()), List.of());
    }

    /** Nothing is done by it: that is the operation's own step. */
    private Deed consulted(Run run, Todo todo, Effect.Approve wanted, Session session) {
        Consent consent =
                bank.consult(session, todo.callId(), wanted.operation().toString(), wanted.input(), wanted.text());
        return switch (consent) {
            case Consent.Given() -> new Deed.Ended(new Event.Approved(run.now(), todo.step(), true), List.of());
            case Consent.Waits waits -> asking.colleague(todo, session, LOOK_FOR_APPROVAL);
            case Consent.Stopped(Ruling.StepUp(var needed)) -> proving.by(CODE, run, todo, session, needed);
            case Consent.Stopped(Ruling other) -> new Deed.Ended(
                    new Event.Approved(run.now(), todo.step(), false),
                    List.of(new Output.Did(performed(
                            wanted.operation(),
                            wanted.input(),
                            "",
                            other instanceof Ruling.Denied denied ? "denied: " + denied.rule() : "not agreed to",
                            0,
                            ""))));
        };
    }

    private Deed called(Run run, Todo todo, Session session, OperationName operation, ObjectNode input) {
        Ruling ruling = bank.perform(session, todo.callId(), operation.toString(), input);
        return switch (ruling) {
            case Ruling.Done done -> ended(
                    run, todo, new Result.Done(done.output()), performed(
                            operation, input, done.plugin(), "done", done.millis(), Evidence.of(done.output())));
            case Ruling.StepUp needed -> proving.by(CODE, run, todo, session, needed.needed());
            case Ruling.Confirm confirm -> asking.card(run, todo, confirm.card(), session);
            case Ruling.Approval approval -> asking.colleague(todo, session, LOOK_FOR_APPROVAL);
            case Ruling.Denied denied -> ended(
                    run, todo, new Result.Refused(denied.rule()), performed(
                            operation, input, "", "denied: " + denied.rule(), 0, ""));
            case Ruling.Refused refused -> ended(
                    run, todo, new Result.Refused(refused.reason()), performed(
                            operation, input, refused.plugin(), "refused: " + refused.reason(), refused.millis(), ""));
            case Ruling.Unavailable unavailable -> ended(
                    run, todo, new Result.Failed(unavailable.cause()), performed(
                            operation, input, unavailable.plugin(), "unavailable: " + unavailable.cause(),
                            unavailable.millis(), ""));
            case Ruling.InDoubt doubt -> inDoubt(run, todo, operation, input, doubt);
        };
    }

    /** Whatever is not known to be undone in the end comes to a person, by the list for people and by the run. */
    private Deed takenBack(Run run, Todo todo, Effect.Compensate wanted, Session session) {
        Map<String, String> steps = new LinkedHashMap<>();
        wanted.steps().forEach(step -> steps.put(Calls.made(run, step), step));
        BankOperations.Undone undone = bank.compensate(session, List.copyOf(steps.keySet()));
        if (!undone.inDoubt().isEmpty() && todo.tries() < LOOKS_IN_DOUBT) {
            return new Deed.Waits(todo.holding(Todo.Hold.DOUBT), List.of(), lookInDoubt(todo));
        }
        List<String> left = new ArrayList<>();
        List<Output> said = new ArrayList<>();
        steps.forEach((call, step) -> {
            boolean remains = undone.left().contains(call) || undone.inDoubt().contains(call);
            if (remains) {
                left.add(step);
            }
            said.add(new Output.Did(new Performed(
                    "take back", "", remains ? "not taken back" : "done", 0, Map.of("call", call), "")));
        });
        return new Deed.Ended(new Event.Compensated(run.now(), todo.step(), left), said);
    }

    private static Deed inDoubt(
            Run run, Todo todo, OperationName operation, ObjectNode input, Ruling.InDoubt doubt) {
        if (doubt.found() || todo.tries() >= LOOKS_IN_DOUBT) {
            // With what a person found there is no result to go on with, and nobody waits for one any more.
            String result = doubt.found() ? "found by a colleague to be done" : "in doubt";
            return ended(run, todo, new Result.TimedOut(), performed(operation, input, doubt.plugin(), result, 0, ""));
        }
        return new Deed.Waits(todo.holding(Todo.Hold.DOUBT), List.of(), lookInDoubt(todo));
    }

    private static Duration lookInDoubt(Todo todo) {
        return LOOK_IN_DOUBT.get(Math.min(todo.tries(), LOOK_IN_DOUBT.size() - 1));
    }

    /** @return how soon what is waited for may have come without anybody's saying so; null if somebody will say so */
    static @Nullable Duration lookAgain(Run run) {
        Todo todo = run.todo();
        return todo == null
                ? null
                : switch (todo.hold()) {
                    case NONE, SIGN_IN, CODE, QUESTIONS, CONFIRM -> null;
                    case APPROVAL -> LOOK_FOR_APPROVAL;
                    case DOUBT -> lookInDoubt(todo);
                };
    }

    /** What was asked for decides which event it is: an operation that came back answers whatever waited for it. */
    private static Deed ended(Run run, Todo todo, Result result, Performed performed) {
        List<Output> said = List.of(new Output.Did(performed));
        return switch (todo.effect()) {
            // The bank's no, or none at all, is for the operation's own step to tell: it is asked there again.
            case Effect.Confirm confirm ->
                new Deed.Ended(new Event.Confirmed(run.now(), todo.step(), true), List.of());
            default -> new Deed.Ended(new Event.Performed(run.now(), todo.step(), result), said);
        };
    }

    private static Performed performed(
            OperationName operation, ObjectNode input, String plugin, String result, long millis, String evidence) {
        JsonNode schema = Catalogue.standard()
                .find(operation.toString())
                .map(OperationSpec::input)
                .orElse(MissingNode.getInstance());
        Map<String, String> arguments = Evidence.arguments(input, schema);
        return new Performed(operation.toString(), plugin, result, millis, arguments, evidence);
    }
}
