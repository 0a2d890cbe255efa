package io.openteller.operations;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;

/** Amounts, numbers and times as people write them, wherever the platform does: in replies, on cards, beside names. */
public final class Figures {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm z", Locale.ENGLISH);

    private Figures() {}

    /** With the zone's short name, so that nobody takes it for a time of theirs. */
    public static String time(Instant at, ZoneId zone) {
        return TIME.withZone(zone).format(at);
    }

    /**
     * Lakh and crore for rupees, thousands for other money; no pence where there are none.
     *
     * @param minor in the smallest unit of the currency; of one that nobody knows, hundredths
     */
    public static String money(long minor, String currency) {
        int digits = digits(currency);
        BigDecimal amount = BigDecimal.valueOf(minor, digits);
        boolean round = digits == 0 || amount.stripTrailingZeros().scale() <= 0;
        String figure = number(amount.abs().setScale(round ? 0 : digits), currency.equals("INR"));
        String sign = minor < 0 ? "-" : "";
        return switch (currency) {
            case "INR" -> sign + "₹" + figure;
            case "GBP" -> sign + "£" + figure;
            case "EUR" -> sign + "€" + figure;
            case "USD" -> sign + "$" + figure;
            default -> sign + currency + " " + figure;
        };
    }

    /** @param indian whether after the last three digits groups are of two */
    public static String number(BigDecimal number, boolean indian) {
        String plain = number.abs().toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String rest = point < 0 ? "" : plain.substring(point);
        StringBuilder grouped = new StringBuilder(whole);
        for (int at = whole.length() - 3; at > 0; at -= indian ? 2 : 3) {
            grouped.insert(at, ',');
        }
        return (number.signum() < 0 ? "-" : "") + grouped + rest;
    }

    private static int digits(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException unknown) {
            return 2;
        }
    }
}
