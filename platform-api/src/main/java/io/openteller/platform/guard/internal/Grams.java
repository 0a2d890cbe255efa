package io.openteller.platform.guard.internal;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A text as its words, pairs of words and groups of letters, in a fixed number of slots. */
final class Grams {

    static final int SLOTS = 1 << 18;

    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]+(?:['’][\\p{L}]+)?|[^\\s\\p{L}\\p{M}\\p{Nd}]");
    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;

    private final Map<Integer, Float> weights = new HashMap<>();
    private final Map<String, Integer> words = new LinkedHashMap<>();

    /** @param letters how much letter groups count beside words */
    static Grams of(String text, double letters) {
        Grams grams = new Grams();
        grams.add("", text, letters);
        grams.normalise();
        return grams;
    }

    /** A message and, apart from it, what stood before. */
    static Grams of(String before, String text, double letters) {
        Grams grams = new Grams();
        grams.add("", text, letters);
        grams.add("< ", before, 0);
        grams.normalise();
        return grams;
    }

    Map<Integer, Float> weights() {
        return weights;
    }

    /** What of it can be shown to a person, with its slot. */
    Map<String, Integer> words() {
        return words;
    }

    static List<String> tokens(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return WORD.matcher(plain).results().map(found -> found.group()).toList();
    }

    private void add(String mark, String text, double letters) {
        List<String> tokens = tokens(text);
        for (int i = 0; i < tokens.size(); i++) {
            String word = tokens.get(i);
            count(mark + "w " + word, 1, mark.isEmpty() ? word : null);
            if (i > 0) {
                String pair = tokens.get(i - 1) + " " + word;
                count(mark + "p " + pair, 1, mark.isEmpty() ? pair : null);
            }
            if (i > 1) {
                count(mark + "t " + tokens.get(i - 2) + " " + tokens.get(i - 1) + " " + word, 0.7, null);
            }
            String padded = " " + word + " ";
            for (int length = SHORTEST; letters > 0 && length <= LONGEST; length++) {
                for (int from = 0; from + length <= padded.length(); from++) {
                    count("c " + padded.substring(from, from + length), letters, null);
                }
            }
        }
    }

    private void count(String gram, double weight, @org.jspecify.annotations.Nullable String shown) {
        int hash = gram.hashCode() * 0x9E3779B1;
        int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
        weights.put(slot, (float) weight);
        if (shown != null) {
            words.put(shown, slot);
        }
    }

    private void normalise() {
        double sum = 0;
        for (float weight : weights.values()) {
            sum += weight * weight;
        }
        float norm = (float) Math.sqrt(Math.max(sum, 1e-9));
        weights.replaceAll((slot, weight) -> weight / norm);
    }
}
