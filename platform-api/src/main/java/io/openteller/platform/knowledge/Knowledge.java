package io.openteller.platform.knowledge;

import java.util.List;

/** A bank's own words, for the current tenant. */
public interface Knowledge {

    /**
     * Stores a document and makes it findable before returning. The same slug again is its next version; the same text
     * again changes nothing.
     *
     * @param markdown headings cut it into passages
     * @return the version now in force, from 1
     */
    int store(String slug, String title, String markdown);

    /**
     * Passages for a question, best first.
     *
     * @param question a customer's words; need not be well-formed in any way
     */
    List<Passage> search(String question, int limit);
}
