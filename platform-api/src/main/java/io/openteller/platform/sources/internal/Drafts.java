package io.openteller.platform.sources.internal;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.knowledge.Drafting;
import io.openteller.platform.knowledge.NewDocument;
import io.openteller.platform.knowledge.Stored;
import io.openteller.platform.reading.HandedFile;
import jakarta.inject.Singleton;

/** What every source does with what it found: hand it to the bank's documents as a draft. */
@Singleton
class Drafts {

    private final Drafting drafting;

    Drafts(Drafting drafting) {
        this.drafting = drafting;
    }

    /** In the caller's transaction, if there is one. */
    Stored put(String slug, HandedFile file, Actor by) {
        return drafting.draft(new NewDocument(slug, file), by);
    }
}
