package io.openteller.platform.routing;

import io.openteller.platform.understanding.Matter;
import io.openteller.platform.understanding.Reading;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All that a decision may depend on.
 *
 * @param reading what was understood of the message
 * @param refusalsInARow how often the assistant has just said that it does not know
 * @param message what the customer wrote
 * @param underWay the procedure that the conversation is in; null if it is in none
 * @param startable procedures that a message may start
 * @param leftToPeople what of the message a persona leaves to a person; null if nothing
 * @param matter whether it asks for a rule or has a matter of its own; null where nobody asked
 */
public record Snapshot(
        Reading reading,
        int refusalsInARow,
        String message,
        @Nullable Startable underWay,
        List<Startable> startable,
        @Nullable LeftToPeople leftToPeople,
        Matter.@Nullable Guess matter) {

    public Snapshot {
        startable = List.copyOf(startable);
    }

    public Snapshot(
            Reading reading, int refusalsInARow, String message, @Nullable Startable underWay, List<Startable> startable) {
        this(reading, refusalsInARow, message, underWay, startable, null, null);
    }

    /** Where there are no procedures. */
    public Snapshot(Reading reading, int refusalsInARow) {
        this(reading, refusalsInARow, "", null, List.of());
    }

    public Snapshot leaving(@Nullable LeftToPeople left) {
        return new Snapshot(reading, refusalsInARow, message, underWay, startable, left, matter);
    }

    public Snapshot after(Matter.Guess guess) {
        return new Snapshot(reading, refusalsInARow, message, underWay, startable, leftToPeople, guess);
    }

    /** @param words of the message at which the persona's rule fetches a person of that team */
    public record LeftToPeople(String persona, String team, String why, String words) {}

    /** @param phrases what customers say who mean it, as words with spaces around */
    public record Startable(String procedure, List<String> intents, List<String> phrases) {

        private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");

        public Startable {
            intents = List.copyOf(intents);
            phrases = List.copyOf(phrases);
        }

        /** @param phrases by language */
        public Startable(String procedure, List<String> intents, Map<String, List<String>> phrases) {
            this(
                    procedure,
                    intents,
                    phrases.values().stream()
                            .flatMap(List::stream)
                            .map(Startable::words)
                            .filter(phrase -> !phrase.isBlank())
                            .toList());
        }

        private boolean is(BiPredicate<String, String> said, String words) {
            return phrases.stream().anyMatch(phrase -> said.test(words, phrase));
        }

        /** As words of their own, in that order; letters alone would find "pin" in "opinion". */
        private static String words(String text) {
            return " " + BETWEEN_WORDS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip() + " ";
        }
    }

    /** The procedure that the message names with one of its phrases and nothing else. */
    public @Nullable Startable named() {
        return phrased(String::equals);
    }

    /** The procedure of which the message holds a phrase. */
    public @Nullable Startable phrased() {
        return phrased(String::contains);
    }

    private @Nullable Startable phrased(BiPredicate<String, String> said) {
        String words = Startable.words(message);
        return startable.stream().filter(one -> one.is(said, words)).findFirst().orElse(null);
    }

    /** Whether the message may start a procedure, so that it matters what it is after. */
    public boolean mayStart() {
        return underWay == null && (phrased() != null || startedBy(reading.intent().name()) != null);
    }

    /** The procedure for this intent, if there is one. */
    public @Nullable Startable startedBy(String intent) {
        return startable.stream()
                .filter(one -> one.intents().contains(intent))
                .findFirst()
                .orElse(null);
    }
}
