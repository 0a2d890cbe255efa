package io.openteller.platform.retrieval;

import java.util.List;

/** Looks things up in the documents in force, for the current tenant. */
public interface Retrieval {

    /** Passages, best first. */
    List<Passage> search(Query query, int limit);
}
