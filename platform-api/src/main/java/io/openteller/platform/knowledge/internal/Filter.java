package io.openteller.platform.knowledge.internal;

import io.openteller.platform.knowledge.Standing;
import io.openteller.platform.knowledge.internal.DocumentViews.Row;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which documents somebody wants to see. Whatever is null lets all pass.
 *
 * @param due the day by which they were to be looked at again
 */
record Filter(
        @Nullable Standing standing,
        @Nullable String category,
        @Nullable String tag,
        @Nullable String owner,
        @Nullable LocalDate due,
        @Nullable String words) {

    boolean fits(Row row) {
        return stands(row)
                && (none(category) || row.category().equals(category))
                && (none(tag) || row.tags().contains(tag))
                && (none(owner) || Objects.equals(owner, row.owner()))
                && (due == null || (row.reviewDue() != null && !row.reviewDue().isAfter(due)))
                && says(row);
    }

    private boolean stands(Row row) {
        return standing == null
                || row.latest().standing() == standing
                || (standing == Standing.EFFECTIVE && row.effective() != null);
    }

    private boolean says(Row row) {
        String all = row.title() + " " + row.slug() + " " + row.category() + " " + String.join(" ", row.tags());
        return words == null || all.toLowerCase(Locale.ROOT).contains(words.strip().toLowerCase(Locale.ROOT));
    }

    private static boolean none(@Nullable String wanted) {
        return wanted == null || wanted.isBlank();
    }
}
