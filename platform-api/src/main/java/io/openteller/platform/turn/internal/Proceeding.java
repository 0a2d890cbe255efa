package io.openteller.platform.turn.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.openteller.platform.conversation.ClaimedTurn;
import io.openteller.platform.conversation.Conversation;
import io.openteller.platform.desk.Reason;
import io.openteller.platform.guard.Evidence;
import io.openteller.platform.routing.Route;
import io.openteller.platform.routing.Router;
import io.openteller.platform.routing.Snapshot;
import io.openteller.platform.routing.Snapshot.Startable;
import io.openteller.platform.turn.Decision;
import io.openteller.platform.understanding.Matters;
import io.openteller.platform.understanding.Reading;
import io.openteller.platform.wording.Phrase;
import io.openteller.platform.wording.Wording;
import io.openteller.platform.workflow.Customer;
import io.openteller.platform.workflow.Heard;
import io.openteller.platform.workflow.RunReply;
import io.openteller.platform.workflow.Runs;
import io.openteller.platform.workflow.UnderWay;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Replies with what procedures say; what a customer asks besides is answered as ever, and the procedure's question after it. */
@Singleton
class Proceeding {

    /** As routing reads them, as long as they are in force. */
    private final Cache<List<io.openteller.platform.workflow.Startable>, List<Startable>> startable =
            Caffeine.newBuilder().weakKeys().build();

    private final Runs runs;
    private final Router router;
    private final Drafter drafter;
    private final Matters matters;
    private final Wording wording;

    Proceeding(Runs runs, Router router, Drafter drafter, Matters matters, Wording wording) {
        this.runs = runs;
        this.router = router;
        this.drafter = drafter;
        this.matters = matters;
        this.wording = wording;
    }

    Snapshot snapshot(ClaimedTurn turn, Reading reading, Found found) {
        List<Startable> startable = startable();
        UnderWay underWay = found.underWay();
        Snapshot snapshot = new Snapshot(
                reading,
                found.refusalsInARow(),
                turn.text(),
                underWay == null ? null : new Startable(underWay.procedure(), underWay.intents(), Map.of()),
                startable);
        return snapshot.mayStart() ? snapshot.after(matters.of(turn.text())) : snapshot;
    }

    private List<Startable> startable() {
        return Objects.requireNonNull(startable.get(runs.startable(), all -> all.stream()
                .map(one -> new Startable(one.procedure(), one.intents(), one.phrases()))
                .toList()));
    }

    /** What the documents know, and that there is a procedure for it. */
    Draft draft(
            Route.AnswerFirst first,
            ClaimedTurn turn,
            Conversation conversation,
            Reading reading,
            Earlier earlier) {
        Draft answered = drafter.draft(new Route.Answer(), turn, conversation, reading, earlier);
        if (answered.route() == Decision.Route.ESCALATE) {
            return answered;
        }
        return answered.route() == Decision.Route.CONTAIN || !first.elseBegin()
                ? offering(answered, first.procedure(), reading.language().code())
                : draft(new Route.Begin(first.procedure()), turn, conversation, reading, earlier);
    }

    private Draft offering(Draft answered, String procedure, String language) {
        return runs.startable().stream()
                .filter(one -> one.procedure().equals(procedure))
                .findFirst()
                .flatMap(one -> one.wish(language))
                .map(wish -> wording.say(Phrase.PROCEDURE_OFFERED, language, wish))
                .map(offer -> answered.reworded(joined(answered.text(), offer))
                        .knownBy(and(answered, List.of(Evidence.passage("", "", offer)))))
                .orElse(answered);
    }

    Draft draft(Route route, ClaimedTurn turn, Conversation conversation, Reading reading, Earlier earlier) {
        Customer customer = Drafter.customer(turn, conversation, reading.language().code());
        Heard heard = Heard.of(turn.text(), reading, earlier.crossed());
        RunReply reply = route instanceof Route.Begin(String procedure)
                ? runs.begin(customer, procedure, heard)
                : runs.tell(customer, heard);
        RunReply.Elsewhere elsewhere = reply.elsewhere();
        return elsewhere == null
                ? said(reply, reading.language().code(), Phrase.ONE_MOMENT)
                : besides(reply, elsewhere, turn, conversation, reading, earlier);
    }

