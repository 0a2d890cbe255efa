package io.openteller.platform.training.internal;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Rules for what is taught: a message, and the name of what it asks for. */
final class ExampleText {

    static final int LONGEST = 1_000;
    static final int LONGEST_NAME = 64;
    static final int LONGEST_TITLE = 120;

    private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\p{C}]+");
    private static final Pattern NO_NAME = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}_]{0,63}");
    /** Words that mean something else in the addresses of the API. */
    private static final Set<String> RESERVED = Set.of("import", "models", "suggestions", "training", "try");

    private static final Pattern LONG_NUMBER = Pattern.compile("\\d(?:[ -]?\\d){3,}");
    private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+");

    private ExampleText() {}

    /** Without control characters, and with one space where there were several. */
    static String clean(String raw) {
        return SPACE.matcher(raw).replaceAll(" ").strip();
    }

    /** What is wrong with it, fit to be shown. */
    static Optional<String> fault(String clean) {
        if (clean.isEmpty()) {
            return Optional.of("There is no message");
        }
        return clean.length() > LONGEST ? Optional.of("The message has more than 1,000 characters") : Optional.empty();
    }

    /** A label as a name: {@code Card payment fee?} becomes {@code card_payment_fee}; empty when nothing of it remains. */
    static String name(String label) {
        String name = NO_NAME.matcher(label.toLowerCase(Locale.ROOT)).replaceAll("_").replaceAll("^_+|_+$", "");
        if (RESERVED.contains(name)) {
            return name + "_intent";
        }
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME).replaceAll("_+$", "");
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches() && !RESERVED.contains(name) && name.equals(name.toLowerCase(Locale.ROOT));
    }

    /** {@code card_payment_fee} becomes {@code Card payment fee}. */
    static String title(String name) {
        String words = name.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The same for texts that differ in case or spacing only. */
    static UUID id(String text) {
        String key = clean(text).toLowerCase(Locale.ROOT);
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }

    /** A customer's message without what names the customer: an example outlives the conversation. */
    static String withoutNumbers(String text) {
        return clean(LONG_NUMBER.matcher(ADDRESS.matcher(text).replaceAll("…")).replaceAll("…"));
    }
}
