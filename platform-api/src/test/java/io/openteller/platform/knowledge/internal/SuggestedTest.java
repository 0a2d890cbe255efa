package io.openteller.platform.knowledge.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.knowledge.internal.WordBook.Entry;
import io.openteller.platform.knowledge.internal.WordBook.Label;
import io.openteller.platform.reading.HandedFile;
import io.openteller.platform.reading.ReadDocument;
import io.openteller.platform.reading.ReadDocument.Section;
import io.openteller.platform.reading.internal.Readers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuggestedTest {

    private final WordBook book = new WordBook();

    @Test
    void a_bank_that_has_filed_nothing_gets_no_category_but_tags_from_the_text() {
        Suggested suggested = new Suggested(book, "lockers", terms("Lockers", "A locker is rented by the year. Each locker has a key. A locker key is never copied."));
        assertThat(suggested.category("general")).isEmpty();
        assertThat(suggested.tags()).contains("lockers").doesNotContain("the", "year", "a");
    }

    @Test
    void a_text_goes_where_its_like_is_and_what_is_like_nothing_goes_nowhere() {
        filed("car-loan", "Loans", "Car loan instalments and the interest rate of a car loan, repaid monthly.");
        filed("home-loan", "Loans", "Home loan instalments, interest rate and early repayment of the loan.");
        filed("debit-card", "Cards", "A debit card pays in shops, takes out cash and can be blocked in the app.");
        filed("credit-card", "Cards", "A credit card has a limit, a statement and can be blocked in the app.");
        assertThat(category("Boat loan", "The instalments of a boat loan and its interest rate.")).contains("Loans");
        assertThat(category("Gift card", "A gift card pays in shops until it is empty, and can be blocked.")).contains("Cards");
        assertThat(category("Parking", "Visitors leave bicycles behind the building.")).isEmpty();
    }

    @Test
    void tags_that_the_bank_uses_come_first() {
        filed("car-loan", "Loans", "Car loan instalments.", "instalments");
        Suggested suggested = new Suggested(book, "boat", terms("Boat loan", "Instalments of a boat loan. Miss no instalments. Instalments are due monthly. Boat loan terms."));
        assertThat(suggested.tags()).startsWith("instalments");
    }

    /** Each of a demo bank's documents, filed by the others alone. */
    @ParameterizedTest
    @ValueSource(strings = {"meridian", "harbour"})
    void a_suggestion_is_mostly_what_the_banks_people_chose_and_otherwise_there_is_none(String bank) throws IOException {
        List<ReadDocument> documents = documents(bank);
        for (int i = 0; i < documents.size(); i++) {
            ReadDocument one = documents.get(i);
            book.put(new Entry(new Label("d" + i, 1, Instant.EPOCH, one.category(), List.of()), terms(one)));
        }
        int right = 0;
        int wrong = 0;
        for (int i = 0; i < documents.size(); i++) {
            ReadDocument one = documents.get(i);
            Optional<String> guess = new Suggested(book, "d" + i, terms(one)).category("general");
            right += guess.filter(one.category()::equals).isPresent() ? 1 : 0;
            wrong += guess.filter(category -> !category.equals(one.category())).isPresent() ? 1 : 0;
        }
        assertThat(right).as("of %d documents", documents.size()).isGreaterThanOrEqualTo(documents.size() / 4);
        assertThat(wrong).as("%d were right", right).isLessThanOrEqualTo(right / 2);
    }

    private static List<ReadDocument> documents(String bank) throws IOException {
        List<ReadDocument> documents = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("..", "demo", "banks", bank, "documents"))) {
            for (Path file : files.sorted().toList()) {
                documents.add(Readers.all().read(HandedFile.plain(file.getFileName().toString(), Files.readAllBytes(file))));
            }
        }
        return documents;
    }

    private Optional<String> category(String title, String text) {
        return new Suggested(book, "new", terms(title, text)).category("general");
    }

    private void filed(String slug, String category, String text, String... tags) {
        book.put(new Entry(new Label(slug, 1, Instant.EPOCH, category, List.of(tags)), terms(slug.replace('-', ' '), text)));
    }

    private static Map<String, Integer> terms(ReadDocument one) {
        return Terms.of(one.language(), one.title(), one.sections());
    }

    private static Map<String, Integer> terms(String title, String text) {
        return Terms.of("en", title, List.of(Section.of(title, text)));
    }
}
