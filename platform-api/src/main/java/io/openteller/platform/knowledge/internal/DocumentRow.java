package io.openteller.platform.knowledge.internal;

import io.openteller.platform.knowledge.AppliesTo;
import io.openteller.platform.knowledge.Particulars;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A document without its versions. */
record DocumentRow(
        UUID id,
        String slug,
        String title,
        String category,
        List<String> tags,
        String language,
        @Nullable String owner,
        @Nullable LocalDate reviewDue,
        AppliesTo appliesTo,
        boolean archived,
        Instant updatedAt,
        String updatedBy) {

    /** @param wanted whatever is null stays */
    DocumentRow with(Particulars wanted) {
        String newOwner = wanted.owner() == null ? owner : wanted.owner().isBlank() ? null : wanted.owner();
        return new DocumentRow(
                id,
                slug,
                wanted.title() == null ? title : wanted.title(),
                wanted.category() == null ? category : wanted.category(),
                wanted.tags() == null ? tags : List.copyOf(wanted.tags()),
                wanted.language() == null ? language : wanted.language(),
                newOwner,
                wanted.reviewDue() == null ? reviewDue : wanted.reviewDue(),
                wanted.appliesTo() == null ? appliesTo : wanted.appliesTo(),
                archived,
                updatedAt,
                updatedBy);
    }

    DocumentRow archived(boolean now) {
        return new DocumentRow(
                id, slug, title, category, tags, language, owner, reviewDue, appliesTo, now, updatedAt, updatedBy);
    }

    DocumentRow touched(Instant at, String by) {
        return new DocumentRow(
                id, slug, title, category, tags, language, owner, reviewDue, appliesTo, archived, at, by);
    }
}
