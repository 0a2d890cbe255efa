package io.openteller.platform.turn.internal;

import io.openteller.operations.Figures;
import io.openteller.platform.conversation.ClaimedTurn;
import io.openteller.platform.conversation.Conversation;
import io.openteller.platform.desk.Packet;
import io.openteller.platform.desk.Reason;
import io.openteller.platform.routing.Route;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.turn.Decision;
import io.openteller.platform.understanding.Reading;
import io.openteller.platform.wording.Phrase;
import io.openteller.platform.wording.Wording;
import io.openteller.platform.workflow.Customer;
import io.openteller.procedures.machine.Receipt;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Makes the reply that a route asks for. */
@Singleton
class Drafter {

    private final Answering answering;
    private final Wording wording;
    private final Clock clock;

    Drafter(Answering answering, Wording wording, Clock clock) {
        this.answering = answering;
        this.wording = wording;
        this.clock = clock;
    }

    Draft draft(Route route, ClaimedTurn turn, Conversation conversation, Reading reading, Earlier earlier) {
        String language = reading.language().code();
        return switch (route) {
            case Route.Escalate(Reason reason) when reason == Reason.DISPUTE -> disputed(turn, language);
            case Route.Escalate(Reason reason) -> person(reason, language);
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
            // Procedures read answers by rules that no wording moves, and the core decides what they may do at the bank.
            case Route.Proceed proceed -> proceed;
            case Route.AnswerFirst first -> new Route.Answer();
            case Route.Begin begin -> new Route.Answer();
            case Route.Escalate escalate -> escalate;
            case Route.Answer answer -> answer;
            case Route.Greet greet -> greet;
        };
    }

    Draft person(Reason reason, String language) {
        Phrase phrase = switch (reason) {
            case SELF_HARM -> Phrase.SAFETY;
            case PERSON_REQUESTED -> Phrase.HANDOVER_REQUESTED;
            default -> Phrase.HANDOVER;
        };
        return Draft.person(wording.say(phrase, language), reason, null);
    }

    /** The message is the report: it counts from now on, whatever colleagues find. */
    private Draft disputed(ClaimedTurn turn, String language) {
        Instant now = clock.instant();
        String at = Figures.time(now, CurrentTenant.get().zone());
        String reference = Receipt.of(turn.id().toString());
        return Draft.person(wording.say(Phrase.DISPUTE_NOTED, language, at, reference), Reason.DISPUTE, null)
                .after(
                        List.of(),
                        List.of(new Packet.Fact("Customer disputes a payment", reference + ", " + at, "conversation", now)),
                        List.of(new Packet.Promise("A colleague takes over the dispute", null)));
    }

    static Customer customer(ClaimedTurn turn, Conversation conversation, String language) {
        return new Customer(
                conversation.id(), turn.id(), conversation.customerRef(), conversation.assurance(), language);
    }
}
