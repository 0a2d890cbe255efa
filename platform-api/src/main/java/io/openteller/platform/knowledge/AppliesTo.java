package io.openteller.platform.knowledge;

import java.util.Set;

/**
 * For whom and what a document speaks. An empty set is everybody or everything.
 *
 * @param products the bank's own names, such as {@code credit-card}
 * @param segments such as {@code premium}
 * @param jurisdictions ISO 3166, such as {@code IN} or {@code GB-SCT}
 */
public record AppliesTo(Set<String> products, Set<String> segments, Set<String> jurisdictions) {

    public static final AppliesTo ALL = new AppliesTo(Set.of(), Set.of(), Set.of());
}
