package io.openteller.platform.understanding.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tribuo.Feature;

/**
 * What the linear model sees of a message: its meaning as a vector, and its words and letter groups.
 *
 * <p>The vector generalises over English wording. The letter groups carry Hindi, in both scripts, and names such as NEFT,
 * which the vector hardly knows; they also survive typing errors.
 */
final class MessageFeatures {

    /** Letter groups share this many slots; the model's size stays the same however much a bank adds. */
    private static final int SLOTS = 1 << 14;

    private static final int SHORTEST_GROUP = 3;
    private static final int LONGEST_GROUP = 4;

    /** Length of the vector beside the length 1 of the letter groups. */
    private static final double MEANING = 1.5;

    private MessageFeatures() {}

    static List<Feature> of(String message, float[] meaning) {
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < meaning.length; i++) {
            features.add(new Feature("m" + i, MEANING * meaning[i]));
        }
        Map<Integer, Double> slots = new HashMap<>();
        List<String> words = Words.of(message);
        for (int i = 0; i < words.size(); i++) {
            count(slots, "w " + words.get(i));
            if (i > 0) {
                count(slots, "b " + words.get(i - 1) + " " + words.get(i));
            }
            String word = " " + words.get(i) + " ";
            for (int length = SHORTEST_GROUP; length <= LONGEST_GROUP; length++) {
                for (int from = 0; from + length <= word.length(); from++) {
                    count(slots, word.substring(from, from + length));
                }
            }
        }
        double norm = Math.sqrt(slots.values().stream().mapToDouble(v -> v * v).sum());
        slots.forEach((slot, value) -> features.add(new Feature("g" + slot, value / norm)));
        return features;
    }

    /** Once is enough: that a word comes twice says nothing more about what is wanted. */
    private static void count(Map<Integer, Double> slots, String group) {
        int hash = group.hashCode() * 0x9E3779B1;
        slots.put(Math.floorMod(hash ^ (hash >>> 15), SLOTS), 1.0);
    }
}
