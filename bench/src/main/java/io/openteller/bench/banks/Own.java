package io.openteller.bench.banks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What stands in a copied bank where something of its original's own stood: for the same word always the same. */
final class Own implements UnaryOperator<String> {

    private static final long TIME = 0xFFFF_FFFF_FFFF_F000L;
    private static final long VERSION = 0xF000L;
    private static final long VARIANT = 0xC000_0000_0000_0000L;

    private final UUID bank;
    private final Map<String, String> words;

    /** @param words for all that is no id; ids that are not among them are made */
    Own(UUID bank, Map<String, String> words) {
        this.bank = bank;
        this.words = new HashMap<>(words);
    }

    @Override
    public String apply(String word) {
        return words.computeIfAbsent(word, this::id);
    }

    private String id(String old) {
        UUID was = UUID.fromString(old);
        ByteBuffer mixed = ByteBuffer.wrap(Hashes.sha256((bank + " " + old).getBytes(StandardCharsets.UTF_8)));
        // Ids that begin with a time keep it: newer ones still come after older ones.
        long kept = was.version() == 7 ? TIME : VERSION;
        long high = (was.getMostSignificantBits() & kept) | (mixed.getLong() & ~kept);
        long low = (was.getLeastSignificantBits() & VARIANT) | (mixed.getLong() & ~VARIANT);
        return new UUID(high, low).toString();
    }
}
