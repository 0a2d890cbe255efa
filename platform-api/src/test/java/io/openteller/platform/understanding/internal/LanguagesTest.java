package io.openteller.platform.understanding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    private static final Languages LANGUAGES = new Languages();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "en | What is my balance?",
        "en | fd rate",
        "en | pin blocked",
        "en | 12345",
        "hi | मेरा बैलेंस कितना है",
        "hi | मेरा UPI payment fail हो गया",
        "hi-Latn | mera balance kitna hai",
        "hi-Latn | card block karo",
        "hi-Latn | UPI payment fail ho gaya please check karo",
        "ar | ما هو رصيد حسابي؟",
        "ta | என் கணக்கில் எவ்வளவு பணம் உள்ளது",
        "fr | Bonjour, je voudrais savoir combien il me reste sur mon compte",
        "es | Hola, quiero saber cuánto dinero tengo en mi cuenta corriente",
    })
    void a_message_is_told_apart_however_short(String code, String message) {
        assertThat(LANGUAGES.of(message).code()).isEqualTo(code);
    }

    @Test
    void the_starter_messages_are_in_the_language_of_their_section() {
        List<Intent.Example> examples = Intent.starters().stream()
                .flatMap(intent -> intent.examples().stream())
                .toList();
        List<String> wrong = examples.stream()
                .filter(example ->
                        !LANGUAGES.of(example.text()).code().equals(example.language()))
                .map(example -> example.language() + " taken for " + LANGUAGES.of(example.text()).code() + ": "
                        + example.text())
                .toList();
        assertThat(wrong.size() / (double) examples.size())
                .as("share of %s", wrong)
                .isLessThan(0.01);
    }

    @Test
    void confidence_stays_within_its_range() {
        for (String message : List.of("", "?", "hai hai hai", "What is my balance?", "मेरा बैलेंस")) {
            assertThat(LANGUAGES.of(message).confidence()).isBetween(0.0, 1.0);
        }
    }
}
