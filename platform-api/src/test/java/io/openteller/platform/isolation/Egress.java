package io.openteller.platform.isolation;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Everything that leaves the platform, and for whom. Each bank has a word that stands in its rows alone; where it comes out
 * for anybody else, in whatever spelling, there is a hole in the wall.
 */
public final class Egress {

    /** The ways out. */
    public enum Way {
        HTTP,
        STREAM,
        PROMPT,
        PLUGIN,
        EXPORT,
        REDIS,
        LOG,
        METRICS
    }

    private record Piece(Way way, @Nullable String bank, String text) {}

    /** One word of a bank in something that was not for it. */
    public record Leak(Way way, @Nullable String seenBy, String wordOf) {}

    private final Map<String, Set<String>> spellings = new TreeMap<>();
    private final Collection<Piece> pieces = new ConcurrentLinkedQueue<>();

    /** The word of a bank. */
    public static String word(String slug) {
        return "cnry%08dx".formatted(Math.floorMod(slug.hashCode() * 2_654_435_761L, 100_000_000L));
    }

    /** From now on this bank's word is looked for. */
    public String watch(String slug) {
        String word = word(slug);
        spellings.put(slug, spelled(word));
        return word;
    }

    /** @param bank whom it is for; null if it is for whoever runs the platform, who must see no bank's words */
    public void left(Way way, @Nullable String bank, String text) {
        pieces.add(new Piece(way, bank, text));
    }

    public Set<Leak> leaks() {
        Set<Leak> leaks = new HashSet<>();
        for (Piece piece : pieces) {
            String text = piece.text().toLowerCase(Locale.ROOT);
            spellings.forEach((bank, words) -> {
                // Base64 keeps its capitals; everything else may have lost them.
                if (!bank.equals(piece.bank())
                        && words.stream().anyMatch(word -> text.contains(word) || piece.text().contains(word))) {
                    leaks.add(new Leak(piece.way(), piece.bank(), bank));
                }
            });
        }
        return leaks;
    }

    /** How often something left each way with its own bank's word in it: what shows that the way is watched. */
    public Map<Way, Integer> own() {
        Map<Way, Integer> own = new EnumMap<>(Way.class);
        for (Piece piece : pieces) {
            if (piece.bank() != null && spellings.get(piece.bank()).stream().anyMatch(piece.text()::contains)) {
                own.merge(piece.way(), 1, Integer::sum);
            }
        }
        return own;
    }

    /** How much left each way. */
    public Map<Way, Integer> lengths() {
        Map<Way, Integer> lengths = new EnumMap<>(Way.class);
        pieces.forEach(piece -> lengths.merge(piece.way(), piece.text().length(), Integer::sum));
        return lengths;
    }

    private static Set<String> spelled(String word) {
        Set<String> all = new TreeSet<>();
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        all.add(word);
        all.add(new StringBuilder(word).reverse().toString());
        all.add(HexFormat.of().formatHex(bytes));
        // In the middle of something longer a word has one of three spellings, and shares bits with its neighbours.
        for (String front : List.of("", "a", "ab")) {
            byte[] longer = (front + word).getBytes(StandardCharsets.UTF_8);
            String spelled = Base64.getEncoder().withoutPadding().encodeToString(longer);
            all.add(spelled.substring((front.length() * 8 + 5) / 6, spelled.length() - 1));
        }
        return all;
    }
}
