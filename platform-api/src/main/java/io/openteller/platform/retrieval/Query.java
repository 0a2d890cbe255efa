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
 */
public record Query(String words, AppliesTo of, @Nullable Instant at) {

    public static Query now(String words) {
        return new Query(words, AppliesTo.ALL, null);
    }
}
