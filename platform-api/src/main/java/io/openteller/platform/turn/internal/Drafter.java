package io.openteller.platform.turn.internal;

import io.openteller.platform.answer.Answers;
import io.openteller.platform.answer.Composed;
import io.openteller.platform.conversation.ClaimedTurn;
import io.openteller.platform.conversation.Conversation;
import io.openteller.platform.conversation.MessageView.Citation;
import io.openteller.platform.desk.Reason;
import io.openteller.platform.retrieval.Passage;
import io.openteller.platform.routing.Operation;
import io.openteller.platform.routing.Route;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.turn.Decision;
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

    private final Answers answers;
    private final BankTasks tasks;
    private final Wording wording;
    private final Clock clock;

    Drafter(Answers answers, BankTasks tasks, Wording wording, Clock clock) {
        this.answers = answers;
        this.tasks = tasks;
        this.wording = wording;
        this.clock = clock;
    }

    Draft draft(Route route, ClaimedTurn turn, Conversation conversation, String language) {
        Customer customer = customer(turn, conversation, language);
        return switch (route) {
            case Route.Escalate(Reason reason) when reason == Reason.DISPUTE ->
                of(tasks.dispute(customer, turn.text(), turn.id()));
            case Route.Escalate(Reason reason) -> person(reason, language);
            case Route.Operate(Operation operation) -> of(operate(operation, customer, turn.text()));
            case Route.Answer() -> answer(turn.text(), language);
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

    private Draft answer(String question, String language) {
        Composed composed = answers.compose(question);
        return switch (composed) {
            case Composed.NotKnown(double coverage, List<Passage> considered) ->
                new Draft(
                                wording.say(Phrase.NOT_KNOWN, language),
                                Decision.Route.REFUSE,
                                "below-knowledge-floor",
                                null,
                                List.of(),
                                null,
                                considered,
                                null,
                                List.of(),
                                List.of(),
                                List.of(),
                                new Decision.GuardFinding("SKIPPED", List.of()));
            case Composed.Grounded(String text, Passage source, List<Passage> considered) ->
                Draft.said(text, Decision.Route.CONTAIN).citing(List.of(citation(source)), considered, source);
        };
    }

    private static Citation citation(Passage source) {
        String bank = CurrentTenant.get().slug().value();
        return new Citation(
                source.title(), source.heading(), "/help/" + bank + "/" + source.slug() + "/" + source.version());
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

    private static Customer customer(ClaimedTurn turn, Conversation conversation, String language) {
        return new Customer(
                conversation.id(), turn.id(), conversation.customerRef(), conversation.assurance(), language);
    }
}
