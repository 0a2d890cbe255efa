package io.openteller.platform.guard.internal;

import io.openteller.platform.embedding.WordVectors;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * Labels words: a perceptron over {@link NameFeatures}, what the words mean where they stand, and transitions; averaged over
 * its training, decoded by Viterbi.
 * Label 0 is an ordinary word; of each kind there is one label for the first word and one for those that follow it.
 */
final class NameTagger {

    static final int PERSON = 0;
    static final int PLACE = 1;
    static final int ORGANISATION = 2;
    static final int JOB = 3;
    static final int NATIONALITY = 4;

    private static final int LABELS = 11;
    private static final int SLOTS = 1 << 18;
    private static final int ROUNDS = 6;
    private static final int PASSES = 1;
    private static final float MARGIN = 80;
    /** Length of a word's meaning beside some forty features of length one. */
    private static final float MEANING = 5;

    /** Share of the features that a sentence is learned without. */
    private static final double DROPPED = 0.3;

    private static final float NEVER = -1e9f;

    private final Set<String> vocabulary = new HashSet<>(WordLists.COMMON);
    private final float[] weights = new float[SLOTS * LABELS];
    private final float[] moves = new float[LABELS * LABELS];

    private final float[] senses = new float[LABELS * WordVectors.DIMENSIONS];
    private final WordVectors vectors;
    private final Phones phones = new Phones();

    private NameTagger(WordVectors vectors) {
        this.vectors = vectors;
    }

    static NameTagger trained(List<TaggedSentence> sentences, WordVectors vectors) {
        NameTagger tagger = new NameTagger(vectors);
        for (TaggedSentence sentence : sentences) {
            for (int i = 0; i < sentence.labels().length; i++) {
                if (sentence.labels()[i] == 0) {
                    tagger.vocabulary.add(sentence.tokens().get(i).text().toLowerCase(Locale.ROOT));
                }
            }
        }
        for (List<String> words : List.of(InventedAddresses.ENDS, InventedAddresses.BEGINNINGS, Inventions.MARKS)) {
            words.forEach(
                    word -> tagger.vocabulary.add(word.toLowerCase(Locale.ROOT).replaceAll("\\W.*", "")));
        }
        tagger.learn(sentences);
        return tagger;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(vocabulary.size());
        for (String word : vocabulary.stream().sorted().toList()) {
            out.writeUTF(word);
        }
        for (float[] part : List.of(weights, moves, senses)) {
            LearntFile.writeSparse(out, part);
        }
    }

    static NameTagger read(DataInputStream in, WordVectors vectors) throws IOException {
        NameTagger tagger = new NameTagger(vectors);
        for (int left = in.readInt(); left > 0; left--) {
            tagger.vocabulary.add(in.readUTF());
        }
        for (float[] part : List.of(tagger.weights, tagger.moves, tagger.senses)) {
            LearntFile.readSparse(in, part);
        }
        return tagger;
    }

    int[] label(String text, List<Token> tokens) {
        return decode(seen(text, tokens), null);
    }

