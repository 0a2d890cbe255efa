package io.openteller.platform.banking.internal.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.operations.Figures;
import io.openteller.platform.tenancy.CurrentTenant;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Values as the bank's customers write them. */
public final class Written {

    /** Longer ones are cut: names on a card, not letters. */
    private static final int LONGEST = 120;

    private Written() {}

    /** @param property the schema of the value */
    public static String value(JsonNode value, JsonNode property, String language) {
        if (property.path("x-money").booleanValue()) {
            return plain(Figures.money(value.path("minor").longValue(), value.path("currency").asText()));
        }
        String text = value.asText();
        try {
            return switch (property.path("format").asText()) {
                case "date" -> day(LocalDate.parse(text), language);
                case "date-time" -> day(LocalDate.ofInstant(Instant.parse(text), CurrentTenant.get().zone()), language);
                default -> plain(text);
            };
        } catch (DateTimeException unusual) {
            return plain(text);
        }
    }

    private static String day(LocalDate day, String language) {
        return DateTimeFormatter.ofPattern("d MMM uuuu", Locale.forLanguageTag(language)).format(day);
    }

    /** One line, without characters that hide, break or turn around what stands beside them: strangers wrote some of it. */
    public static String plain(String text) {
        String line = text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s[\\p{Cf}&&[^\\u200c\\u200d]]]+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
