package io.openteller.bench;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts of what was expected against what was found. */
public final class Confusion {

    private record Pair(String expected, String found) {}

    private final Map<Pair, Integer> counts = new HashMap<>();
    private int all;
    private int right;

    public void add(String expected, String found) {
        counts.merge(new Pair(expected, found), 1, Integer::sum);
        all++;
        right += expected.equals(found) ? 1 : 0;
    }

    public double accuracy() {
        return all == 0 ? 0 : right / (double) all;
    }

    /** For each expected label the share that was found. */
    public Map<String, Double> recall() {
        Map<String, Double> recall = new TreeMap<>();
        expected().forEach(label -> recall.put(label, share(label, sum(label, true))));
        return recall;
    }

    /** The mean of the labels' F1, over the labels that were expected or found. */
    public double macroF1() {
        TreeSet<String> labels = new TreeSet<>(expected());
        counts.keySet().forEach(pair -> labels.add(pair.found()));
        return labels.stream()
                .mapToDouble(label -> 2.0 * hits(label) / (sum(label, true) + sum(label, false)))
                .average()
                .orElse(0);
    }

    /** The pairs that were mistaken most often. */
    public Table mistakes(int most) {
        List<List<String>> rows = counts.entrySet().stream()
                .filter(entry -> !entry.getKey().expected().equals(entry.getKey().found()))
                .sorted(Map.Entry.<Pair, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().toString()))
                .limit(most)
                .map(entry -> List.of(entry.getKey().expected(), entry.getKey().found(), "" + entry.getValue()))
                .toList();
        return new Table(List.of("expected", "found", "times"), rows);
    }

    private TreeSet<String> expected() {
        TreeSet<String> labels = new TreeSet<>();
        counts.keySet().forEach(pair -> labels.add(pair.expected()));
        return labels;
    }

    private double share(String label, int of) {
        return of == 0 ? 0 : hits(label) / (double) of;
    }

    private int hits(String label) {
        return counts.getOrDefault(new Pair(label, label), 0);
    }

    private int sum(String label, boolean expected) {
        return counts.entrySet().stream()
                .filter(entry -> label.equals(expected ? entry.getKey().expected() : entry.getKey().found()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
