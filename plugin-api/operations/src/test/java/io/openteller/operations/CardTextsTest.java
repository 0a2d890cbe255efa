package io.openteller.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.operations.CardTexts.CardText;
import io.openteller.operations.OperationSpec.Approval;
import io.openteller.operations.OperationSpec.Confirmation;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardTextsTest {

    private static final CardTexts TEXTS = CardTexts.standard();

    @ParameterizedTest
    @ValueSource(strings = {"en", "hi"})
    void whatever_somebody_is_asked_about_can_be_put_to_them_in_words(String language) {
        List<OperationSpec> asked = Catalogue.standard().all().stream()
                .filter(spec -> spec.confirmation() == Confirmation.CUSTOMER
                        || spec.approval().when() != Approval.When.NEVER)
                .toList();
        assertThat(asked).hasSizeGreaterThan(5).allSatisfy(spec -> {
            CardText text = TEXTS.of(spec.name(), language).orElseThrow();
            assertThat(text.title()).as("title of %s", spec.name()).isNotBlank();
            assertThat(text.effect()).as("effect of %s", spec.name()).isNotBlank();
            assertThat(plain(text.labels().keySet()))
                    .as("every argument of %s is shown, and nothing else", spec.name())
                    .isEqualTo(names(spec.input().path("properties")));
            assertThat(text.words().keySet()).as("codes of %s", spec.name()).isEqualTo(codes(spec.input()));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"hi", "hi-IN"})
    void the_language_of_the_customer_is_found_by_its_first_part(String language) {
        OperationName block = OperationName.of("cards.block/v1");
        assertThat(TEXTS.of(block, language).orElseThrow().title()).isEqualTo("यह कार्ड ब्लॉक करें");
        assertThat(TEXTS.of(block, "fr").orElseThrow().title()).isEqualTo("Block this card");
    }

    private static Set<String> plain(Set<String> labels) {
        Set<String> names = new TreeSet<>();
        labels.forEach(label -> names.add(label.replaceFirst("\\..*", "")));
        return names;
    }

    private static Set<String> names(JsonNode properties) {
        Set<String> names = new TreeSet<>();
        properties.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> codes(JsonNode input) {
        Set<String> codes = new TreeSet<>();
        for (JsonNode property : input.path("properties")) {
            property.path("enum").forEach(code -> codes.add(Objects.requireNonNull(code.textValue())));
            if (property.path("type").asText().equals("boolean")) {
                codes.addAll(Set.of("true", "false"));
            }
        }
        return codes;
    }
}
