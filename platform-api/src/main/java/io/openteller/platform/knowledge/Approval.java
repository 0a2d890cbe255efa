package io.openteller.platform.knowledge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who approves may say. Where two approve, the first one's dates stand: the second leaves them out or names
 * the same.
 *
 * @param effectiveFrom null, or a moment that has passed, for at once
 * @param effectiveUntil the first moment at which no longer; null for open end
 */
public record Approval(
        @Nullable String comment, @Nullable Instant effectiveFrom, @Nullable Instant effectiveUntil) {

    public static final Approval AT_ONCE = new Approval(null, null, null);
}
