package io.openteller.platform.knowledge.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What each of a bank's documents is about. Not for several threads at once. */
final class WordBook {

    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<String, Integer> documentsWith = new HashMap<>();

    /** @param terms of its newest version, with how often they occur */
    record Entry(Label label, Map<String, Integer> terms) {}

    /** @param at when the newest version was written, to see that it was written again */
    record Label(String slug, int version, Instant at, String category, List<String> tags) {

        private boolean sameText(Label other) {
            return version == other.version && at.equals(other.at);
        }
    }

    /** Brings the book up to date; only documents that are new or written again are read. */
    void follow(List<Label> now, Function<Label, Map<String, Integer>> read) {
        Map<String, Label> wanted = new HashMap<>();
        now.forEach(label -> wanted.put(label.slug(), label));
        List.copyOf(entries.keySet()).stream()
                .filter(slug -> !wanted.containsKey(slug))
                .forEach(this::remove);
        for (Label label : now) {
            Entry old = entries.get(label.slug());
            if (old != null && old.label().sameText(label)) {
                entries.put(label.slug(), new Entry(label, old.terms()));
            } else {
                remove(label.slug());
                put(new Entry(label, read.apply(label)));
            }
        }
    }

    void put(Entry entry) {
        entries.put(entry.label().slug(), entry);
        entry.terms().keySet().forEach(term -> documentsWith.merge(term, 1, Integer::sum));
    }

    private void remove(String slug) {
        Entry old = entries.remove(slug);
        if (old != null) {
            old.terms().keySet().forEach(term -> documentsWith.merge(term, -1, Integer::sum));
        }
    }

    /** The others, seen from a document. */
    List<Entry> without(String slug) {
        return entries.values().stream()
                .filter(entry -> !entry.label().slug().equals(slug))
                .toList();
    }

    /** How much a term says: little if many documents have it. */
    double weight(String term) {
        return Math.log((1.0 + entries.size()) / (1.0 + documentsWith.getOrDefault(term, 0))) + 0.1;
    }

    /** In so many of the bank's documents that it tells none from another. */
    boolean common(String term) {
        return entries.size() >= 8 && documentsWith.getOrDefault(term, 0) > entries.size() / 3;
    }
}
