package io.openteller.platform.understanding.internal;

import com.github.pemistahl.lingua.api.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    private static final Pattern ENTRY = Pattern.compile("\"(\\d+)/(\\d+)\":\"([^\"]*)\"");

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
        long[] all = new long[1 << 16];
        int size = 0;
        for (String file : FILES) {
            Matcher entry = ENTRY.matcher(text(folder + file + ".json"));
            while (entry.find()) {
                float logarithm =
                        (float) Math.log(Double.parseDouble(entry.group(1)) / Double.parseDouble(entry.group(2)));
                for (String group : entry.group(3).split(" ")) {
                    if (size == all.length) {
                        all = Arrays.copyOf(all, 2 * size);
                    }
                    all[size++] = (long) hash(group) << Integer.SIZE
                            | Integer.toUnsignedLong(Float.floatToRawIntBits(logarithm));
                }
            }
        }
        long[] sorted = Arrays.copyOf(all, size);
        Arrays.sort(sorted);
        return new LetterStatistics(sorted);
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
        int hash = 0x811C9DC5;
        for (int i = 0; i < group.length(); i++) {
            hash = (hash ^ group.charAt(i)) * 0x01000193;
            hash ^= hash >>> 13;
        }
        return hash * 0x9E3779B1;
    }

    private static String text(String path) {
        try (InputStream in = Objects.requireNonNull(Language.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
