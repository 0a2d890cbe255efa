package io.openteller.platform.impact.internal;

import io.openteller.platform.knowledge.AppliesTo;
import io.openteller.platform.knowledge.DocumentVersion;
import io.openteller.platform.knowledge.Edition;
import io.openteller.platform.knowledge.Knowledge;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The bank's knowledge as it would be with one version more. */
@Singleton
class Planned {

    private final Knowledge knowledge;

    Planned(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    void mustExist(String slug, int version) {
        if (knowledge.version(slug, version).isEmpty()) {
            throw Previews.unknown();
        }
    }

    /** What is in force at the moment, with the version in place of its document's own. */
    List<Edition> with(String slug, int version, Instant moment) {
        DocumentVersion draft = knowledge.version(slug, version).orElseThrow(Previews::unknown);
        List<Edition> editions = new ArrayList<>();
        AppliesTo appliesTo = AppliesTo.ALL;
        String category = "";
        for (Edition edition : knowledge.editions()) {
            if (edition.slug().equals(slug)) {
                appliesTo = edition.appliesTo();
                category = edition.category();
            } else if (edition.inForceAt(moment)) {
                editions.add(edition);
            }
        }
        editions.add(new Edition(
                slug,
                version,
                draft.title(),
                category,
                draft.language(),
                appliesTo,
                draft.sections(),
                Instant.EPOCH,
                null));
        return editions;
    }
}
