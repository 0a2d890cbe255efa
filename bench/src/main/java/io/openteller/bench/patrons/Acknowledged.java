package io.openteller.bench.patrons;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Which messages the platform said it had, eight bytes each: millions of them must fit. Two that differ fall together once in
 * 2^64 pairs.
 */
public final class Acknowledged {

    private final Map<UUID, Marks> byBank = new HashMap<>();

    private static final class Marks {
        private long[] marks = new long[1024];
        private int size;
    }

    public synchronized void add(UUID bank, UUID conversation, String clientId, long seq) {
        Marks of = byBank.computeIfAbsent(bank, one -> new Marks());
        if (of.size == of.marks.length) {
            of.marks = Arrays.copyOf(of.marks, of.size * 2);
        }
        of.marks[of.size++] = mark(conversation, clientId, seq);
    }

    /** Sorted; what was acknowledged twice, for it was sent twice, is there once. */
    synchronized long[] of(UUID bank) {
        Marks of = byBank.get(bank);
        return of == null ? new long[0] : Arrays.stream(of.marks, 0, of.size).sorted().distinct().toArray();
    }

    public synchronized long count() {
        return byBank.values().stream().mapToLong(of -> of.size).sum();
    }

    public static long mark(UUID conversation, String clientId, long seq) {
        long mark = conversation.getMostSignificantBits() * 31 + conversation.getLeastSignificantBits();
        for (int i = 0; i < clientId.length(); i++) {
            mark = mark * 1_099_511_628_211L ^ clientId.charAt(i);
        }
        mark = (mark ^ seq) * 0x9E3779B97F4A7C15L;
        return mark ^ mark >>> 29;
    }
}
