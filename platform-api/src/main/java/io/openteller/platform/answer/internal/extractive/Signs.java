package io.openteller.platform.answer.internal.extractive;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** The signs of one sentence. */
record Signs(Map<Sign, Double> values) {

    /** How many alternatives of each sort are told apart; more is as good as that many. */
    private static final double MANY = 3;

    private static final double MANY_ADDED = 4;

    static final Signs NONE = new Signs(Map.of());

    double of(Sign sign) {
        return values.getOrDefault(sign, 0d);
    }

    Map<String, Double> byName() {
        Map<String, Double> named = new HashMap<>();
        values.forEach((sign, value) -> named.put(sign.inWords(), value));
        return named;
    }

    static final class Gathered {

        private final Map<Sign, Double> values = new EnumMap<>(Sign.class);

        Gathered with(Sign sign, double value) {
            values.put(sign, Math.clamp(value, 0, 1));
            return this;
        }

        Gathered with(Contrasts.Told told) {
            return with(Sign.NOT_CONTRARY, 1 - told.against() / MANY)
                    .with(Sign.HEADING_NOT_CONTRARY, 1 - told.againstAbove() / MANY)
                    .with(Sign.SAME_SIDE, told.same() / MANY)
                    .with(Sign.NOTHING_OPEN, 1 - told.lacking() / MANY)
                    .with(Sign.NOTHING_ADDED, 1 - told.beyond() / MANY_ADDED);
        }

        Gathered with(Figures.Fit fit) {
            return with(Sign.SAME_FIGURES, fit == Figures.Fit.SAME ? 1 : 0)
                    .with(Sign.NO_OTHER_FIGURES, fit == Figures.Fit.OTHER ? 0 : 1);
        }

        Gathered with(Alignment.Met alone, Alignment.Met belowHeading) {
            return with(Sign.ALIGNED, alone.all())
                    .with(Sign.ALIGNED_EVENLY, alone.even())
                    .with(Sign.WEAKEST_WORD, alone.weakest())
                    .with(Sign.ALIGNED_BELOW_HEADING, belowHeading.all())
                    .with(Sign.ALIGNED_EVENLY_BELOW_HEADING, belowHeading.even())
                    .with(Sign.WEAKEST_WORD_BELOW_HEADING, belowHeading.weakest());
        }

        Signs done() {
            return new Signs(Map.copyOf(values));
        }
    }
}
