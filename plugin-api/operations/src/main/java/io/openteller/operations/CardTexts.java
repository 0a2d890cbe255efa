package io.openteller.operations;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How an operation is put before whoever must say yes to it, in each language. Safe for any thread. */
public final class CardTexts {

    private static final class Standard {
        static final CardTexts INSTANCE = new CardTexts();
    }

    private final Map<String, Map<String, CardText>> texts = new HashMap<>();

    private CardTexts() {
        for (JsonNode file : new CatalogueReader().files()) {
            Map<String, CardText> languages = new HashMap<>();
            for (Map.Entry<String, JsonNode> one : file.path("card").properties()) {
                JsonNode text = one.getValue();
                languages.put(one.getKey(), new CardText(
                        text.path("title").asText(), each(text.path("labels")), text.path("effect").asText(), each(text.path("words"))));
            }
            texts.put(file.path("name").asText(), languages);
        }
    }

    public static CardTexts standard() {
        return Standard.INSTANCE;
    }

    /**
     * What is said of one operation.
     *
     * @param labels of the arguments, in the order in which they are shown; {@code payment.amount} is the amount of what the
     *     argument {@code payment} refers to
     * @param effect what a yes means, in a sentence
     * @param words for values that are codes
     */
    public record CardText(String title, Map<String, String> labels, String effect, Map<String, String> words) {
        public CardText {
            labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
            words = Map.copyOf(words);
        }
    }

    /**
     * The card's texts; empty for an operation that nobody is asked about.
     *
     * @param language BCP 47; one without texts of its own gets English
     */
    public Optional<CardText> of(OperationName operation, String language) {
        Map<String, CardText> languages = texts.getOrDefault(operation.toString(), Map.of());
        CardText own = languages.get(language.split("-", 2)[0]);
        return Optional.ofNullable(own == null ? languages.get("en") : own);
    }

    private static Map<String, String> each(JsonNode object) {
        Map<String, String> all = new LinkedHashMap<>();
        object.properties().forEach(one -> all.put(one.getKey(), one.getValue().asText()));
        return all;
    }
}
