package io.openteller.platform.answer.internal.extractive;

import io.openteller.platform.answer.Confidence;
import io.openteller.platform.answer.Confidence.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * From the parts of a confidence to how often answers with such parts are right: a weighted sum through a logistic curve, then
 * one of a few levels, each with the share that was counted. More levels would promise more than some hundred questions can show.
 * The numbers are in {@code resources/answer}, with where they come from.
 */
final class Calibration {

    private static final List<String> MUSTS = List.of("own bank", "kind of answer");

    private final Weights weights;
    /** The raw figure from which each counts, rising, and its share. */
    private final List<double[]> levels;

    /** @param path lines of {@code weight name value}, {@code bias value} and, rising, {@code level raw share} */
    Calibration(String path) {
        weights = Weights.at(path);
        levels = ResourceText.lines(path).stream()
                .map(line -> line.split("\\s+"))
                .filter(words -> words[0].equals("level"))
                .map(words -> new double[] {Double.parseDouble(words[1]), Double.parseDouble(words[2])})
                .toList();
    }

    Confidence of(List<Part> parts) {
        double sum = weights.bias();
        for (Part part : parts) {
            sum += weights.of(part.name()) * part.value();
        }
        double raw = 1 / (1 + Math.exp(-sum));
        List<Part> all = new ArrayList<>(parts);
        all.add(new Part("raw", raw));
        // Another bank's, or without anything of the kind that was asked for: no other part makes up for that.
        boolean elsewhere = parts.stream().anyMatch(part -> MUSTS.contains(part.name()) && part.value() == 0);
        return new Confidence(elsewhere ? 0 : level(raw), List.copyOf(all));
    }

    /** The share of the highest level that is reached. */
    private double level(double raw) {
        double share = levels.isEmpty() ? raw : 0;
        for (double[] level : levels) {
            if (raw >= level[0]) {
                share = level[1];
            }
        }
        return share;
    }
}
