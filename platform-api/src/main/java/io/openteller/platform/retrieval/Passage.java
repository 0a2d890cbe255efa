package io.openteller.platform.retrieval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A citable piece of a document.
 *
 * @param position which piece of its version, from 0
 * @param heading the nearest heading above it, or the question of a pair; the document's title where there is neither
 * @param place where in the file, such as {@code page 3}; empty if unknown
 * @param pair a question with its answer
 * @param from first moment at which answers may be made from it
 * @param until first moment at which no longer; null while that is open
 * @param score comparable only within one search
 * @param coverage share of the question's distinct content words that the passage has, 0 to 1
 * @param similarity cosine of question and passage, -1 to 1; by meaning, for English and, through the glossary, for Hindi
 */
public record Passage(
        String slug,
        int version,
        int position,
        String title,
        String language,
        String heading,
        String text,
        String place,
        boolean pair,
        Instant from,
        @Nullable Instant until,
        double score,
        double coverage,
        double similarity) {}
