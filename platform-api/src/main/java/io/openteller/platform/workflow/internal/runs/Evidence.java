package io.openteller.platform.workflow.internal.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.platform.workflow.internal.Speech;
import io.openteller.spi.Money;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an operation gave and got, as replies are checked against it and as people may read it. */
final class Evidence {

    private Evidence() {}

    /** Every value, as it stands and as the bank's customers write it. */
    static String of(JsonNode output) {
        List<String> values = new ArrayList<>();
        collect(output, values);
        return String.join("\n", values);
    }

    private static void collect(JsonNode node, List<String> values) {
        if (node.path("minor").isIntegralNumber() && node.path("currency").isTextual()) {
            values.add(Speech.money(new Money(node.path("minor").longValue(), node.path("currency").textValue())));
        } else if (node.isContainerNode()) {
            node.forEach(one -> collect(one, values));
        } else if (!node.isNull() && !node.isMissingNode()) {
            values.add(node.asText());
            if (node.isTextual() && node.textValue().endsWith("Z")) {
                time(node.textValue(), values);
            }
        }
    }

    private static void time(String text, List<String> values) {
        try {
            values.add(Speech.time(Instant.parse(text)));
        } catch (DateTimeException word) {
            // only looked like one
        }
    }

    /** Without references, which mean nothing to people. @param schema of the operation's input */
    static Map<String, String> arguments(ObjectNode input, JsonNode schema) {
        Map<String, String> shown = new LinkedHashMap<>();
        input.properties().forEach(entry -> {
            if (!schema.path("properties").path(entry.getKey()).has("x-reference")) {
                shown.put(entry.getKey(), of(entry.getValue()).replace("\n", ", "));
            }
        });
        return shown;
    }
}
