package io.openteller.platform.guard.internal.gate;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names of units, and how many of a base unit each is. */
final class UnitNames {

    /** @param factor null where the figure is kept as it is */
    record Unit(String base, BigDecimal factor) {}

    private static final Map<String, Unit> MONEY = new LinkedHashMap<>();
    private static final Map<String, Unit> TIMES = new LinkedHashMap<>();
    private static final Map<String, String> PERIODS = new HashMap<>();

    static {
        money("INR", "1", "₹", "rs.", "rs", "inr", "rupees", "rupee", "रुपये", "रुपए", "रुपया", "रुपयों", "rupaye", "rupay",
                "rupaiye", "rupees");
        money("INR", "0.01", "paise", "paisa", "पैसे", "पैसा");
        money("GBP", "1", "£", "gbp", "pounds sterling", "pound sterling", "pounds", "pound", "quid");
        money("GBP", "0.01", "pence", "p", "penny");
        money("USD", "1", "us$", "$", "usd", "us dollars", "us dollar", "dollars", "dollar");
        money("USD", "0.01", "cents", "cent", "¢");
        money("EUR", "1", "€", "eur", "euros", "euro");
        money("JPY", "1", "¥", "jpy", "yen");
        money("AED", "1", "aed", "dirhams", "dirham");
        money("SGD", "1", "s$", "sgd", "singapore dollars");
        money("AUD", "1", "a$", "aud", "australian dollars");
        money("CAD", "1", "c$", "cad", "canadian dollars");
        money("CHF", "1", "chf", "swiss francs", "francs");
        for (String code : "sek nok dkk pln huf czk try zar brl mxn cny hkd nzd sar qar kwd ngn kes php idr thb".split(" ")) {
            money(code.toUpperCase(java.util.Locale.ROOT), "1", code);
        }
        time("second", 1, "seconds", "second", "secs", "sec", "सेकंड");
        time("second", 60, "minutes", "minute", "mins", "min", "मिनट", "minat");
        time("second", 3600, "hours", "hour", "hrs", "hr", "घंटे", "घंटा", "घंटों", "ghante", "ghanta", "ghanton");
        time("second", 86400, "calendar days", "calendar day", "days", "day", "दिनों", "दिन", "dinon", "din");
        time("second", 604800, "weeks", "week", "हफ़्ते", "हफ्ते", "सप्ताह", "hafte", "hafta");
        time("second", 1209600, "fortnights", "fortnight");
        time("month", 1, "months", "month", "mths", "महीनों", "महीने", "महीना", "माह", "mahine", "mahina", "maah");
        time("month", 3, "quarters", "quarter", "तिमाही", "timahi");
        time("month", 12, "years", "year", "yrs", "yr", "वर्षों", "वर्ष", "सालों", "साल", "saal", "varsh");
        time("month", 120, "decades", "decade");
        time("working day", 1, "working days", "working day", "business days", "business day", "banking days", "banking day",
                "कार्य दिवसों", "कार्य दिवस", "कार्यदिवसों", "कार्यदिवस", "कामकाजी दिनों", "कामकाजी दिन", "working din", "kaam ke din");
        time("working hour", 1, "working hours", "working hour", "business hours", "business hour");
        period("day", "day", "daily", "दिन", "दैनिक", "प्रतिदिन", "रोज़", "din", "roz", "dainik", "days");
        period("week", "week", "weekly", "हफ़्ते", "सप्ताह", "hafte", "साप्ताहिक");
        period("month", "month", "monthly", "माह", "महीने", "मासिक", "mahine", "masik", "months");
        period("quarter", "quarter", "quarterly", "तिमाही", "timahi");
        period("half-year", "half-year", "half-yearly", "biannual", "biannually", "छमाही");
        period("year", "year", "yearly", "annual", "annually", "annum", "p.a.", "pa", "वर्ष", "साल", "वार्षिक", "सालाना", "saal",
                "salana", "varshik", "aer", "apr");
        period("hour", "hour", "hourly", "घंटे", "ghante");
        period("transaction", "transaction", "लेनदेन", "txn");
        for (String thing : ("transfer payment withdrawal claim card account person customer statement cheque page leaf"
                        + " trade order item visit passenger holder depositor instance occasion request call unit share"
                        + " mile minute week use return bounce copy")
                .split(" ")) {
            PERIODS.putIfAbsent(thing, thing);
        }
    }

    private UnitNames() {}

    static @Nullable Unit money(String name) {
        return MONEY.get(name);
    }

    static @Nullable Unit time(String name) {
        return TIMES.get(name.replaceAll("[\\s-]+", " "));
    }

    static @Nullable String period(String name) {
        String plain = PERIODS.get(name);
        return plain != null || !name.endsWith("s") ? plain : PERIODS.get(name.substring(0, name.length() - 1));
    }

    /** Names as an alternation, the longest first. */
    static String moneyNames() {
        return alternation(MONEY);
    }

    static String timeNames() {
        return alternation(TIMES).replace(" ", "[ -]");
    }

    private static String alternation(Map<String, Unit> names) {
        return names.keySet().stream()
                .sorted((one, other) -> other.length() - one.length())
                .map(name -> name.replace("$", "\\$").replace(".", "\\."))
                .collect(Collectors.joining("|"));
    }

    private static void money(String currency, String factor, String... names) {
        for (String name : names) {
            MONEY.put(name, new Unit(currency, new BigDecimal(factor)));
        }
    }

    private static void time(String base, int factor, String... names) {
        for (String name : names) {
            TIMES.put(name, new Unit(base, BigDecimal.valueOf(factor)));
        }
    }

    private static void period(String base, String... names) {
        for (String name : names) {
            PERIODS.put(name, base);
        }
    }
}
