package io.openteller.platform.knowledge;

/**
 * What became of a document that was handed in.
 *
 * @param passages how many pieces of it can be cited
 * @param changed false if the same bytes were there already
 */
public record Stored(String slug, int version, int passages, boolean changed) {}
