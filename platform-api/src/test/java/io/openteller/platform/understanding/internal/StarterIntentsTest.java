package io.openteller.platform.understanding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.understanding.IntentGuess.Tier;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StarterIntentsTest {

    private static final List<Intent> INTENTS = Intent.starters();

    @Test
    void fifty_two_or_more_intents_have_twenty_or_more_english_messages_each() {
        assertThat(INTENTS).hasSizeGreaterThanOrEqualTo(52);
        assertThat(INTENTS).allSatisfy(intent ->
                assertThat(count(intent, "en")).as(intent.name()).isGreaterThanOrEqualTo(20));
    }

    @Test
    void fifteen_intents_have_twenty_or_more_messages_in_each_script_of_hindi() {
        assertThat(INTENTS)
                .filteredOn(intent -> count(intent, "hi") >= 20 && count(intent, "hi-Latn") >= 20)
                .hasSizeGreaterThanOrEqualTo(15);
    }

    @Test
    void no_message_is_written_twice() {
        Map<String, String> owners = new HashMap<>();
        for (Intent intent : INTENTS) {
            for (Intent.Example example : intent.examples()) {
                String before = owners.put(example.text().toLowerCase(Locale.ROOT), intent.name());
                assertThat(before).as("%s, in %s", example.text(), intent.name()).isNull();
            }
        }
    }

    @Test
    void every_file_is_listed_and_named_after_its_intent() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(Intent.class.getResource("/understanding/intents"))
                .toURI());
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".txt", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            INTENTS.stream().map(Intent::name).toList());
        }
    }

    @Test
    void what_always_needs_a_person_is_tier_c() {
        assertThat(INTENTS)
                .filteredOn(intent -> intent.tier() == Tier.C)
                .extracting(Intent::name)
                .contains(
                        "unrecognised_payment",
                        "report_fraud",
                        "lost_stolen_card",
                        "financial_hardship",
                        "complaint",
                        "bereavement",
                        "vulnerability_support",
                        "legal_matter",
                        "talk_to_person");
    }

    private static long count(Intent intent, String language) {
        return intent.examples().stream()
                .filter(example -> example.language().equals(language))
                .count();
    }
}
