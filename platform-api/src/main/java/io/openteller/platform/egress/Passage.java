package io.openteller.platform.egress;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Where a call may lead, and for how long.
 *
 * @param allowed by name; what is not in it is not even looked up
 * @param insides which of this machine's and its networks' addresses may be reached; usually none
 * @param within for everything: resolving, connecting and the whole answer
 * @param mostBytes of the answer's body
 * @param unwanted asked now and then by another thread: whether the caller has gone
 */
public record Passage(
        AllowedHosts allowed, InsideHosts insides, Duration within, long mostBytes, BooleanSupplier unwanted) {}
