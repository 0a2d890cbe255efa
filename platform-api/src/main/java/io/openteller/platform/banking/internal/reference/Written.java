package io.openteller.platform.banking.internal.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.platform.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;

/** Values as the bank's customers write them. */
public final class Written {

    /** Longer ones are cut: names on a card, not letters. */
    private static final int LONGEST = 120;

    private Written() {}

    /** @param property the schema of the value */
    public static String value(JsonNode value, JsonNode property, String language) {
        if (property.path("x-money").booleanValue()) {
            return money(value.path("minor").longValue(), value.path("currency").asText());
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

    public static String money(long minor, String code) {
        Currency currency;
        try {
            currency = Currency.getInstance(code);
        } catch (IllegalArgumentException unheardOf) {
            return minor + " " + plain(code);
        }
        BigDecimal amount = BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
        if (code.equals("INR")) {
            return indian(amount);
        }
        NumberFormat format = NumberFormat.getCurrencyInstance(Locale.UK);
        format.setCurrency(currency);
        return format.format(amount).replace("\u00a0", " ");
    }

    /** Lakhs and crores: after the last three digits, groups of two. The JDK's formats know groups of one size only. */
    private static String indian(BigDecimal amount) {
        String[] parts = amount.abs().toPlainString().split("\\.", 2);
        String last = parts[0].substring(Math.max(0, parts[0].length() - 3));
        String rest = parts[0].substring(0, parts[0].length() - last.length());
        String grouped = rest.isEmpty() ? last : rest.replaceAll("\\B(?=(\\d{2})+$)", ",") + "," + last;
        return (amount.signum() < 0 ? "-" : "") + "₹" + grouped + "." + parts[1];
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
