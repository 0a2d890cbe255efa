package io.openteller.procedures.expressions;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.operations.Figures;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Values as a bank's customers write them, in English, Hindi and Hindi in Latin letters. */
public final class ForPeople {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2})");

    private static final List<String> MONTHS = List.of(
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
            "December");
    private static final List<String> HINDI_MONTHS = List.of(
            "जनवरी", "फरवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर");

    private final ZoneId zone;

    public ForPeople(ZoneId zone) {
        this.zone = zone;
    }

    /** Empty for what has no form for people: nothing at all, and objects that are not money. */
    public Optional<String> write(JsonNode value, String language) {
        return switch (value.getNodeType()) {
            case STRING -> Optional.of(text(value.textValue(), language));
            case BOOLEAN -> Optional.of(truth(value.booleanValue(), language));
            case NUMBER -> Optional.of(Figures.number(value.decimalValue(), indian(language)));
            case OBJECT -> money(value);
            case ARRAY -> list(value, language);
            case NULL, MISSING, POJO, BINARY -> Optional.empty();
        };
    }

    private Optional<String> money(JsonNode value) {
        JsonNode minor = value.path("minor");
        JsonNode currency = value.path("currency");
        return minor.canConvertToLong() && minor.isIntegralNumber() && currency.isTextual()
                ? Optional.of(Figures.money(minor.longValue(), currency.textValue()))
                : Optional.empty();
    }

    private Optional<String> list(JsonNode value, String language) {
        return !value.isEmpty() && value.valueStream().allMatch(JsonNode::isArray)
                ? rows(value, language)
                : entries(value, language).map(entries -> joined(entries, language));
    }

    /** A list of lists, as a bulleted list with a line for each. */
    private Optional<String> rows(JsonNode value, String language) {
        List<String> rows = new ArrayList<>();
        for (JsonNode row : value) {
            Optional<List<String>> entries = entries(row, language);
            if (entries.isEmpty()) {
                return Optional.empty();
            }
            rows.add("- " + String.join(", ", entries.get()));
        }
        return Optional.of(String.join("\n", rows));
    }

    private Optional<List<String>> entries(JsonNode list, String language) {
        List<String> entries = new ArrayList<>();
        for (JsonNode entry : list) {
            Optional<String> written = entry.isArray() ? Optional.empty() : write(entry, language);
            if (written.isEmpty()) {
                return Optional.empty();
            }
            entries.add(written.get());
        }
        return Optional.of(entries);
    }

    private static String joined(List<String> entries, String language) {
        if (entries.size() < 2) {
            return String.join("", entries);
        }
        String and = inLanguage(language, " and ", " और ", " aur ");
        return String.join(", ", entries.subList(0, entries.size() - 1)) + and + entries.getLast();
    }

    private String text(String text, String language) {
        try {
            if (DATE.matcher(text).matches()) {
                return date(LocalDate.parse(text), language);
            }
            if (TIME.matcher(text).matches()) {
                return time(java.time.OffsetDateTime.parse(text).toInstant(), language);
            }
            return text;
        } catch (DateTimeException looksLikeOneOnly) {
            return text;
        }
    }

    private static String date(LocalDate day, String language) {
        String month = (hindi(language) ? HINDI_MONTHS : MONTHS).get(day.getMonthValue() - 1);
        return day.getDayOfMonth() + " " + month + " " + day.getYear();
    }

    private String time(Instant at, String language) {
        ZonedDateTime here = at.atZone(zone);
        int hour = here.getHour();
        String clock = "%d:%02d".formatted(hour % 12 == 0 ? 12 : hour % 12, here.getMinute());
        String day = date(here.toLocalDate(), language);
        return inLanguage(
                language,
                day + ", " + clock + (hour < 12 ? " am" : " pm"),
                day + ", " + part(hour, "रात", "सुबह", "दोपहर", "शाम") + " " + clock + " बजे",
                day + ", " + part(hour, "raat", "subah", "dopahar", "shaam") + " " + clock + " baje");
    }

    private static String part(int hour, String night, String morning, String noon, String evening) {
        return hour < 4 || hour >= 20 ? night : hour < 12 ? morning : hour < 16 ? noon : evening;
    }

    private static String truth(boolean truth, String language) {
        return truth ? inLanguage(language, "yes", "हाँ", "haan") : inLanguage(language, "no", "नहीं", "nahi");
    }

    private boolean indian(String language) {
        return language.startsWith("hi") || zone.getId().equals("Asia/Kolkata") || zone.getId().equals("Asia/Calcutta");
    }

    private static boolean hindi(String language) {
        return inLanguage(language, 0, 1, 2) == 1;
    }

    private static <T> T inLanguage(String language, T english, T hindi, T latin) {
        String tag = language.toLowerCase(Locale.ROOT);
        return tag.startsWith("hi-latn") ? latin : tag.equals("hi") || tag.startsWith("hi-") ? hindi : english;
    }
}
