package io.openteller.platform.turn.internal;

import io.openteller.platform.conversation.ClaimedTurn;
import io.openteller.platform.conversation.Conversation;
import io.openteller.platform.desk.Reason;
import io.openteller.platform.routing.Operation;
import io.openteller.platform.routing.Route;
import io.openteller.platform.turn.Decision;
import io.openteller.platform.understanding.Reading;
import io.openteller.platform.wording.Phrase;
import io.openteller.platform.wording.Wording;
import io.openteller.platform.workflow.BankTasks;
import io.openteller.platform.workflow.Customer;
import io.openteller.platform.workflow.TaskOutcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Makes the reply that a route asks for. */
@Singleton
class Drafter {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final Answering answering;
    private final BankTasks tasks;
    private final Wording wording;
    private final Clock clock;

    Drafter(Answering answering, BankTasks tasks, Wording wording, Clock clock) {
        this.answering = answering;
        this.tasks = tasks;
        this.wording = wording;
        this.clock = clock;
    }

    Draft draft(Route route, ClaimedTurn turn, Conversation conversation, Reading reading, Earlier earlier) {
        String language = reading.language().code();
        Customer customer = customer(turn, conversation, language);
        return switch (route) {
            case Route.Escalate(Reason reason) when reason == Reason.DISPUTE ->
                of(tasks.dispute(customer, turn.text(), turn.id()));
            case Route.Escalate(Reason reason) -> person(reason, language);
            case Route.Operate(Operation operation) -> of(operate(operation, customer, turn.text()));
            case Route.Answer() -> answering.answer(turn, reading, earlier);
            case Route.Proceed proceed -> throw new IllegalStateException("procedures are led by Proceeding");
            case Route.AnswerFirst first -> throw new IllegalStateException("procedures are led by Proceeding");
            case Route.Begin begin -> throw new IllegalStateException("procedures are led by Proceeding");
            case Route.Greet(boolean thanks) ->
                Draft.said(
                        wording.say(thanks ? Phrase.SMALL_TALK_THANKS : Phrase.SMALL_TALK_HELLO, language),
                        Decision.Route.CONTAIN);
        };
    }

    /** The same need, met by documents or a person alone. */
    static Route withoutTools(Route route) {
        return switch (route) {
            case Route.Operate operate -> new Route.Answer();
            // Procedures read answers by rules that no wording moves, and the core decides what they may do at the bank.
            case Route.Proceed proceed -> proceed;
            case Route.AnswerFirst first -> new Route.Answer();
            case Route.Begin begin -> new Route.Answer();
            // Opening a dispute is an operation too; a colleague opens it after a look at the message.
            case Route.Escalate(Reason reason) when reason == Reason.DISPUTE -> new Route.Escalate(Reason.FAILED);
            case Route.Escalate escalate -> escalate;
            case Route.Answer answer -> answer;
            case Route.Greet greet -> greet;
        };
    }

    Draft resume(ClaimedTurn turn, java.util.UUID step, Conversation conversation, String language) {
        return of(tasks.resume(customer(turn, conversation, language), step));
    }

    Draft person(Reason reason, String language) {
        Phrase phrase = switch (reason) {
            case SELF_HARM -> Phrase.SAFETY;
            case PERSON_REQUESTED -> Phrase.HANDOVER_REQUESTED;
            default -> Phrase.HANDOVER;
        };
        return Draft.person(wording.say(phrase, language, TIME.format(clock.instant())), reason, null);
    }

    private TaskOutcome operate(Operation operation, Customer customer, String text) {
        return switch (operation) {
            case BALANCE -> tasks.balances(customer);
            case RECENT_TRANSACTIONS -> tasks.recentTransactions(customer);
            case BLOCK_CARD -> tasks.blockCard(customer, text);
        };
    }

    private static Draft of(TaskOutcome outcome) {
        return switch (outcome) {
            case TaskOutcome.Finished finished ->
                Draft.said(finished.text(), Decision.Route.CONTAIN)
                        .after(finished.performed(), List.of(), List.of());
            case TaskOutcome.Waiting waiting ->
                Draft.said(waiting.text(), Decision.Route.CONTAIN)
                        .after(waiting.performed(), List.of(), List.of())
                        .asking(waiting.card());
            case TaskOutcome.SignInNeeded needed -> Draft.said(needed.text(), Decision.Route.CLARIFY);
            case TaskOutcome.PersonNeeded person ->
                Draft.person(person.text(), person.reason(), null)
                        .after(person.performed(), person.facts(), person.promises());
        };
    }

    static Customer customer(ClaimedTurn turn, Conversation conversation, String language) {
        return new Customer(
                conversation.id(), turn.id(), conversation.customerRef(), conversation.assurance(), language);
    }
}
