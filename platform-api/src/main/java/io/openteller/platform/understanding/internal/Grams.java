package io.openteller.platform.understanding.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words, word pairs and letter groups that were seen in training, and how rare each is.
 *
 * <p>They carry what sentence vectors hardly know: scripts other than Latin, names such as NEFT, typing errors.
 *
 * @param hashes sorted; a gram is its hash, and the place of the hash is its column
 */
record Grams(int[] hashes, float[] rarity) {

    private static final int SHORTEST_GROUP = 3;
    private static final int LONGEST_GROUP = 5;

    /** Of this many letter groups, one that came only once is left out: it can only be learned by heart. */
    private static final int MANY = 20_000;

    static Grams learn(List<String> texts) {
        Map<Integer, Integer> seen = new HashMap<>();
        for (String text : texts) {
            Arrays.stream(both(text)).distinct().forEach(hash -> seen.merge(hash, 1, Integer::sum));
        }
        int least = seen.size() > MANY ? 2 : 1;
        int[] hashes = seen.entrySet().stream()
                .filter(gram -> gram.getValue() >= least)
                .mapToInt(Map.Entry::getKey)
                .sorted()
                .toArray();
        float[] rarity = new float[hashes.length];
        for (int i = 0; i < hashes.length; i++) {
            rarity[i] = (float) (1 + Math.log((1.0 + texts.size()) / (1 + seen.getOrDefault(hashes[i], 0))));
        }
        return new Grams(hashes, rarity);
    }

    int size() {
        return hashes.length;
    }

    /** Length one, half of it words and half letter groups; empty when nothing is known. */
    SparseRow of(String text) {
        List<String> words = Words.of(text);
        SparseRow whole = half(words(words));
        SparseRow groups = half(groups(words));
        int[] at = Arrays.copyOf(whole.at(), whole.at().length + groups.at().length);
        float[] value = Arrays.copyOf(whole.value(), at.length);
        System.arraycopy(groups.at(), 0, at, whole.at().length, groups.at().length);
        System.arraycopy(groups.value(), 0, value, whole.at().length, groups.at().length);
        return new SparseRow(at, value);
    }

    private SparseRow half(int[] grams) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int gram : grams) {
            int at = Arrays.binarySearch(hashes, gram);
            if (at >= 0) {
                counts.merge(at, 1, Integer::sum);
            }
        }
        int[] at = counts.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        float[] value = new float[at.length];
        double squares = 0;
        for (int i = 0; i < at.length; i++) {
            value[i] = (float) (1 + Math.log(counts.getOrDefault(at[i], 1))) * rarity[at[i]];
            squares += value[i] * value[i];
        }
        for (int i = 0; i < at.length; i++) {
            value[i] = (float) (value[i] / Math.sqrt(2 * squares));
        }
        return new SparseRow(at, value);
    }

    private static int[] both(String text) {
        List<String> words = Words.of(text);
        int[] whole = words(words);
        int[] groups = groups(words);
        int[] all = Arrays.copyOf(whole, whole.length + groups.length);
        System.arraycopy(groups, 0, all, whole.length, groups.length);
        return all;
    }

    private static int[] words(List<String> words) {
        int[] grams = new int[Math.max(0, 2 * words.size() - 1)];
        for (int i = 0; i < words.size(); i++) {
            grams[i] = hash('w', words.get(i), 0, words.get(i).length());
            if (i > 0) {
                String pair = words.get(i - 1) + " " + words.get(i);
                grams[words.size() + i - 1] = hash('w', pair, 0, pair.length());
            }
        }
        return grams;
    }

    private static int[] groups(List<String> words) {
        int[] grams = new int[words.stream().mapToInt(word -> 3 * (word.length() + 2)).sum()];
        int size = 0;
        for (String bare : words) {
            String word = " " + bare + " ";
            for (int length = SHORTEST_GROUP; length <= LONGEST_GROUP; length++) {
                for (int from = 0; from + length <= word.length(); from++) {
                    grams[size++] = hash('g', word, from, from + length);
                }
            }
        }
        return Arrays.copyOf(grams, size);
    }

    private static int hash(char kind, String text, int from, int to) {
        int hash = 0x811C9DC5 ^ kind;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * 0x01000193;
        }
        return hash ^ (hash >>> 15);
    }
}
