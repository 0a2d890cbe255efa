package io.openteller.platform.retrieval;

/**
 * A citable piece of a document.
 *
 * @param heading the nearest heading above it; the document's title where there is none
 * @param score reciprocal ranks by words and by meaning, added up; comparable only within one search
 * @param coverage share of the question's distinct content words that the passage has, 0 to 1
 * @param similarity cosine of question and passage, -1 to 1; by meaning, for English
 */
public record Passage(
        String slug,
        int version,
        String title,
        String heading,
        String text,
        double score,
        double coverage,
        double similarity) {}
