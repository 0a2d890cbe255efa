package io.openteller.bench.risk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts what was expected and what was heard; each kind of each message is one count. */
final class Tally {

    private static final class Count {
        private int right;
        private int missed;
        private int inVain;

        private double recall() {
            return share(right, right + missed);
        }

        private double precision() {
            return share(right, right + inVain);
        }

        /** Nothing asked for and nothing given is without fault. */
        private static double share(int part, int whole) {
            return whole == 0 ? 1 : part / (double) whole;
        }
    }

    private final Count all = new Count();
    private final Map<String, Count> bySignal = new TreeMap<>();

    void add(Set<String> expected, Set<String> heard) {
        Set<String> either = new TreeSet<>(expected);
        either.addAll(heard);
        for (String kind : either) {
            Count one = bySignal.computeIfAbsent(kind, k -> new Count());
            for (Count count : new Count[] {all, one}) {
                if (!heard.contains(kind)) {
                    count.missed++;
                } else if (expected.contains(kind)) {
                    count.right++;
                } else {
                    count.inVain++;
                }
            }
        }
    }

    double recall() {
        return all.recall();
    }

    double precision() {
        return all.precision();
    }

    Map<String, Object> bySignal() {
        Map<String, Object> figures = new LinkedHashMap<>();
        bySignal.forEach((kind, count) -> {
            Map<String, Object> figure = new LinkedHashMap<>();
            figure.put("recall", count.recall());
            figure.put("precision", count.precision());
            figure.put("expected", count.right + count.missed);
            figures.put(kind, figure);
        });
        return figures;
    }
}
