package io.openteller.platform.answer.internal;

import io.openteller.platform.answer.Question;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the bank has decided to say word for word. */
interface ApprovedWording {

    ApprovedWording NONE = question -> new Found(null, false);

    Found of(Question question);

    /** @param onlyApproved whether nothing but approved wording may be said of this */
    record Found(@Nullable Approved answer, boolean onlyApproved) {}

    record Approved(UUID id, String text, String language, @Nullable String documentSlug) {}
}
