package io.openteller.platform.curation.internal;

import io.openteller.platform.knowledge.DocumentInfo;
import io.openteller.platform.knowledge.Knowledge;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Who answers for a document. */
@Singleton
class Owners {

    private final Knowledge knowledge;

    Owners(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** Its owner, else who wrote it last. */
    Optional<String> of(String slug) {
        return knowledge.list().stream()
                .filter(document -> document.slug().equals(slug))
                .map(DocumentInfo::updatedBy)
                .findFirst();
    }
}
