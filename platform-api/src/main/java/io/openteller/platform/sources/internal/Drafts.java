package io.openteller.platform.sources.internal;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.knowledge.DocumentInfo;
import io.openteller.platform.knowledge.Knowledge;
import io.openteller.platform.knowledge.NewDocument;
import io.openteller.platform.reading.HandedFile;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What every source does with what it found: hand it to the bank's documents as a draft. */
@Singleton
class Drafts {

    /** @param changed false if the same bytes were there already */
    record Draft(String slug, int version, int passages, boolean changed) {}

    private final Knowledge knowledge;

    Drafts(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** In the caller's transaction, if there is one. */
    Draft put(String slug, HandedFile file, Actor by) {
        Optional<DocumentInfo> before =
                knowledge.list().stream().filter(one -> one.slug().equals(slug)).findFirst();
        DocumentInfo stored = knowledge.store(new NewDocument(slug, file), by.name());
        boolean changed = before.isEmpty() || before.get().version() != stored.version();
        return new Draft(slug, stored.version(), stored.passages(), changed);
    }
}
