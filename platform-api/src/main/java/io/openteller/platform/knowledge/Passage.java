package io.openteller.platform.knowledge;

/**
 * A citable piece of a document.
 *
 * @param heading the nearest heading above it; the document's title where there is none
 * @param score BM25, comparable only within one search; 0 outside of a search
 * @param coverage share of the question's distinct content words that the passage has, 0 to 1; 0 outside of a search
 */
public record Passage(String slug, int version, String title, String heading, String text, double score, double coverage) {}
