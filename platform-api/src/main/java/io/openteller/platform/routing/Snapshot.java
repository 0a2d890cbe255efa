package io.openteller.platform.routing;

import io.openteller.platform.understanding.Reading;

/**
 * All that a decision may depend on.
 *
 * @param reading what was understood of the message
 * @param refusalsInARow how often the assistant has just said that it does not know
 */
public record Snapshot(Reading reading, int refusalsInARow) {}