    private Draft besides(
            RunReply reply,
            RunReply.Elsewhere elsewhere,
            ClaimedTurn turn,
            Conversation conversation,
            Reading reading,
            Earlier earlier) {
        Route route = router.decide(new Snapshot(reading, 0, turn.text(), null, List.of())).route();
        Draft answered = besides(route, turn, conversation, reading, earlier);
        if (answered.reason() != null || answered.card() != null) {
            return answered.of(reply);
        }
        String text = joined(reply.text(), answered.text(), elsewhere.reminder());
        return answered.reworded(text).knownBy(and(answered, evidence(reply, reply.text()))).of(reply);
    }

    /**
     * What is done at the bank is done by procedures here, with what they ask for first: besides one, nothing is. A payment
     * that the customer does not know goes to people at once.
     */
    private Draft besides(
            Route route, ClaimedTurn turn, Conversation conversation, Reading reading, Earlier earlier) {
        return route instanceof Route.Escalate(Reason reason) && reason == Reason.DISPUTE
                ? drafter.person(reason, reading.language().code())
                : drafter.draft(Drafter.withoutTools(route), turn, conversation, reading, earlier);
    }

    /** What the answer rests on, and more. One without a source is a phrase of the assistant's own. */
    private static List<Evidence> and(Draft answered, List<Evidence> more) {
        List<Evidence> own =
                answered.evidence().isEmpty() ? List.of(Evidence.passage("", "", answered.text())) : answered.evidence();
        return Stream.concat(own.stream(), more.stream()).toList();
    }

    /** @return empty if the step is of no procedure */
    Optional<Draft> resume(ClaimedTurn turn, UUID by, Conversation conversation, String language) {
        return runs.resume(Drafter.customer(turn, conversation, language), by)
                .map(reply -> reply.isSilent() && !asksBank(reply)
                        ? Draft.said("", Decision.Route.CONTAIN).of(reply)
                        : said(reply, language, Phrase.CHECKING_WITH_BANK));
    }

    private static boolean asksBank(RunReply reply) {
        return reply.trails().stream().anyMatch(trail -> trail.waiting().equals("OPERATION"));
    }

    private Draft said(RunReply reply, String language, Phrase otherwise) {
        RunReply.Passed passed = reply.passed();
        String text = reply.text().isBlank() && reply.card() == null
                ? wording.say(asksBank(reply) ? Phrase.CHECKING_WITH_BANK : otherwise, language)
                : reply.text();
        if (passed != null) {
            String words = reply.text().isBlank() ? wording.say(Phrase.HANDOVER, language) : text;
            return Draft.person(words, reason(reply, passed), "procedure-to-person")
                    .knownBy(evidence(reply, words))
                    .after(reply.performed(), passed.facts(), passed.promises())
                    .of(reply);
        }
        Draft draft = Draft.said(text, Decision.Route.CONTAIN)
                .knownBy(evidence(reply, text))
                .after(reply.performed(), List.of(), List.of())
                .of(reply);
        var card = reply.card();
        return card == null ? draft : draft.asking(card);
    }

    /**
     * What a procedure says is put together from words that a second person let out, the platform's own, and the values that
     * were put into them. It is held against exactly these: the procedure's other texts speak of other outcomes, and a "you have
     * not answered" somewhere in it denies nothing.
     */
    private static List<Evidence> evidence(RunReply reply, String words) {
        List<Evidence> evidence = new ArrayList<>();
        if (!words.isBlank()) {
            evidence.add(Evidence.passage("", "", words));
        }
        if (!reply.evidence().isEmpty()) {
            evidence.add(Evidence.result(String.join("\n", reply.evidence())));
        }
        return evidence;
    }

    private Reason reason(RunReply reply, RunReply.Passed passed) {
        if (passed.reason().contains("asked for a person")) {
            return Reason.PERSON_REQUESTED;
        }
        boolean dispute = reply.trails().stream()
                .flatMap(trail -> runs.startable().stream().filter(one -> one.procedure().equals(trail.procedure())))
                .anyMatch(one -> one.intents().contains("unrecognised_payment"));
        return switch (passed.team()) {
            case "fraud", "security" -> Reason.FRAUD;
            default -> dispute ? Reason.DISPUTE : Reason.FAILED;
        };
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).reduce((one, other) -> one + "\n\n" + other).orElse("");
    }
}
