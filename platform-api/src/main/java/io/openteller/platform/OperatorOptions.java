package io.openteller.platform;

import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Pairs of {@code --name value}. */
final class OperatorOptions {

    private OperatorOptions() {}

    static Map<String, String> read(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!arguments[i].startsWith("--") || i + 1 == arguments.length) {
                throw new IllegalArgumentException("not understood: " + arguments[i]);
            }
            options.put(arguments[i].substring(2), arguments[i + 1]);
        }
        return options;
    }

    static String need(Map<String, String> options, String name) {
        String value = options.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("missing: --" + name);
        }
        return value.strip();
    }

    static void check(String currency, String locale) {
        boolean exists = Currency.getAvailableCurrencies().stream()
                .anyMatch(known -> known.getCurrencyCode().equals(currency));
        if (!exists) {
            throw new IllegalArgumentException("not an ISO 4217 currency: " + currency);
        }
        if (!locale.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
            throw new IllegalArgumentException("not a BCP 47 locale: " + locale);
        }
    }

    /** @throws IllegalArgumentException naming what was not understood, and what would have been */
    static <E extends Enum<E>> Set<E> set(Class<E> type, String names) {
        Set<E> chosen = EnumSet.noneOf(type);
        for (String name : names.split(",", -1)) {
            try {
                chosen.add(Enum.valueOf(type, name.strip().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException unknown) {
                throw new IllegalArgumentException(
                        "not known: " + name + "; there are " + Arrays.toString(type.getEnumConstants()), unknown);
            }
        }
        return chosen;
    }
}
