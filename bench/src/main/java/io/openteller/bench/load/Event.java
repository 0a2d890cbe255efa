package io.openteller.bench.load;

/**
 * One event of a stream.
 *
 * @param id empty if it has none
 * @param data JSON
 * @param nanos when its last byte came, by {@link System#nanoTime()}
 */
public record Event(String name, String id, String data, long nanos) {}
