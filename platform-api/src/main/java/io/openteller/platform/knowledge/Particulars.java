package io.openteller.platform.knowledge;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be changed about a document. Whatever is null stays.
 *
 * @param language BCP 47
 * @param owner who answers for it; empty for nobody
 */
public record Particulars(
        @Nullable String title,
        @Nullable String category,
        @Nullable Set<String> tags,
        @Nullable String language,
        @Nullable String owner,
        @Nullable LocalDate reviewDue,
        @Nullable AppliesTo appliesTo) {}
