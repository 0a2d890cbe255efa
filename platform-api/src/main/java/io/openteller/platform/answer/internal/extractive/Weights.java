package io.openteller.platform.answer.internal.extractive;

import java.util.HashMap;
import java.util.Map;

/** A weighted sum of named parts. */
record Weights(Map<String, Double> byName, double bias) {

    /** @param path lines of {@code weight name value} and {@code bias value}, and of {@code level}, which {@link Calibration} reads */
    static Weights at(String path) {
        Map<String, Double> weights = new HashMap<>();
        double bias = 0;
        for (String line : ResourceText.lines(path)) {
            String[] words = line.split("\\s+");
            switch (words[0]) {
                case "weight" -> weights.put(words[1].replace('_', ' '), Double.parseDouble(words[2]));
                case "bias" -> bias = Double.parseDouble(words[1]);
                case "level" -> {}
                default -> throw new IllegalStateException(path + ": " + line);
            }
        }
        return new Weights(Map.copyOf(weights), bias);
    }

    double of(String name) {
        return byName.getOrDefault(name, 0d);
    }

    double sum(Signs signs) {
        double sum = bias;
        for (var sign : signs.values().entrySet()) {
            sum += of(sign.getKey().inWords()) * sign.getValue();
        }
        return sum;
    }
}
