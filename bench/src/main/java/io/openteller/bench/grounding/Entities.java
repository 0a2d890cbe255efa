package io.openteller.bench.grounding;

import io.openteller.bench.grounding.Corpus.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names and the words that tell products apart, mined from the documents themselves. */
final class Entities {

    private static final Pattern NAME = Pattern.compile("(?<=[a-z,] )(?:\\p{Lu}[\\p{L}\\d]+(?: \\p{Lu}[\\p{L}\\d]+){0,3})(?! ?\\d)");
    private static final Pattern PRODUCT = Pattern.compile(
            "(?<![\\p{L}'])(?<kind>[a-z]{3,}(?:-[a-z]+)?) (?<head>cards?|accounts?|loans?|deposits?|transfers?|payments?|cheques?|customers?|withdrawals?|rates?|statements?)\\b");
    private static final Set<String> NOT_KINDS = Set.of("the", "a", "an", "of", "your", "our", "and", "or", "to", "for", "in", "on", "by", "with", "from", "is",
            "are", "this", "that", "each", "any", "all", "new", "no", "per", "other", "their", "its", "both", "these", "those", "most", "some", "make", "another",
            "card", "account", "can", "not", "as", "at", "between", "into", "first", "last", "more", "than", "if", "whose", "one", "two", "three", "such", "every",
            "same", "own", "old", "when", "open", "stop", "missed", "using", "only", "repeat", "regular", "current", "multiple", "existing", "eligible", "bank", "which");
    private static final Pattern CALENDAR = Pattern.compile(
            ".*(?:day|January|February|March|April|May|June|July|August|September|October|November|December)s?");

    private final List<String> names;
    private final Map<String, List<String>> kinds = new TreeMap<>();

    Entities(List<Section> sections) {
        Map<String, Integer> found = new TreeMap<>();
        Map<String, Map<String, Integer>> byHead = new TreeMap<>();
        for (Section section : sections) {
            for (String sentence : section.sentences()) {
                NAME.matcher(sentence).results().map(one -> one.group()).filter(one -> one.length() > 3 && !CALENDAR.matcher(one).matches())
                        .forEach(one -> found.merge(one, 1, Integer::sum));
                for (Matcher product = PRODUCT.matcher(sentence); product.find(); ) {
                    if (!NOT_KINDS.contains(product.group("kind"))) {
                        byHead.computeIfAbsent(head(product), none -> new TreeMap<>()).merge(product.group("kind"), 1, Integer::sum);
                    }
                }
            }
        }
        names = twice(found);
        byHead.forEach((head, all) -> kinds.put(head, twice(all)));
    }

    /** What stands only once is as often no name at all. */
    private static List<String> twice(Map<String, Integer> counts) {
        return counts.entrySet().stream().filter(one -> one.getValue() > 1).map(Map.Entry::getKey).toList();
    }

    Optional<String> swapped(String sentence, Random random) {
        List<String> ways = new ArrayList<>();
        for (Matcher name = NAME.matcher(sentence); name.find(); ) {
            if (names.contains(name.group()) && names.size() > 1) {
                String other = names.get(random.nextInt(names.size()));
                if (!name.group().contains(other) && !other.contains(name.group())) {
                    ways.add(sentence.substring(0, name.start()) + other + sentence.substring(name.end()));
                }
            }
        }
        for (Matcher product = PRODUCT.matcher(sentence); product.find(); ) {
            List<String> others = kinds.getOrDefault(head(product), List.of());
            if (others.contains(product.group("kind")) && others.size() > 1) {
                String other = others.get(random.nextInt(others.size()));
                if (!other.equals(product.group("kind"))) {
                    ways.add(sentence.substring(0, product.start("kind")) + other + sentence.substring(product.end("kind")));
                }
            }
        }
        return ways.isEmpty() ? Optional.empty() : Optional.of(ways.get(random.nextInt(ways.size())));
    }

    private static String head(Matcher product) {
        return product.group("head").replaceFirst("s$", "");
    }
}
