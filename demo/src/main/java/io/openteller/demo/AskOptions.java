package io.openteller.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command line of {@code ask}.
 *
 * @param phone whether a code that the platform sends to the customer's phone is typed in
 */
record AskOptions(
        String bank,
        @Nullable String customer,
        String text,
        @Nullable String file,
        String out,
        String url,
        String data,
        boolean phone) {

    /** @throws IllegalArgumentException saying what is wrong, in one line */
    static AskOptions parse(List<String> arguments) {
        String bank = "";
        String customer = null;
        String text = null;
        String file = null;
        String out = null;
        String url = env("OPENTELLER_PUBLIC_URL", "http://localhost:8080");
        String data = env("OPENTELLER_DATA", ".openteller/data");
        boolean phone = false;
        for (int i = 0; i < arguments.size(); i++) {
            String one = arguments.get(i);
            if (!one.startsWith("--")) {
                if (text != null) {
                    throw new IllegalArgumentException("one text at a time; put it in quotes");
                }
                text = one;
                continue;
            }
            if (one.equals("--phone")) {
                phone = true;
                continue;
            }
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException(one + " needs a value");
            }
            String value = arguments.get(++i);
            switch (one) {
                case "--bank" -> bank = value;
                case "--customer" -> customer = value;
                case "--file" -> file = value;
                case "--out" -> out = value;
                case "--url" -> url = value;
                case "--data" -> data = value;
                default -> throw new IllegalArgumentException("unknown option " + one);
            }
        }
        if (!bank.matches("[a-z][a-z0-9-]{2,39}")) {
            throw new IllegalArgumentException("--bank is missing, or no bank's short name");
        }
        if ((text == null) == (file == null)) {
            throw new IllegalArgumentException("give either a text or --file");
        }
        if ((file == null) != (out == null)) {
            throw new IllegalArgumentException("--file and --out go together");
        }
        return new AskOptions(
                bank, customer, text == null ? "" : text, file, out == null ? "" : out, url, data, phone);
    }

    private static String env(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }
}
