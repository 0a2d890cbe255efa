package io.openteller.platform.knowledge;

import java.util.List;
import java.util.Optional;

/** A bank's own words, for the current tenant. Written through {@link Drafting}, put in force through {@link Approvals}. */
public interface Knowledge {

    /** Archived documents and those without an approved version too. */
    List<DocumentInfo> list();

    Optional<DocumentInfo> find(String slug);

    /**
     * Every version that was ever in force or is going to be, by slug and version. It may be asked about any moment: what was
     * approved stays here after it was superseded, has expired or was revoked.
     */
    List<Edition> editions();

    /** A version as it is, drafts too; what was approved is as it was. */
    Optional<DocumentVersion> version(String slug, int version);

    /** Newest first. */
    List<DocumentVersion> versions(String slug);
}
