package io.openteller.platform.answer.internal;

import io.openteller.platform.answer.internal.extractive.ExtractiveComposer;
import io.openteller.platform.answer.internal.extractive.Terms;
import io.openteller.platform.answer.Answers;
import io.openteller.platform.answer.Composed;
import io.openteller.platform.answer.Confidence;
import io.openteller.platform.answer.Question;
import io.openteller.platform.embedding.KeptVectors;
import io.openteller.platform.embedding.SentenceVectors;
import io.openteller.platform.embedding.WordVectors;
import io.openteller.platform.guard.Evidence;
import io.openteller.platform.guard.Guard;
import io.openteller.platform.guard.Reply;
import io.openteller.platform.retrieval.Passage;
import io.openteller.platform.retrieval.Query;
import io.openteller.platform.retrieval.Retrieval;
import io.openteller.platform.understanding.Mood;
import io.openteller.platform.wording.Phrase;
import io.openteller.platform.wording.Wording;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;

/** Approved wording first, then what the documents say; in the customer's language or not at all. */
@Singleton
public final class BankAnswers implements Answers {

    private static final int CANDIDATES = 12;
    /** From here a question shares its words with the passage, and so its language, whatever was detected. */
    private static final double SHARED_WORDS = 0.5;

    private static final Guard CLAIMS = Guard.standard();

    private final Retrieval retrieval;
    private final Composer composer;
    private final Phrasing phrasing;
    private final ApprovedWording approved;
    private final Wording wording;
    private final Rewriting rewriting = new Rewriting(new Terms());

    @Inject
    BankAnswers(
            Retrieval retrieval, Composer composer, Phrasing phrasing, ApprovedWording approved, Wording wording) {
        this.retrieval = retrieval;
        this.composer = composer;
        this.phrasing = phrasing;
        this.approved = approved;
        this.wording = wording;
    }

    public static Answers over(Retrieval retrieval, SentenceVectors sentences, WordVectors words, double floor) {
        return new BankAnswers(
                retrieval,
                new ExtractiveComposer(sentences, words, KeptVectors.NONE, floor),
                Phrasing.AS_IT_IS,
                ApprovedWording.NONE,
                (phrase, language, arguments) -> "");
    }

    @Override
    public Composed compose(Question question) {
        return compose(question, soFar -> true);
    }

    @Override
    public Composed compose(Question question, Predicate<Composed.Grounded> soFar) {
        Composed composed = compose(question, retrieval);
        // Approved wording is said word for word; what is only tried (an impact preview) costs no model.
        return composed instanceof Composed.Grounded grounded && grounded.wording() == null
                ? phrasing.of(question, grounded, soFar)
                : composed;
    }

    @Override
    public Composed compose(Question asked, Retrieval over) {
        Question question = asked.reworded(rewriting.of(asked.text(), asked.earlier()));
        ApprovedWording.Found worded = approved.of(question);
        if (worded.answer() != null) {
            return said(question, Objects.requireNonNull(worded.answer()), over);
        }
        List<Passage> found =
                over.search(new Query(question.text(), question.of(), question.at()), CANDIDATES);
        if (worded.onlyApproved()) {
            return new Composed.NotKnown(Composed.NotKnown.Why.ONLY_APPROVED_WORDING, found, Confidence.NONE);
        }
        Composed composed = composer.compose(question, found);
        if (composed instanceof Composed.Grounded grounded) {
            return spoken(question, grounded)
                    ? opened(question, grounded)
                    : new Composed.NotKnown(
                            Composed.NotKnown.Why.OTHER_LANGUAGE, found, grounded.confidence());
        }
        return composed;
    }

    private Composed said(Question question, ApprovedWording.Approved answer, Retrieval over) {
        List<Passage> source = source(question, answer, over);
        return opened(
                question,
                new Composed.Grounded(
                        "",
                        List.of(new Composed.Sentence(answer.text(), source)),
                        answer.id(),
                        source,
                        Confidence.APPROVED));
    }

    /** Where its document says the same; nothing when that is not in force for this customer, or says something else by now. */
    private static List<Passage> source(Question question, ApprovedWording.Approved answer, Retrieval over) {
        if (answer.documentSlug() == null) {
            return List.of();
        }
        return over.search(new Query(answer.text(), question.of(), question.at()), CANDIDATES).stream()
                .filter(passage -> passage.slug().equals(answer.documentSlug()))
                .filter(passage -> says(passage, answer.text()))
                .limit(1)
                .toList();
    }

    private static boolean says(Passage passage, String text) {
        List<Evidence> source = List.of(Evidence.passage(passage.title(), passage.heading(), passage.text()));
        return CLAIMS.inspectReply(Reply.of(text), source).unsupported().isEmpty();
    }

    /** Before an order or a fact, a customer who worries is met with a sentence; it is the same one every time. */
    private Composed opened(Question question, Composed.Grounded grounded) {
        String language = Objects.requireNonNullElse(question.language(), "en");
        String opening = switch (question.mood()) {
            case CALM -> "";
            case WORRIED -> wording.say(Phrase.OPENING_WORRIED, language);
            case UPSET -> wording.say(Phrase.OPENING_UPSET, language);
        };
        return opening.isEmpty()
                ? grounded
                : new Composed.Grounded(
                        opening,
                        grounded.sentences(),
                        grounded.wording(),
                        grounded.considered(),
                        grounded.confidence());
    }

    /** Whether the customer can read what is cited. Who writes Hindi in Latin letters reads the bank's English as well. */
    private static boolean spoken(Question question, Composed.Grounded grounded) {
        String language = question.language();
        if (language == null || language.isBlank() || language.equals("hi-Latn")) {
            return true;
        }
        String wanted = Locale.forLanguageTag(language).getLanguage();
        return grounded.cited().stream()
                .allMatch(passage -> Locale.forLanguageTag(passage.language()).getLanguage().equals(wanted)
                        || passage.coverage() >= SHARED_WORDS
                                && ExtractiveComposer.isLatin(question.text()));
    }
}
