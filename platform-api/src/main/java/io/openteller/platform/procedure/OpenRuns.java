package io.openteller.platform.procedure;

import java.util.List;

/** How many conversations are in the current bank's procedures, also those that were set aside. Told by the room that runs them. */
public interface OpenRuns {

    /** Versions that none is in are left out. */
    List<Count> counted();

    /** @param version it began with, and keeps */
    record Count(String procedure, int version, int runs) {}
}
