package io.openteller.platform.workflow.internal;

import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.wording.Phrase;
import io.openteller.platform.wording.Wording;
import io.openteller.spi.Money;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;

/** Amounts and times as the bank's customers write them, in the assistant's own phrases. */
@Singleton
public class Speech {

    private final Wording wording;

    public Speech(Wording wording) {
        this.wording = wording;
    }

    public String say(Phrase phrase, String language, Object... arguments) {
        return wording.say(phrase, language, arguments);
    }

    public static String money(Money money) {
        Currency currency = Currency.getInstance(money.currency());
        BigDecimal amount = BigDecimal.valueOf(money.minor(), currency.getDefaultFractionDigits());
        if (money.currency().equals("INR")) {
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

    public static String time(Instant at) {
        return DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm z", Locale.ENGLISH)
                .withZone(CurrentTenant.get().zone())
                .format(at);
    }

    static String day(Instant at) {
        return DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).withZone(CurrentTenant.get().zone()).format(at);
    }
}
