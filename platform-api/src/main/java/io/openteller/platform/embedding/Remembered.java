package io.openteller.platform.embedding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** Each of several; what is not known of them is worked out together, each text once. @param work one result for each text, in order */
    public List<T> of(List<String> texts, Function<List<String>, List<T>> work) {
        List<TextHash> hashes = texts.stream().map(TextHash::of).toList();
        Map<TextHash, T> found = new HashMap<>(known.getAllPresent(hashes));
        Map<TextHash, String> missing = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            if (!found.containsKey(hashes.get(i))) {
                missing.put(hashes.get(i), texts.get(i));
            }
        }
        if (!missing.isEmpty()) {
            Iterator<T> made = work.apply(List.copyOf(missing.values())).iterator();
            missing.keySet().forEach(hash -> found.put(hash, kept(hash, made.next())));
        }
        return hashes.stream().map(hash -> Objects.requireNonNull(found.get(hash))).toList();
    }

    public T of(TextHash texts, Supplier<T> work) {
        T before = known.getIfPresent(texts);
        if (before != null) {
            return before;
        }
        return kept(texts, work.get());
    }

    private T kept(TextHash texts, T now) {
        if (keeps.test(now)) {
            known.put(texts, now);
        }
        return now;
    }
}
