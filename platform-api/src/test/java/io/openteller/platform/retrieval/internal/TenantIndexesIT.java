package io.openteller.platform.retrieval.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.knowledge.AppliesTo;
import io.openteller.platform.retrieval.Passage;
import io.openteller.platform.retrieval.Query;
import io.openteller.platform.retrieval.Query.Mode;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantIndexesIT {

    private static final String CARDS = """
            ---
            title: Cards
            ---
            Everything about our cards.
            # Replacing a card
            A new card costs £6 and comes within 5 working days.
            # Using a card abroad
            Payments in another currency carry a fee of 2.75%.
            """;

    @TempDir
    private static Path data;

    private final TestLibrary bank = TestLibrary.open(data.resolve("one"));

    @ParameterizedTest
    @EnumSource(Mode.class)
    void a_question_finds_the_passage_under_the_right_heading(Mode mode) {
        bank.adopt("cards", CARDS);
        Passage best = bank.search(Query.now("what do you charge for payments abroad?").by(mode)).getFirst();
        assertThat(best.heading()).isEqualTo("Using a card abroad");
        assertThat(best.text()).contains("2.75%");
        assertThat(best.version()).isEqualTo(1);
    }

    @Test
    void a_new_version_replaces_the_old_words_at_once() {
        bank.adopt("cards", CARDS);
        assertThat(bank.texts("abroad").getFirst()).contains("2.75%");
        bank.adopt("cards", CARDS.replace("2.75", "2.99"));
        assertThat(bank.texts("abroad").getFirst()).contains("2.99%");
        assertThat(bank.texts("fee for payments abroad")).noneMatch(text -> text.contains("2.75%"));
    }

    @Test
    void only_what_changed_is_embedded_again() {
        bank.adopt("cards", CARDS);
        bank.texts("abroad");
        int before = bank.embedded();
        bank.adopt("cards", CARDS.replace("2.75", "2.99"));
        bank.texts("abroad");
        assertThat(bank.embedded() - before).isEqualTo(1);
    }

    @Test
    void an_index_on_disk_is_opened_again_without_embedding_anything() {
        bank.adopt("cards", CARDS);
        bank.texts("abroad");
        try (TestLibrary later = bank.restarted()) {
            assertThat(later.texts("abroad").getFirst()).contains("2.75%");
            assertThat(later.embedded()).isZero();
        }
    }

    @Test
    void one_bank_never_finds_the_words_of_another() {
        bank.adopt("cards", CARDS);
        TestLibrary other = bank.ofAnotherBank();
        other.adopt("pets", "# Your dog\nDogs are welcome in our branches.");
        assertThat(other.texts("new card abroad fee dog")).containsExactly("Dogs are welcome in our branches.");
        assertThat(bank.texts("dogs in branches")).noneMatch(text -> text.contains("Dogs"));
    }

    @Test
    void a_document_for_others_is_not_found_for_those_who_ask_for_themselves() {
        bank.adopt("cards", CARDS);
        bank.adopt("gold", "# Gold card abroad\nGold members pay nothing abroad.", "gold");
        assertThat(bank.texts("card abroad")).anyMatch(text -> text.contains("Gold"));
        Query silver = new Query("card abroad", new AppliesTo(Set.of(), Set.of("silver"), Set.of()), null);
        assertThat(bank.search(silver)).isNotEmpty().noneMatch(passage -> passage.slug().equals("gold"));
        Query gold = new Query("card abroad", new AppliesTo(Set.of(), Set.of("gold"), Set.of()), null);
        assertThat(bank.search(gold)).anyMatch(passage -> passage.slug().equals("gold"));
    }

    @Test
    void one_language_can_be_asked_for() {
        bank.adopt("cards", CARDS);
        bank.adopt("karten", "---\nlanguage: de-AT\n---\n# Karten im Ausland\nZahlungen im Ausland kosten zwei Prozent.");
        assertThat(bank.search(Query.now("Karte im Ausland").in("de")))
                .isNotEmpty()
                .allMatch(passage -> passage.slug().equals("karten"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "?!*()[]{}~^\"\\/", "AND OR NOT", "the", "title:* OR text:[a TO z]", "\u0000\uD800"})
    void odd_questions_are_no_errors(String question) {
        bank.adopt("cards", CARDS);
        assertThat(bank.texts(question)).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void a_question_of_many_sentences_finds_what_one_of_them_is_about() {
        bank.adopt("cards", CARDS);
        bank.adopt("garden", "# Parking\nThere is a garden and a place for bicycles behind every branch.");
        String story = "I have been with you since my grandmother took me along. ".repeat(20)
                + "How long does a replacement for my card take?";
        assertThat(bank.search(Query.now(story)).getFirst().heading()).isEqualTo("Replacing a card");
    }
}
