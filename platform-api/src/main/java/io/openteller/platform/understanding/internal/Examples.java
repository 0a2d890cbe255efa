package io.openteller.platform.understanding.internal;

import io.openteller.platform.understanding.IntentTraining;
import io.openteller.platform.understanding.IntentTraining.Example;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What is learned from: the given examples, fewer where there are too many, and names of intents where there are few. */
record Examples(List<String> intents, List<String> texts, int[] labels, float[] weights) {

    /** More would need more memory than a server has to spare: its square, times two, in bytes: half a gigabyte. */
    static final int MOST = 16_000;

    /** Where an intent has fewer examples on average, its name, if it reads as words, says something new. */
    private static final int FEW = 8;

    private static final float NAME_WEIGHT = 0.3f;
    private static final Pattern WORDY = Pattern.compile("\\p{L}{2,}([ _./?-]+[\\p{L}\\p{Nd}]+)*[?]?");

    static Examples of(List<Example> given) {
        Map<String, List<String>> byIntent = new LinkedHashMap<>();
        for (Example example : given) {
            byIntent.computeIfAbsent(example.intent(), name -> new ArrayList<>()).add(example.text());
        }
        List<String> none = byIntent.getOrDefault(IntentTraining.NO_INTENT, List.of());
        byIntent.remove(IntentTraining.NO_INTENT);
        if (byIntent.size() < 2) {
            throw new IllegalArgumentException("at least two intents are needed to tell them apart");
        }
        List<String> intents = List.copyOf(byIntent.keySet());
        var all = new Builder();
        double keep = Math.min(1, MOST / (double) given.size());
        for (int label = 0; label < intents.size(); label++) {
            List<String> texts = byIntent.getOrDefault(intents.get(label), List.of());
            all.add(label, texts, keep);
            if (given.size() < FEW * intents.size() && WORDY.matcher(intents.get(label)).matches()) {
                all.add(label, intents.get(label).replaceAll("[_./?-]+", " ").strip(), NAME_WEIGHT);
            }
        }
        all.add(TrainingSet.NONE, none, keep);
        return all.build(intents);
    }

    static String hash(List<Example> given) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Example example : given) {
                digest.update((example.intent() + '\t' + example.text() + '\n').getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Builder {

        private final List<String> texts = new ArrayList<>();
        private final List<Integer> labels = new ArrayList<>();
        private final List<Float> weights = new ArrayList<>();

        /** @param share of the texts, spread over all of them */
        void add(int label, List<String> some, double share) {
            int kept = (int) Math.ceil(some.size() * share);
            for (int i = 0; i < kept; i++) {
                add(label, some.get(Math.min(some.size() - 1, (int) (i / share))), 1);
            }
        }

        void add(int label, String text, float weight) {
            texts.add(text);
            labels.add(label);
            weights.add(weight);
        }

        Examples build(List<String> intents) {
            float[] flat = new float[weights.size()];
            for (int i = 0; i < flat.length; i++) {
                flat[i] = weights.get(i);
            }
            return new Examples(
                    intents, List.copyOf(texts), labels.stream().mapToInt(Integer::intValue).toArray(), flat);
        }
    }
}
