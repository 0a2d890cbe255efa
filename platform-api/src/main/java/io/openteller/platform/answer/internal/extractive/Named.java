package io.openteller.platform.answer.internal.extractive;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names in a question, and whether what was found knows them. */
final class Named {

    /** "Northgate Bank": a name before the word; "your bank" is none. */
    private static final Pattern A_BANK = Pattern.compile("(?i)\\b(\\p{L}+) bank\\b");

    private static final Set<String> OTHER_BANKS = Set.of(ResourceText.words("/answer/other-banks.txt"));
    /** A name in the middle of a sentence. */
    private static final Pattern A_NAME = Pattern.compile("(?<=[\\p{Ll},] )\\p{Lu}[\\p{L}\\p{Nd}]{2,}");

    /** RESP, ISA, NRO: what stands for a product by its letters. */
    private static final Pattern LETTERS = Pattern.compile("\\b\\p{Lu}{2,6}s?\\b");

    private final List<String> names;

    private Named(List<String> names) {
        this.names = names;
    }

    static Named in(String question) {
        // Who writes everything in capitals names nothing by them.
        boolean shouted = question.equals(question.toUpperCase(Locale.ROOT));
        return new Named(
                shouted
                        ? List.of()
                        : Stream.of(A_NAME, LETTERS)
                                .flatMap(pattern -> pattern.matcher(question).results())
                                .map(name -> name.group().toLowerCase(Locale.ROOT).replaceFirst("s$", ""))
                                .distinct()
                                .toList());
    }

    /** Share of the names that a text has, 0 to 1; 1 where the question has none. */
    double said(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        long said = names.stream().filter(lower::contains).count();
        return names.isEmpty() ? 1 : (double) said / names.size();
    }

    /** Whether it names a bank that none of the found passages knows: then nothing here answers it. */
    static boolean isOfAnotherBank(String question, Evidence evidence) {
        Matcher named = A_BANK.matcher(question);
        boolean other = evidence.wanted.words.values().stream()
                .anyMatch(word -> OTHER_BANKS.contains(word.toLowerCase(Locale.ROOT)) && !isKnown(word, evidence));
        while (named.find() && !other) {
            other = !evidence.wanted.stems(named.group(1)).isEmpty()
                    && Character.isUpperCase(named.group(1).charAt(0))
                    && !isKnown(named.group(1), evidence);
        }
        return other;
    }

    /** Whether every name stands somewhere in what was found. */
    static boolean areKnown(String question, Evidence evidence) {
        for (Pattern pattern : List.of(A_NAME, A_BANK)) {
            Matcher name = pattern.matcher(question);
            while (name.find()) {
                if (!isKnown(name.group(name.groupCount()), evidence)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isKnown(String name, Evidence evidence) {
        Set<String> stems = evidence.wanted.stems(name);
        return evidence.found.stream()
                .anyMatch(passage -> evidence.wanted
                        .stems(passage.title() + " " + passage.heading() + " " + passage.text())
                        .containsAll(stems));
    }
}
