package io.openteller.platform.retrieval.internal;

import io.openteller.platform.knowledge.Edition;
import io.openteller.platform.retrieval.Query;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every edition's standing as of one release. Who searches asks it at search time, so that what is revoked is gone with the
 * next search, whatever the index still holds.
 */
record Standings(long release, Map<String, Standing> editions) {

    static final Standings NONE = new Standings(-1, Map.of());

    static Standings of(long release, List<Edition> editions) {
        Map<String, Standing> standings = HashMap.newHashMap(editions.size());
        editions.forEach(edition -> standings.put(Standing.key(edition), Standing.of(edition)));
        return new Standings(release, standings);
    }

    boolean accepts(String edition, Query query, Instant moment) {
        Standing standing = editions.get(edition);
        return standing != null && standing.inForceAt(moment) && standing.meets(query);
    }

    /** Between its ends the same editions are in force; the end does not belong to it. */
    record Span(Instant from, Instant until) {

        boolean holds(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(until);
        }
    }

    Span around(Instant moment) {
        Instant from = Instant.MIN;
        Instant until = Instant.MAX;
        for (Standing standing : editions.values()) {
            for (@Nullable Instant edge : new @Nullable Instant[] {standing.from(), standing.until()}) {
                if (edge == null) {
                    continue;
                }
                if (edge.isAfter(moment)) {
                    until = edge.isBefore(until) ? edge : until;
                } else {
                    from = edge.isAfter(from) ? edge : from;
                }
            }
        }
        return new Span(from, until);
    }
}
