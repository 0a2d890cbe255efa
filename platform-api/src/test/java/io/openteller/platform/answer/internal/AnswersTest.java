package io.openteller.platform.answer.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.openteller.platform.answer.Answers;
import io.openteller.platform.answer.Composed;
import io.openteller.platform.answer.Composed.Sentence;
import io.openteller.platform.answer.Question;
import io.openteller.platform.answer.internal.extractive.ExtractiveComposer;
import io.openteller.platform.embedding.Embeddings;
import io.openteller.platform.embedding.KeptVectors;
import io.openteller.platform.embedding.SentenceVectors;
import io.openteller.platform.embedding.WordVectors;
import io.openteller.platform.knowledge.AppliesTo;
import io.openteller.platform.knowledge.Edition;
import io.openteller.platform.reading.DocumentReader;
import io.openteller.platform.reading.HandedFile;
import io.openteller.platform.retrieval.LoneIndex;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From documents to what is said, without a database. */
class AnswersTest {

    private static final SentenceVectors VECTORS = SentenceVectors.local();
    private static final WordVectors WORDS = WordVectors.local();
    private static final Embeddings EMBEDDINGS = Embeddings.local();

    private static final String CARDS =
            """
            # Replacing a card

            Order a new card in the app under Cards.

            ## Fees

            The fee for replacing a debit card is £6. A card that was used in a fraud is replaced free.

            ## Delivery

            A replacement card arrives within 5 working days.
            """;
    private static final String HOURS =
            """
            # Branch hours

            Branches open at 9:30 from Monday to Friday. On Saturdays they close at 13:00.
            """;

    @TempDir
    Path folder;

    @Test
    void the_fewest_sentences_that_answer_are_said_with_their_source() {
        Composed composed = ask("What is the fee for replacing a debit card?", CARDS, HOURS);
        assertThat(composed).isInstanceOfSatisfying(Composed.Grounded.class, grounded -> {
            assertThat(grounded.text()).contains("£6").doesNotContain("5 working days");
            assertThat(grounded.sentences()).extracting(Sentence::from).allSatisfy(from -> assertThat(from)
                    .extracting("heading")
                    .containsExactly("Fees"));
            assertThat(grounded.confidence().parts()).extracting("name").contains("coverage", "lead", "agreement");
        });
    }

    @Test
    void what_no_passage_is_about_is_not_known() {
        assertThat(ask("Will it rain in Madrid tomorrow?", CARDS, HOURS)).isInstanceOf(Composed.NotKnown.class);
    }

    @Test
    void a_question_about_another_bank_is_not_answered_from_this_banks_documents() {
        assertThat(ask("What is the fee for replacing a debit card at Northgate Bank?", CARDS, HOURS))
                .isInstanceOfSatisfying(
                        Composed.NotKnown.class,
                        unknown -> assertThat(unknown.confidence().value()).isZero());
    }

    @Test
    void documents_that_say_different_things_of_the_same_are_not_chosen_between() {
        String other = "# Card prices\n\n## Replacement\n\nThe fee for replacing a debit card is £9.\n";
        assertThat(ask("What is the fee for replacing a debit card?", CARDS, other))
                .isInstanceOfSatisfying(Composed.Conflict.class, conflict -> assertThat(conflict.inWords())
                        .contains("£6", "£9"));
    }

    @Test
    void a_short_question_that_two_documents_answer_differently_is_asked_back() {
        String loan = "# Car loans\n\n## Fees\n\nThe processing fee for a car loan is £150.\n";
        String house = "# Home loans\n\n## Fees\n\nThe processing fee for a home loan is £400.\n";
        assertThat(ask("What is the processing fee for a loan?", loan, house))
                .isInstanceOfSatisfying(Composed.Clarify.class, clarify -> assertThat(clarify.options())
                        .hasSize(2));
    }

    @Test
    void approved_wording_cites_where_its_document_says_the_same() {
        assertThat(worded("replacing-a-card", "The fee for replacing a debit card is £6.").cited())
                .extracting("slug", "heading")
                .containsExactly(tuple("replacing-a-card", "Fees"));
    }

    @Test
    void approved_wording_cites_nothing_when_it_names_no_document_or_one_that_is_not_in_force() {
        assertThat(worded(null, "The fee for replacing a debit card is £6.").cited()).isEmpty();
        assertThat(worded("withdrawn-tariff", "The fee for replacing a debit card is £6.").cited()).isEmpty();
    }

    @Test
    void approved_wording_does_not_cite_a_document_that_says_something_else() {
        assertThat(worded("replacing-a-card", "The fee for replacing a debit card is £9.").cited()).isEmpty();
    }

    private Composed ask(String question, String... documents) {
        try (LoneIndex index = index(documents)) {
            return Answers.over(index::search, VECTORS, WORDS).compose(Question.plain(question).in("en"));
        }
    }

    private Composed.Grounded worded(@Nullable String slug, String text) {
        ApprovedWording approved = question -> new ApprovedWording.Found(
                new ApprovedWording.Approved(UUID.randomUUID(), text, "en", slug), false);
        try (LoneIndex index = index(CARDS, HOURS)) {
            Composed said = new BankAnswers(
                            index::search,
                            new ExtractiveComposer(VECTORS, WORDS, KeptVectors.NONE, 0),
                            Phrasing.AS_IT_IS,
                            approved,
                            (phrase, language, arguments) -> "")
                    .compose(Question.plain("What is the fee for a new card?").in("en"));
            assertThat(said).extracting("wording").isNotNull();
            return (Composed.Grounded) said;
        }
    }

    private LoneIndex index(String... documents) {
        List<Edition> editions = Stream.of(documents).map(AnswersTest::edition).toList();
        return LoneIndex.of(folder, editions, EMBEDDINGS);
    }

    private static Edition edition(String markdown) {
        var read = DocumentReader.standard()
                .read(HandedFile.plain("x.md", markdown.getBytes(StandardCharsets.UTF_8)));
        String slug = read.title().toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
        return new Edition(
                slug,
                1,
                read.title(),
                read.category(),
                "en",
                AppliesTo.ALL,
                read.sections(),
                Instant.EPOCH,
                null);
    }
}
