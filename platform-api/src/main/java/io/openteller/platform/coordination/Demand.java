package io.openteller.platform.coordination;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** How much each bank began lately, and which take much more than their share. Safe for one thread at a time. */
final class Demand {

    /** Each tenth of a second, so that half is forgotten after two seconds. */
    private static final double KEPT = Math.pow(0.5, 0.05);

    /** Who began nothing for some five seconds is not there to share with. */
    private static final double GONE = 0.2;

    /** Twenty within three seconds: fewer hurt nobody. */
    private static final double MANY = 20;

    private static final double MUCH_MORE = 1.5;

    private final Map<UUID, Double> begun = new HashMap<>();
    private Set<UUID> greedy = Set.of();

    void begun(UUID bank) {
        begun.merge(bank, 1.0, Double::sum);
    }

    boolean isGreedy(UUID bank) {
        return greedy.contains(bank);
    }

    boolean isAnyGreedy() {
        return !greedy.isEmpty();
    }

    /** To be called ten times a second. @return whether any bank takes half as much again as an equal share, and more */
    boolean look() {
        begun.replaceAll((bank, count) -> count * KEPT);
        begun.values().removeIf(count -> count < GONE);
        double equal = begun.values().stream().mapToDouble(Double::doubleValue).average().orElse(0);
        Set<UUID> found = new HashSet<>();
        begun.forEach((bank, count) -> {
            if (begun.size() > 1 && count > MANY && count > MUCH_MORE * equal) {
                found.add(bank);
            }
        });
        greedy = found;
        return !found.isEmpty();
    }
}
