package io.openteller.platform.understanding.internal;

import com.github.pemistahl.lingua.api.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How often groups of one to five letters occur in a language, from the files of lingua. Each group is four bytes of its hash and
 * four of its logarithm: some 1.5 MB a language, where lingua's own tables take 20.
 */
final class LetterStatistics {

    static final int LONGEST = 5;

    /** What a letter counts for that the language does not write. */
    private static final double FOREIGN = Math.log(1e-6);

    private static final List<String> FILES =
            List.of("unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams");

    private final int[] hashes;
    private final float[] logarithms;

    private LetterStatistics(long[] sorted) {
        hashes = new int[sorted.length];
        logarithms = new float[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            hashes[i] = (int) (sorted[i] >> Integer.SIZE);
            logarithms[i] = Float.intBitsToFloat((int) sorted[i]);
        }
    }

    static LetterStatistics of(Language language) {
        String folder = "/language-models/" + language.getIsoCode639_1().toString().toLowerCase(Locale.ROOT) + "/";
        Groups all = new Groups();
        FILES.forEach(file -> all.read(text(folder + file + ".json")));
        return new LetterStatistics(all.sorted());
    }

    /** Hash and logarithm of each group, as they are read. A language has some hundred thousand, in 4 MB of text, while a customer waits. */
    private static final class Groups {

        private long[] all = new long[1 << 16];
        private int size;

        /** @param json whose entries are {@code "3/1250":"th he in"}: how often each of these groups occurs */
        void read(String json) {
            for (int slash = json.indexOf('/'); slash >= 0; ) {
                int key = json.lastIndexOf('"', slash) + 1;
                int keyEnd = json.indexOf('"', slash);
                int value = json.indexOf('"', keyEnd + 1) + 1;
                int end = json.indexOf('"', value);
                double share = Double.parseDouble(json.substring(key, slash)) / Double.parseDouble(json.substring(slash + 1, keyEnd));
                add(json, value, end, (float) Math.log(share));
                slash = json.indexOf('/', end);
            }
        }

        private void add(String json, int from, int end, float logarithm) {
            for (int begin = from; begin < end; ) {
                int space = json.indexOf(' ', begin, end);
                int stop = space < 0 ? end : space;
                if (size == all.length) {
                    all = Arrays.copyOf(all, 2 * size);
                }
                all[size++] = (long) hash(json, begin, stop) << Integer.SIZE
                        | Integer.toUnsignedLong(Float.floatToRawIntBits(logarithm));
                begin = stop + 1;
            }
        }

        long[] sorted() {
            long[] sorted = Arrays.copyOf(all, size);
            Arrays.sort(sorted);
            return sorted;
        }
    }

    /** Logarithm of how likely the letters follow each other; of what was never seen, that of its beginning. */
    double of(String letters) {
        for (int length = letters.length(); length > 0; length--) {
            int at = Arrays.binarySearch(hashes, hash(letters.substring(0, length)));
            if (at >= 0) {
                return logarithms[at];
            }
        }
        return FOREIGN;
    }

    boolean knows(String letter) {
        return Arrays.binarySearch(hashes, hash(letter)) >= 0;
    }

    private static int hash(String group) {
        return hash(group, 0, group.length());
    }

    private static int hash(String text, int from, int to) {
        int hash = 0x811C9DC5;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * 0x01000193;
            hash ^= hash >>> 13;
        }
        return hash * 0x9E3779B1;
    }

    /** Empty where there is no such file: of a language with a script of its own a part may be left out. */
    private static String text(String path) {
        try (InputStream in = Language.class.getResourceAsStream(path)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
