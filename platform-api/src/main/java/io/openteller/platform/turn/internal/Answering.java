package io.openteller.platform.turn.internal;

import io.openteller.platform.answer.Answers;
import io.openteller.platform.answer.Composed;
import io.openteller.platform.answer.Composed.NotKnown.Why;
import io.openteller.platform.answer.Question;
import io.openteller.platform.conversation.ClaimedTurn;
import io.openteller.platform.conversation.MessageView.Citation;
import io.openteller.platform.desk.Packet;
import io.openteller.platform.desk.Reason;
import io.openteller.platform.knowledge.AppliesTo;
import io.openteller.platform.retrieval.Passage;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.turn.Decision;
import io.openteller.platform.understanding.Reading;
import io.openteller.platform.wording.Phrase;
import io.openteller.platform.wording.Wording;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns what the bank's knowledge has for a question into a reply: an answer, a question back, or a person. */
@Singleton
class Answering {

    private final Answers answers;
    private final Translating translating;
    private final ReplyCheck check;
    private final ReadingAlong readingAlong;
    private final Wording wording;
    private final Clock clock;

    Answering(
            Answers answers,
            Translating translating,
            ReplyCheck check,
            ReadingAlong readingAlong,
            Wording wording,
            Clock clock) {
        this.answers = answers;
        this.translating = translating;
        this.check = check;
        this.readingAlong = readingAlong;
        this.wording = wording;
        this.clock = clock;
    }

    Draft answer(ClaimedTurn turn, Reading reading, Earlier earlier) {
        String language = reading.language().code();
        Question question = new Question(
                turn.text(),
                earlier.customer(),
                language,
                reading.mood().mood(),
                reading.intent().name(),
                reading.intent().confidence(),
                AppliesTo.ALL,
                null);
        ReadingAlong.Shown shown = readingAlong.to(turn, earlier);
        Composed composed = answers.compose(question, soFar -> shown.show(grounded(soFar)));
        shown.keepOnly(composed instanceof Composed.Grounded whole ? whole.text() : "");
        if (composed instanceof Composed.NotKnown(Why why, var considered, var confidence)
                && why != Why.ONLY_APPROVED_WORDING
                && translating.isNeeded(language)) {
            Optional<Draft> translated = translated(question, language, earlier);
            if (translated.isPresent()) {
                return translated.get();
            }
        }
        Draft draft = switch (composed) {
            case Composed.Grounded grounded -> grounded(grounded);
            case Composed.Clarify clarify -> Draft.said(
                            wording.say(Phrase.WHICH_DO_YOU_MEAN, language, lines(clarify.options())),
                            Decision.Route.CLARIFY)
                    .ruled("two-readings");
            case Composed.Conflict conflict -> Draft.person(
                            wording.say(Phrase.DOCUMENTS_DISAGREE, language), Reason.NOT_KNOWN, "documents-disagree")
                    .after(List.of(), disagreeing(conflict), List.of())
                    .quoting(conflict.passages());
            case Composed.NotKnown unknown -> unknown(unknown.why(), language);
        };
        return draft.weighed(composed.considered(), composed.confidence());
    }

    /** Answered in the bank's language, from what the bank has in it, and said in the customer's; marked as that. */
    private Optional<Draft> translated(Question question, String language, Earlier earlier) {
        return translating.question(question.text(), earlier).flatMap(text -> {
            Question own = question.reworded(text).after(List.of()).in(Translating.bankLanguage());
            if (!(answers.compose(own) instanceof Composed.Grounded grounded)) {
                return Optional.empty();
            }
            Draft original = grounded(grounded);
            Draft checked = check.check(original, List.of(question.text()), () -> original);
            return checked.guard().outcome().equals("PASS")
                    ? translating
                            .reply(grounded.text(), language, question.text(), earlier)
                            .map(reply -> translated(reply, language, checked)
                                    .weighed(grounded.considered(), grounded.confidence()))
                    : Optional.empty();
        });
    }

    /**
     * The original has passed the gate, and the translation has its figures; in a language whose words the gate does not
     * read it could not be judged itself.
     */
    private Draft translated(String reply, String language, Draft original) {
        return Draft.said(reply + "\n" + wording.say(Phrase.TRANSLATED, language), Decision.Route.CONTAIN)
                .citing(original.citations(), original.cited(), List.of())
                .ruled("answer-translated")
                .checked(original.guard());
    }

    private static Draft grounded(Composed.Grounded grounded) {
        List<Citation> citations =
                grounded.cited().stream().map(Answering::citation).distinct().toList();
        Draft draft = Draft.said(grounded.text(), Decision.Route.CONTAIN)
                .citing(citations, grounded.cited(), grounded.evidence());
        return grounded.wording() == null ? draft : draft.ruled("approved-wording");
    }

    private Draft unknown(Why why, String language) {
        return switch (why) {
            case BELOW_FLOOR -> Draft.said(wording.say(Phrase.NOT_KNOWN, language), Decision.Route.REFUSE)
                    .ruled("below-knowledge-floor");
            case OTHER_LANGUAGE -> Draft.said(
                            wording.say(Phrase.NOT_KNOWN_IN_LANGUAGE, language), Decision.Route.REFUSE)
                    .ruled("known-in-another-language");
            case ONLY_APPROVED_WORDING ->
                Draft.person(wording.say(Phrase.HANDOVER, language), Reason.NOT_KNOWN, "only-approved-wording");
        };
    }

    private List<Packet.Fact> disagreeing(Composed.Conflict conflict) {
        return conflict.passages().stream()
                .map(passage -> new Packet.Fact(
                        "Documents disagree",
                        passage.text(),
                        passage.title() + ", " + passage.heading() + " (version " + passage.version() + ")",
                        clock.instant()))
                .toList();
    }

    private static String lines(List<String> options) {
        return options.stream().map(option -> "- " + option).collect(Collectors.joining("\n"));
    }

    private static Citation citation(Passage source) {
        String bank = CurrentTenant.get().slug().value();
        return new Citation(
                source.title(), source.heading(), "/help/" + bank + "/" + source.slug() + "/" + source.version());
    }
}
