package io.openteller.procedures.machine.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Amounts of money and plain counts. */
public final class Amounts {

    /** A longer number without a currency is a telephone, an account or a reference. */
    private static final BigDecimal LARGEST_BARE = BigDecimal.valueOf(99_999_999);

    private static final Pattern BEFORE = Words.pattern("(₹|£|\\$|€|(?<!\\p{L})(?:rs\\.?|inr|gbp|usd|eur|रु\\.?))\\s*$");
    private static final Pattern AFTER = Words.pattern("^\\s*(rupees?|rupaye|rupay|rupye|rupiya|रुपये|रुपए|रुपया|रुपयों|रुपयो|रु"
            + "|rs|inr|pounds?|quid|gbp|euros?|eur|dollars?|usd|₹|£|€|/-)(?![\\p{L}\\p{M}])");
    private static final Pattern COUNTED = Words.pattern("^\\s*(?:%|percent|प्रतिशत|(?:days?|weeks?|months?|years?|hours?|hrs?|minutes?"
            + "|mins?|times?|am|pm|st|nd|rd|th|din|mahine|mahina|hafte|baar|saal|ghante|baje|दिन|महीने|हफ्ते|बार|साल|घंटे|बजे|तारीख"
            + "|tarikh|cards?|accounts?|transactions?)(?![\\p{L}\\p{M}]))");
    private static final Pattern ENDING = Words.pattern("(?:ending|ends|last|number|no|account|card|खाता|कार्ड)(?:\\s+(?:in|with"
            + "|digits?|four|4))?[ .:#]*$");
    private static final Pattern FILLERS = Words.pattern(
            "\\b(?:about|around|approx|the|amount|total|of|for|please|only|just|roughly|nearly|lagbhag|kareeb|bas|tha|the|hai|ka|ki|ke)\\b"
                    + "|(?<![\\p{L}\\p{M}])(?:लगभग|करीब|बस|था|थे|है|का|की|के|केवल|सिर्फ)(?![\\p{L}\\p{M}])|[^\\p{L}\\p{M}\\d]");

    /** @param value in major units */
    public record Amount(BigDecimal value, String currency) {
        public Amount {
            value = value.stripTrailingZeros();
        }
    }

    private Amounts() {}

    /** Those with a currency; without any, those that are likely amounts. */
    public static List<Found<Amount>> in(String message, String currency) {
        String plain = Words.plain(message);
        List<Found<LocalDate>> days = Days.spans(plain);
        List<Found<Amount>> marked = new ArrayList<>();
        List<Found<Amount>> bare = new ArrayList<>();
        for (Found<Numbers.Number> number : Numbers.in(plain)) {
            if (number.value().value().signum() <= 0) {
                continue;
            }
            Matcher before = BEFORE.matcher(plain.substring(0, number.start()));
            Matcher after = AFTER.matcher(plain.substring(number.end()));
            String mark = before.find() ? before.group(1) : after.find() ? after.group(1) : null;
            if (mark != null) {
                marked.add(new Found<>(
                        new Amount(number.value().value(), currency(mark, currency)), number.start(), number.end()));
            } else if (bare(plain, number, days) && number.value().value().compareTo(LARGEST_BARE) <= 0) {
                bare.add(new Found<>(new Amount(number.value().value(), currency), number.start(), number.end()));
            }
        }
        return marked.isEmpty() ? bare : marked;
    }

    /** In a message that is about something else too: small numbers in words have other meanings there. */
    public static List<Found<Amount>> among(String message, String currency) {
        String plain = Words.plain(message);
        List<Found<Numbers.Number>> figures = Numbers.in(plain).stream()
                .filter(number -> number.value().figures())
                .toList();
        return in(message, currency).stream()
                .filter(amount -> figures.stream().anyMatch(amount::overlaps))
                .toList();
    }

    /** Whole numbers that are nothing else. */
    public static List<Found<Long>> counts(String message) {
        String plain = Words.plain(message);
        List<Found<LocalDate>> days = Days.spans(plain);
        List<Found<Long>> counts = new ArrayList<>();
        for (Found<Numbers.Number> number : Numbers.in(plain)) {
            BigDecimal value = number.value().value();
            boolean whole = value.stripTrailingZeros().scale() <= 0 && value.precision() - value.scale() <= 15;
            if (whole && (number.value().figures() || alone(plain, number)) && !in(days, number)) {
                counts.add(new Found<>(value.longValueExact(), number.start(), number.end()));
            }
        }
        return counts;
    }

    private static boolean bare(String plain, Found<Numbers.Number> number, List<Found<LocalDate>> days) {
        return (number.value().figures() || alone(plain, number))
                && !COUNTED.matcher(plain.substring(number.end())).find()
                && !ENDING.matcher(plain.substring(0, number.start())).find()
                && !in(days, number);
    }

    private static boolean in(List<Found<LocalDate>> days, Found<Numbers.Number> number) {
        return days.stream().anyMatch(day -> day.overlaps(number));
    }

    /** Words for small numbers have other meanings where anything else is said. */
    private static boolean alone(String plain, Found<Numbers.Number> number) {
        String rest = plain.substring(0, number.start()) + " " + plain.substring(number.end());
        return FILLERS.matcher(rest).replaceAll(" ").isBlank();
    }

    private static String currency(@Nullable String mark, String otherwise) {
        if (mark == null || mark.equals("/-")) {
            return otherwise;
        }
        return switch (mark.charAt(0)) {
            case '£', 'p', 'g', 'q' -> "GBP";
            case '€', 'e' -> "EUR";
            case '$', 'd', 'u' -> "USD";
            default -> "INR";
        };
    }
}
