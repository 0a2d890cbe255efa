package io.openteller.platform.understanding.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Evidence that a message is Hindi in Latin letters, from the words of {@code roman-hindi.txt}. */
final class RomanHindi {

    private enum Evidence {
        CLEAR,
        SHARED
    }

    /** Most nouns of a banking message may be English (balance, transfer, limit), and it is Hindi all the same. */
    private static final double ENOUGH = 0.18;

    private final Map<String, Evidence> words = new HashMap<>();

    RomanHindi() {
        for (String line : ResourceLines.of("roman-hindi.txt")) {
            if (!line.startsWith("#")) {
                String[] parts = line.split("\t", 2);
                words.put(parts[1], Evidence.valueOf(parts[0]));
            }
        }
    }

    /** Over 0.5 when the message is more likely romanised Hindi than anything else. */
    double confidence(List<String> message) {
        long clear = message.stream().filter(word -> words.get(word) == Evidence.CLEAR).count();
        long shared =
                message.stream().filter(word -> words.get(word) == Evidence.SHARED).count();
        double share = (clear + 0.5 * shared) / Math.max(1, message.size());
        return clear == 0 ? 0 : Math.min(0.99, share / (2 * ENOUGH));
    }
}
