package io.openteller.platform.retrieval;

import java.util.List;

/** Looks things up in the documents in force, for the current tenant. */
public interface Retrieval {

    /**
     * Passages for a question, best first.
     *
     * @param question a customer's words; need not be well-formed in any way
     */
    List<Passage> search(String question, int limit);
}
