package io.openteller.platform.retrieval;

import io.openteller.platform.knowledge.AppliesTo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What to look for.
 *
 * @param words a customer's words; need not be well-formed in any way
 * @param of for whom and what: a document speaks of each only if it names it or names none; empty sets ask for nothing
 * @param at the moment whose documents count; null for now
 * @param language only documents in it, BCP 47 without regard to the region; null for any
 * @param by which ways of finding count
 */
public record Query(String words, AppliesTo of, @Nullable Instant at, @Nullable String language, Mode by) {

    /** Both ways together are the product; each alone is for comparison. */
    public enum Mode {
        HYBRID,
        BM25,
        VECTOR
    }

    public Query(String words, AppliesTo of, @Nullable Instant at) {
        this(words, of, at, null, Mode.HYBRID);
    }

    public static Query now(String words) {
        return new Query(words, AppliesTo.ALL, null);
    }

    public Query in(@Nullable String only) {
        return new Query(words, of, at, only, by);
    }

    public Query by(Mode mode) {
        return new Query(words, of, at, language, mode);
    }
}
