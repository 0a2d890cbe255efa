package io.openteller.bench.banks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds in a bank's rows what is that bank's alone: every id, its short name, and words that are given. */
final class Mould {

    private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Pattern own;

    /** @param words its name, its keys, what its secrets hash to or are sealed as */
    Mould(String slug, Collection<String> words) {
        // The longest first: a name may begin with the short name. "bank-1" is not part of "bank-12".
        Stream<String> literal = words.stream().sorted(Comparator.comparingInt(String::length).reversed()).map(Pattern::quote);
        own = Pattern.compile(Stream.of(Stream.of(ID), literal, Stream.of(Pattern.quote(slug) + "(?![0-9a-z])"))
                .flatMap(part -> part)
                .collect(Collectors.joining("|")));
    }

    Shape of(String text) {
        List<String> between = new ArrayList<>();
        List<String> holes = new ArrayList<>();
        Matcher found = own.matcher(text);
        int from = 0;
        while (found.find()) {
            between.add(text.substring(from, found.start()));
            holes.add(found.group());
            from = found.end();
        }
        between.add(text.substring(from));
        return new Shape(List.copyOf(between), List.copyOf(holes));
    }

    /**
     * A text without what is one bank's alone.
     *
     * @param between one more than there are holes
     * @param holes what stood there
     */
    record Shape(List<String> between, List<String> holes) {

        String filled(UnaryOperator<String> with) {
            StringBuilder text = new StringBuilder(between.getFirst());
            for (int i = 0; i < holes.size(); i++) {
                text.append(with.apply(holes.get(i))).append(between.get(i + 1));
            }
            return text.toString();
        }
    }
}
