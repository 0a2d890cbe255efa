package io.openteller.platform.knowledge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Says who wrote and who approved a document outside of the platform.
 *
 * @param author for the record
 * @param approver for the record
 * @param from since or from when it is in force; null for now
 * @param until the first moment at which no longer; null while that is open
 */
public record Adoption(String author, String approver, @Nullable Instant from, @Nullable Instant until) {

    public static Adoption now(String author, String approver) {
        return new Adoption(author, approver, null, null);
    }
}
