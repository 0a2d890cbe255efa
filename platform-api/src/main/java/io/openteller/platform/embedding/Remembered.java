package io.openteller.platform.embedding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What was worked out of texts, by what they hash to, for what comes out the same whenever it is asked: customers ask the same again
 * and again, and several rooms look at one message. Bounded; no text is kept. Safe for concurrent use.
 *
 * @param <T> must not be changed, and must not hold what a customer wrote
 */
public final class Remembered<T> {

    private final Cache<TextHash, T> known;
    private final Predicate<T> keeps;

    /** @param keeps what may be kept; the rest is worked out again */
    public Remembered(int most, Predicate<T> keeps) {
        this.known = Caffeine.newBuilder().maximumSize(most).build();
        this.keeps = keeps;
    }

    public Remembered(int most) {
        this(most, all -> true);
    }

    public T of(String text, Function<String, T> work) {
        return of(TextHash.of(text), () -> work.apply(text));
    }

    public T of(TextHash texts, Supplier<T> work) {
        T before = known.getIfPresent(texts);
        if (before != null) {
            return before;
        }
        T now = work.get();
        if (keeps.test(now)) {
            known.put(texts, now);
        }
        return now;
    }
}
