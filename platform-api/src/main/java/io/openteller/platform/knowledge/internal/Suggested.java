package io.openteller.platform.knowledge.internal;

import io.openteller.platform.knowledge.internal.WordBook.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Guesses category and tags of a text from what the bank has already filed.
 *
 * <p>The category is the one that most of the nearest documents have, near by the words they share, each word weighing by how
 * few of the bank's documents have it; a category whose own name occurs in the text gets a vote of its own. Nothing is
 * guessed if the nearest are far or divided. Tags are those the bank uses that occur in the text, and then the words and
 * pairs of words that are frequent here and rare elsewhere.
 */
final class Suggested {

    private static final int NEIGHBOURS = 5;
    private static final double NEAR = 0.02;
    private static final double AGREED = 0.5;
    private static final double NAMED = 0.03;
    private static final int MOST_TAGS = 5;
    private static final int OFTEN = 3;

    private final WordBook book;
    private final Map<String, Integer> terms;
    private final List<Entry> others;

    /** @param slug of the document itself, which proves nothing */
    Suggested(WordBook book, String slug, Map<String, Integer> terms) {
        this.book = book;
        this.terms = terms;
        this.others = book.without(slug);
    }

    private record Neighbour(String category, double near) {}

    Optional<String> category(String unfiled) {
        List<Neighbour> nearest = others.stream()
                .filter(entry -> !entry.label().category().equals(unfiled))
                .map(entry -> new Neighbour(entry.label().category(), near(entry.terms())))
                .filter(one -> one.near() >= NEAR)
                .sorted(Comparator.comparingDouble(Neighbour::near).reversed())
                .limit(NEIGHBOURS)
                .toList();
        Map<String, Double> votes = new HashMap<>();
        nearest.forEach(one -> votes.merge(one.category(), one.near(), Double::sum));
        others.stream().map(entry -> entry.label().category()).distinct().filter(this::named).forEach(name ->
                votes.merge(name, NAMED, Double::sum));
        votes.remove(unfiled);
        double all = votes.values().stream().mapToDouble(Double::doubleValue).sum();
        return votes.entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .filter(best -> best.getValue() >= AGREED * all)
                .map(Map.Entry::getKey);
    }

    /** Cosine of the two documents' words, each weighing what it says. */
    private double near(Map<String, Integer> other) {
        double both = 0;
        for (var term : terms.entrySet()) {
            Integer there = other.get(term.getKey());
            if (there != null) {
                both += value(term.getKey(), term.getValue()) * value(term.getKey(), there);
            }
        }
        return both == 0 ? 0 : both / (length(terms) * length(other));
    }

    private double length(Map<String, Integer> counts) {
        double sum = 0;
        for (var term : counts.entrySet()) {
            double value = value(term.getKey(), term.getValue());
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    private double value(String term, int count) {
        return (1 + Math.log(count)) * book.weight(term);
    }

    private boolean named(String category) {
        return Terms.words(category).stream().allMatch(word -> terms.keySet().stream().anyMatch(term -> alike(term, word)));
    }

    /** One is the other's beginning but for an ending: card and cards. */
    private static boolean alike(String one, String other) {
        String shorter = one.length() < other.length() ? one : other;
        String longer = one.length() < other.length() ? other : one;
        return shorter.length() >= 3 && longer.startsWith(shorter) && longer.length() - shorter.length() <= 1;
    }

    List<String> tags() {
        Set<String> tags = new LinkedHashSet<>(known());
        List<Map.Entry<String, Integer>> own = new ArrayList<>(terms.entrySet());
        own.sort(Comparator.<Map.Entry<String, Integer>>comparingDouble(
                        term -> term.getValue() * book.weight(term.getKey()) * (term.getKey().contains(" ") ? 1.5 : 1))
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()));
        for (var term : own) {
            if (tags.size() >= MOST_TAGS) {
                break;
            }
            if (term.getValue() >= OFTEN && !book.common(term.getKey()) && fresh(tags, term.getKey())) {
                tags.add(term.getKey());
            }
        }
        return tags.stream().limit(MOST_TAGS).toList();
    }

    /** The bank's own tags that occur, those that say most first. */
    private List<String> known() {
        return others.stream()
                .flatMap(entry -> entry.label().tags().stream())
                .distinct()
                .filter(terms::containsKey)
                .filter(tag -> terms.getOrDefault(tag, 0) >= OFTEN && !book.common(tag))
                .sorted(Comparator.<String>comparingDouble(tag -> terms.getOrDefault(tag, 0) * book.weight(tag))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(OFTEN)
                .toList();
    }

    /** Says something that no tag so far says. */
    private static boolean fresh(Set<String> tags, String term) {
        return term.length() >= 3
                && tags.stream().noneMatch(tag -> Terms.words(tag).stream()
                        .anyMatch(word -> Terms.words(term).stream().anyMatch(other -> alike(word, other))));
    }
}
