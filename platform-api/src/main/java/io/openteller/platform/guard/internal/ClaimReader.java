package io.openteller.platform.guard.internal;

import io.openteller.platform.guard.Claim;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the figures of a text, with their units. Any number counts, in the digits of any script: a figure without a known
 * unit is a claim too.
 */
class ClaimReader {

    private static final Map<String, String> CURRENCIES = Map.ofEntries(
            Map.entry("₹", "INR"), Map.entry("rs", "INR"), Map.entry("rs.", "INR"), Map.entry("inr", "INR"),
            Map.entry("£", "GBP"), Map.entry("gbp", "GBP"), Map.entry("$", "USD"), Map.entry("usd", "USD"),
            Map.entry("€", "EUR"), Map.entry("eur", "EUR"));
    private static final Map<String, String> AFTER = Map.ofEntries(
            Map.entry("pence", "penny"), Map.entry("rupee", "INR"), Map.entry("rupees", "INR"), Map.entry("pound", "GBP"),
            Map.entry("pounds", "GBP"), Map.entry("second", "second"), Map.entry("minute", "minute"),
            Map.entry("hour", "hour"), Map.entry("day", "day"), Map.entry("working day", "working day"),
            Map.entry("business day", "working day"), Map.entry("week", "week"), Map.entry("month", "month"),
            Map.entry("year", "year"));
    private static final Map<String, BigDecimal> MAGNITUDES = Map.of(
            "thousand", new BigDecimal("1000"), "k", new BigDecimal("1000"), "lakh", new BigDecimal("100000"),
            "lakhs", new BigDecimal("100000"), "crore", new BigDecimal("10000000"),
            "crores", new BigDecimal("10000000"), "million", new BigDecimal("1000000"));

    private static final Pattern FIGURE = Pattern.compile(
            "(?<currency>₹|£|\\$|€|\\b(?:rs\\.?|inr|gbp|usd|eur)(?=\\s?\\p{Nd}))?\\s?"
                    + "(?<number>\\p{Nd}+(?:,\\p{Nd}+)*(?:\\.\\p{Nd}+)?)"
                    + "(?:\\s?(?<magnitude>thousand|k|lakhs?|crores?|million)\\b)?"
                    + "(?:\\s?(?<percent>%|per\\s?cent\\b)"
                    + "|[\\s-](?<after>rupees?|pounds?|pence|(?:(?:working|business)\\s)?"
                    + "(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?))\\b)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    List<Claim> read(String text) {
        List<Claim> claims = new ArrayList<>();
        Matcher figure = FIGURE.matcher(text);
        while (figure.find()) {
            BigDecimal value = new BigDecimal(figure.group("number").replace(",", ""));
            String magnitude = figure.group("magnitude");
            if (magnitude != null) {
                value = value.multiply(MAGNITUDES.getOrDefault(magnitude.toLowerCase(Locale.ROOT), BigDecimal.ONE));
            }
            claims.add(new Claim(value, unit(figure), figure.start("number"), figure.end()));
        }
        return claims;
    }

    private static String unit(Matcher figure) {
        if (figure.group("percent") != null) {
            return "%";
        }
        String currency = figure.group("currency");
        if (currency != null) {
            return CURRENCIES.getOrDefault(currency.toLowerCase(Locale.ROOT), "");
        }
        String after = figure.group("after");
        if (after == null) {
            return "";
        }
        String word = after.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        String known = AFTER.get(word);
        return known != null ? known : AFTER.getOrDefault(word.replaceFirst("s$", ""), word);
    }
}
