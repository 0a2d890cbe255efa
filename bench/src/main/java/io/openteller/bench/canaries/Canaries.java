package io.openteller.bench.canaries;

import io.openteller.bench.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What was read on every way, and the words that were in it: a bank's own ones show that somebody reads, others are leaks. */
public final class Canaries {

    private static final int KEPT = 50;

    /** Of one way. */
    private static final class Count {
        private final LongAdder bytes = new LongAdder();
        private final LongAdder own = new LongAdder();
        private final LongAdder foreign = new LongAdder();
    }

    private final Map<Way, Count> counts = new EnumMap<>(Way.class);
    private final Map<String, String> words = new ConcurrentHashMap<>();
    private final List<String> leaks = new ArrayList<>();

    public Canaries() {
        for (Way way : Way.values()) {
            counts.put(way, new Count());
        }
    }

    /** @param bank whom it is for; null if it is for whoever runs the platform, who must see nobody's words */
    public Reading reading(Way way, @Nullable String bank) {
        return new Reading(this, way, () -> bank);
    }

    /** @param bank asked when there is a word in it */
    public Reading reading(Way way, Supplier<@Nullable String> bank) {
        return new Reading(this, way, bank);
    }

    /** Something whole. */
    public void left(Way way, @Nullable String bank, String text) {
        reading(way, bank).whole(text);
    }

    void read(Way way, int bytes) {
        count(way).bytes.add(bytes);
    }

    void candidate(Way way, Supplier<@Nullable String> reader, String word) {
        if (!Canary.isOne(word)) {
            return;
        }
        String bank = reader.get();
        if (bank != null && word.equals(words.computeIfAbsent(bank, Canary::of))) {
            count(way).own.increment();
            return;
        }
        count(way).foreign.increment();
        synchronized (leaks) {
            String leak = way + ": " + (bank == null ? "whoever runs the platform" : bank) + " was shown " + word;
            if (leaks.size() < KEPT && !leaks.contains(leak)) {
                leaks.add(leak);
            }
        }
    }

    private Count count(Way way) {
        return Objects.requireNonNull(counts.get(way));
    }

    /** Foreign words on all ways. */
    public long foreign() {
        return counts.values().stream().mapToLong(count -> count.foreign.sum()).sum();
    }

    public long foreign(Way way) {
        return count(way).foreign.sum();
    }

    public long own(Way way) {
        return count(way).own.sum();
    }

    public long bytes(Way way) {
        return count(way).bytes.sum();
    }

    /** The first of them, each once: on which way, to whom, and what. */
    public List<String> leaks() {
        synchronized (leaks) {
            return List.copyOf(leaks);
        }
    }

    /** Those of these ways on which nothing was read, or no bank saw its own word: a hole would not have been seen there. */
    public List<Way> blind(Iterable<Way> ways) {
        List<Way> blind = new ArrayList<>();
        for (Way way : ways) {
            if (bytes(way) == 0 || way.isOfBanks() && own(way) == 0) {
                blind.add(way);
            }
        }
        return blind;
    }

    public Table table() {
        List<List<String>> rows = new ArrayList<>();
        counts.forEach((way, count) -> rows.add(List.of(
                way.what(), "" + count.bytes.sum(), way.isOfBanks() ? "" + count.own.sum() : "-", "" + count.foreign.sum())));
        return new Table(List.of("what left the platforms", "bytes read", "own words", "foreign words"), rows);
    }
}
