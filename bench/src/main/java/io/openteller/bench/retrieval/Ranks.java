package io.openteller.bench.retrieval;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Mean figures over queries, each a list of documents, best first. */
final class Ranks {

    private final List<List<Boolean>> hits = new ArrayList<>();
    private final List<Integer> relevant = new ArrayList<>();

    void add(List<String> found, Set<String> wanted) {
        hits.add(found.stream().map(wanted::contains).toList());
        relevant.add(wanted.size());
    }

    /** Share of what is relevant that is among the first. */
    double recall(int first) {
        return mean(query -> count(query, first) / (double) relevant.get(query));
    }

    /** Of one query, for how much the mean hangs on it. */
    double recall(int query, int first) {
        return count(query, first) / (double) relevant.get(query);
    }

    double reciprocalRank() {
        return mean(query -> {
            int at = hits.get(query).indexOf(true);
            return at < 0 ? 0 : 1.0 / (at + 1);
        });
    }

    double gain(int first) {
        return mean(query -> {
            double gain = 0;
            double best = 0;
            for (int i = 0; i < first; i++) {
                double worth = Math.log(2) / Math.log(i + 2);
                gain += i < hits.get(query).size() && hits.get(query).get(i) ? worth : 0;
                best += i < relevant.get(query) ? worth : 0;
            }
            return gain / best;
        });
    }

    int size() {
        return hits.size();
    }

    private long count(int query, int first) {
        return hits.get(query).stream().limit(first).filter(hit -> hit).count();
    }

    private double mean(java.util.function.IntToDoubleFunction figure) {
        double sum = 0;
        for (int query = 0; query < hits.size(); query++) {
            sum += figure.applyAsDouble(query);
        }
        return sum / hits.size();
    }
}
