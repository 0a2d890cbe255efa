package io.openteller.bench.answers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * From what a curve says to how often that was right, in few levels: the best that are right nearly always, and the rest in equal
 * parts, joined where they would go down.
 */
final class Levels {

    /** So often must the highest level have been right; it is the one that is said. */
    static final double SURE = 0.96;

    static final int PARTS_BELOW = 3;

    private Levels() {}

    /**
     * @param raw from here on
     * @param share of these that was right, drawn half a case towards the middle because there are few
     */
    record Level(double raw, double share, int cases) {

        Level with(Level above) {
            int all = cases + above.cases;
            return new Level(raw, (share * cases + above.share * above.cases) / all, all);
        }
    }

    /** What a curve that had not seen an example said of it. */
    record Said(double raw, boolean right) {}

    /** Rising, the first from 0. */
    static List<Level> of(List<Said> said) {
        List<Said> sorted = said.stream().sorted(Comparator.comparingDouble(Said::raw)).toList();
        int below = sorted.size() - sure(sorted);
        List<Level> levels = new ArrayList<>();
        for (int part = 0; part < PARTS_BELOW; part++) {
            add(levels, sorted.subList(part * below / PARTS_BELOW, (part + 1) * below / PARTS_BELOW));
        }
        add(levels, sorted.subList(below, sorted.size()));
        return List.copyOf(levels);
    }

    /** The most that one can take from the top and still be right often enough. */
    private static int sure(List<Said> sorted) {
        int most = 0;
        int right = 0;
        for (int taken = 1; taken <= sorted.size(); taken++) {
            right += sorted.get(sorted.size() - taken).right() ? 1 : 0;
            if (right >= SURE * taken) {
                most = taken;
            }
        }
        return most;
    }

    private static void add(List<Level> levels, List<Said> some) {
        if (some.isEmpty()) {
            return;
        }
        double right = some.stream().filter(Said::right).count();
        double from = levels.isEmpty() ? 0 : some.getFirst().raw();
        Level next = new Level(from, (right + 0.5) / (some.size() + 1), some.size());
        while (!levels.isEmpty() && levels.getLast().share() > next.share()) {
            next = levels.removeLast().with(next);
        }
        levels.add(next);
    }
}