    /** The mean of taggers that saw the sentences in other orders, each without other features. */
    private void learn(List<TaggedSentence> sentences) {
        // On one processor: customers wait for what else is learned at start, and not for this.
        List<Seen> seen = sentences.stream()
                .map(sentence -> seen(sentence.text(), sentence.tokens()))
                .toList();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            // What can never be answered must not be asked: it would push the weights up for ever.
            if (seen.get(i).allows(sentences.get(i).labels())) {
                order.add(i);
            }
        }
        List<float[]> parts = List.of(weights, moves, senses);
        List<float[]> means = parts.stream().map(part -> new float[part.length]).toList();
        for (int pass = 0; pass < PASSES; pass++) {
            parts.forEach(part -> Arrays.fill(part, 0));
            pass(sentences, seen, order, new Random(5 + pass));
            for (int part = 0; part < parts.size(); part++) {
                for (int i = 0; i < means.get(part).length; i++) {
                    means.get(part)[i] += parts.get(part)[i] / PASSES;
                }
            }
        }
        for (int part = 0; part < parts.size(); part++) {
            System.arraycopy(means.get(part), 0, parts.get(part), 0, means.get(part).length);
        }
    }

    private void pass(List<TaggedSentence> sentences, List<Seen> seen, List<Integer> order, Random random) {
        float[] weightSums = new float[weights.length];
        float[] moveSums = new float[moves.length];
        float[] senseSums = new float[senses.length];
        int step = 1;
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order, random);
            for (int i : order) {
                step(sentences.get(i).labels(), seen.get(i).thinned(random), weightSums, moveSums, senseSums, step);
                step++;
            }
        }
        average(weights, weightSums, step);
        average(moves, moveSums, step);
        average(senses, senseSums, step);
    }

    private void step(
            int[] right, Seen thinned, float[] weightSums, float[] moveSums, float[] senseSums, int step) {
        int[] guessed = decode(thinned, right);
        for (int t = 0; t < right.length; t++) {
            if (right[t] != guessed[t]) {
                for (int slot : thinned.slots()[t]) {
                    add(weights, weightSums, slot * LABELS + right[t], 1, step);
                    add(weights, weightSums, slot * LABELS + guessed[t], -1, step);
                }
                sense(thinned.meanings()[t], senseSums, right[t], 1, step);
                sense(thinned.meanings()[t], senseSums, guessed[t], -1, step);
            }
            if (t > 0 && (right[t] != guessed[t] || right[t - 1] != guessed[t - 1])) {
                add(moves, moveSums, right[t - 1] * LABELS + right[t], 1, step);
                add(moves, moveSums, guessed[t - 1] * LABELS + guessed[t], -1, step);
            }
        }
    }

    private void sense(float[] meaning, float[] sums, int label, int change, int step) {
        for (int d = 0; d < meaning.length; d++) {
            float by = change * meaning[d];
            senses[label * meaning.length + d] += by;
            sums[label * meaning.length + d] += by * step;
        }
    }

    private float[][] meanings(String text, List<Token> tokens) {
        float[][] meanings = vectors.of(
                text,
                tokens.stream().mapToInt(Token::start).toArray(),
                tokens.stream().mapToInt(Token::end).toArray());
        for (float[] meaning : meanings) {
            for (int d = 0; d < meaning.length; d++) {
                meaning[d] *= MEANING;
            }
        }
        return meanings;
    }

    private static void add(float[] to, float[] sums, int at, int change, int step) {
        to[at] += change;
        sums[at] += change * (float) step;
    }

    private static void average(float[] weights, float[] sums, int steps) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] -= sums[i] / steps;
        }
    }

    /** A text as its features and its words' meanings, and the labels that they may have at all. */
    private record Seen(int[][] slots, float[][] meanings, boolean[][] allowed) {

        /** Without some of its features, so that none of them is relied upon alone. */
        Seen thinned(Random random) {
            int[][] some = new int[slots.length][];
            for (int t = 0; t < some.length; t++) {
                some[t] = Arrays.stream(slots[t])
                        .filter(slot -> random.nextDouble() >= DROPPED)
                        .toArray();
            }
            return new Seen(some, meanings, allowed);
        }

        boolean allows(int[] labels) {
            for (int i = 0; i < labels.length; i++) {
                if (!allowed[i][labels[i]]) {
                    return false;
                }
            }
            return true;
        }
    }

    private Seen seen(String text, List<Token> tokens) {
        boolean[] numbers = numbers(text, tokens);
        NameFeatures features = new NameFeatures(tokens, vocabulary);
        int[][] slots = new int[tokens.size()][];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = features.at(i).stream().mapToInt(NameTagger::slot).toArray();
        }
        boolean[][] allowed = new boolean[slots.length][LABELS];
        for (int i = 0; i < slots.length; i++) {
            allowed[i][0] = true;
            for (int kind = 0; kind <= NATIONALITY && !numbers[i]; kind++) {
                allowed[i][1 + 2 * kind] = features.begins(i, kind);
                allowed[i][2 + 2 * kind] = features.goesOn(i, kind);
            }
        }
        return new Seen(slots, meanings(text, tokens), allowed);
    }

    /** Which words are a telephone number without doubt: the end of an address is often followed by one. */
    private boolean[] numbers(String text, List<Token> tokens) {
        boolean[] numbers = new boolean[tokens.size()];
        phones.find(text, span -> {
            for (int i = 0; span.score() >= Phones.SURE && i < numbers.length; i++) {
                Token token = tokens.get(i);
                numbers[i] |= !token.lineBreak() && token.start() < span.end() && token.end() > span.start();
            }
        });
        return numbers;
    }

    private static int slot(String feature) {
        int hash = feature.hashCode() * 0x9E3779B1;
        return (hash ^ (hash >>> 15)) & (SLOTS - 1);
    }

    private int[] decode(Seen seen, int @org.jspecify.annotations.Nullable [] right) {
        int[][] slots = seen.slots();
        int length = slots.length;
        if (length == 0) {
            return new int[0];
        }
        float[] best = new float[LABELS];
        int[][] from = new int[length][LABELS];
        for (int t = 0; t < length; t++) {
            float[] next = new float[LABELS];
            for (int label = 0; label < LABELS; label++) {
                float score = NEVER;
                for (int before = 0; before < LABELS; before++) {
                    float way = t == 0 ? 0 : best[before] + moves[before * LABELS + label];
                    boolean follows = seen.allowed()[t][label]
                            && (label == 0 || label % 2 == 1 || t > 0 && (before == label || before == label - 1));
                    if (follows && way > score) {
                        score = way;
                        from[t][label] = before;
                    }
                }
                for (int slot : slots[t]) {
                    score += weights[slot * LABELS + label];
                }
                float[] meaning = seen.meanings()[t];
                for (int d = 0; d < meaning.length; d++) {
                    score += senses[label * meaning.length + d] * meaning[d];
                }
                if (right != null && right[t] != label) {
                    score += MARGIN;
                }
                next[label] = score;
            }
            best = next;
        }
        int[] labels = new int[length];
        for (int label = 1; label < LABELS; label++) {
            labels[length - 1] = best[label] > best[labels[length - 1]] ? label : labels[length - 1];
        }
        for (int t = length - 1; t > 0; t--) {
            labels[t - 1] = from[t][labels[t]];
        }
        return labels;
    }
}
