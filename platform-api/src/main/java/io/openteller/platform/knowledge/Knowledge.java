package io.openteller.platform.knowledge;

import java.util.List;
import java.util.Optional;

/** A bank's own words, for the current tenant. */
public interface Knowledge {

    /**
     * Stores a document. The same slug again is its next version; the same bytes again change nothing.
     *
     * @param by who stores it, for the record
     * @throws io.openteller.platform.problem.ProblemException if it cannot be read; nothing is stored then
     */
    DocumentInfo store(NewDocument document, String by);

    List<DocumentInfo> list();

    /** Every version that was ever approved, by slug and version. */
    List<Edition> editions();

    /** A version as it was when it was stored; archived documents too. */
    Optional<DocumentVersion> version(String slug, int version);

    List<DocumentVersion> versions(String slug);

    /** @return empty if there is no such document */
    Optional<DocumentInfo> archive(String slug, boolean archived, String by);
}
