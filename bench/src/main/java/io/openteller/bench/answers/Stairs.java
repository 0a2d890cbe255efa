package io.openteller.bench.answers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** From what a curve says to how often that was right: equal parts, counted, and joined where they would go down. */
final class Stairs {

    private Stairs() {}

    /** @param share of these that was right, drawn half a case towards the middle because there are few */
    record Stair(double raw, double share, int cases) {

        Stair with(Stair other) {
            double all = (double) cases + other.cases;
            return new Stair(
                    (raw * cases + other.raw * other.cases) / all,
                    (share * cases + other.share * other.cases) / all,
                    cases + other.cases);
        }
    }

    /** What a curve that had not seen an example said of it. */
    record Said(double raw, boolean right) {}

    static List<Stair> of(List<Said> said, int parts) {
        List<Said> sorted = said.stream().sorted(Comparator.comparingDouble(Said::raw)).toList();
        List<Stair> stairs = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            List<Said> some = sorted.subList(part * sorted.size() / parts, (part + 1) * sorted.size() / parts);
            if (!some.isEmpty()) {
                add(stairs, counted(some));
            }
        }
        return List.copyOf(stairs);
    }

    private static Stair counted(List<Said> some) {
        double right = some.stream().filter(Said::right).count();
        double raw = some.stream().mapToDouble(Said::raw).average().orElse(0);
        return new Stair(raw, (right + 0.5) / (some.size() + 1), some.size());
    }

    private static void add(List<Stair> stairs, Stair next) {
        Stair last = next;
        while (!stairs.isEmpty() && stairs.getLast().share() > last.share()) {
            last = stairs.removeLast().with(last);
        }
        stairs.add(last);
    }
}
