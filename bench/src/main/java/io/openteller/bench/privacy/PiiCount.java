package io.openteller.bench.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Found, missed and found in vain, in all and by kind. */
final class PiiCount {

    private static final class Tally {
        private int found;
        private int missed;
        private int inVain;

        double precision() {
            return found + inVain == 0 ? 1 : (double) found / (found + inVain);
        }

        double recall() {
            return found + missed == 0 ? 1 : (double) found / (found + missed);
        }

        /** Recall counts twice as much as precision: what is missed leaks. */
        double f2() {
            double weighted = 4 * precision() + recall();
            return weighted == 0 ? 0 : 5 * precision() * recall() / weighted;
        }
    }

    private final Tally all = new Tally();
    private final Tally whateverKind = new Tally();
    private final Map<String, Tally> byKind = new TreeMap<>();
    private int exact;
    private int cleanRows;
    private int inVainOnCleanRows;

    void row(List<Marked> expected, List<Marked> found) {
        List<Marked> left = new ArrayList<>(found);
        for (Marked wanted : expected) {
            Marked hit = left.stream()
                    .filter(one -> one.kind().equals(wanted.kind()) && one.covers(wanted))
                    .findFirst()
                    .orElse(null);
            Tally kind = tally(wanted.kind());
            if (hit == null) {
                all.missed++;
                kind.missed++;
            } else {
                left.remove(hit);
                all.found++;
                kind.found++;
                exact += hit.exactly(wanted) ? 1 : 0;
            }
            if (found.stream().anyMatch(wanted::covers)) {
                whateverKind.found++;
            } else {
                whateverKind.missed++;
            }
        }
        for (Marked vain : left) {
            all.inVain++;
            tally(vain.kind()).inVain++;
            whateverKind.inVain += expected.stream().anyMatch(vain::covers) ? 0 : 1;
        }
        if (expected.isEmpty()) {
            cleanRows++;
            inVainOnCleanRows += left.size();
        }
    }

    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("precision", all.precision());
        figures.put("recall", all.recall());
        figures.put("f2", all.f2());
        figures.put("f2WhateverType", whateverKind.f2());
        figures.put("exactRecall", (double) exact / Math.max(1, all.found + all.missed));
        figures.put("falsePositivesPerCleanRow", cleanRows == 0 ? 0.0 : (double) inVainOnCleanRows / cleanRows);
        figures.put("cleanRows", cleanRows);
        return figures;
    }

    Map<String, Object> byType() {
        Map<String, Object> types = new LinkedHashMap<>();
        byKind.forEach((kind, tally) -> types.put(
                kind,
                Map.of(
                        "precision", tally.precision(),
                        "recall", tally.recall(),
                        "f2", tally.f2(),
                        "expected", tally.found + tally.missed)));
        return types;
    }

    private Tally tally(String kind) {
        return byKind.computeIfAbsent(kind, none -> new Tally());
    }
}
