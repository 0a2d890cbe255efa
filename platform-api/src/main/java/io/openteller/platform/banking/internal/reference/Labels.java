package io.openteller.platform.banking.internal.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an object of the bank's is called where it is shown, in every language that the catalogue has. */
final class Labels {

    private static final List<String> LANGUAGES = List.of("en", "hi");
    private static final Pattern FIELD = Pattern.compile("\\{(\\w+)}");

    private Labels() {}

    /** @param pattern name of the annotation: {@code x-label} or {@code x-label-else} */
    static Map<String, String> of(JsonNode reference, String pattern, JsonNode siblings, ObjectNode object) {
        Map<String, String> labels = new HashMap<>();
        for (String language : LANGUAGES) {
            String text = reference.path(pattern + "-" + language).asText(reference.path(pattern).asText());
            if (!text.isEmpty()) {
                JsonNode words = reference.path("x-label-words").path(language);
                labels.put(language, filled(text, words, siblings, object, language));
            }
        }
        return labels;
    }

    private static String filled(String text, JsonNode words, JsonNode siblings, ObjectNode object, String language) {
        Matcher field = FIELD.matcher(text);
        StringBuilder label = new StringBuilder();
        while (field.find()) {
            JsonNode value = object.path(field.group(1));
            String said = Written.value(value, siblings.path(field.group(1)), language);
            field.appendReplacement(label, Matcher.quoteReplacement(words.path(said).asText(said)));
        }
        return field.appendTail(label).toString().strip();
    }
}
