package io.openteller.platform.answer.internal.extractive;

import io.openteller.platform.answer.Confidence;
import io.openteller.platform.answer.Confidence.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * From the parts of a confidence to how often answers with such parts are right: a weighted sum through a logistic curve,
 * then a staircase of what was counted. The numbers are in {@code resources/answer}, with where they come from.
 */
final class Calibration {

    private static final List<String> MUSTS = List.of("own bank", "kind of answer");

    private final Map<String, Double> weights = new HashMap<>();
    private final List<double[]> stairs = new ArrayList<>();
    private double bias;

    /** @param path lines of {@code weight name value}, {@code bias value} and {@code stair raw share} */
    Calibration(String path) {
        for (String line : ResourceText.lines(path)) {
            String[] words = line.split("\\s+");
            switch (words[0]) {
                case "weight" -> weights.put(words[1], Double.parseDouble(words[2]));
                case "bias" -> bias = Double.parseDouble(words[1]);
                case "stair" -> stairs.add(new double[] {Double.parseDouble(words[1]), Double.parseDouble(words[2])});
                default -> throw new IllegalStateException(path + ": " + line);
            }
        }
    }

    Confidence of(List<Part> parts) {
        double sum = bias;
        for (Part part : parts) {
            sum += weights.getOrDefault(part.name().replace(' ', '_'), 0d) * part.value();
        }
        double raw = 1 / (1 + Math.exp(-sum));
        List<Part> all = new ArrayList<>(parts);
        all.add(new Part("raw", raw));
        // Another bank's, or without anything of the kind that was asked for: no other part makes up for that.
        boolean elsewhere = parts.stream().anyMatch(part -> MUSTS.contains(part.name()) && part.value() == 0);
        return new Confidence(elsewhere ? 0 : onStairs(raw), List.copyOf(all));
    }

    /** Straight lines between the stairs. */
    private double onStairs(double raw) {
        if (stairs.isEmpty()) {
            return raw;
        }
        double[] before = stairs.getFirst();
        for (double[] stair : stairs) {
            if (raw <= stair[0]) {
                double wide = stair[0] - before[0];
                return wide <= 0 ? stair[1] : before[1] + (stair[1] - before[1]) * (raw - before[0]) / wide;
            }
            before = stair;
        }
        return before[1];
    }
}
