package io.openteller.platform.workflow;

import io.openteller.platform.conversation.Assurance;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who a task is for.
 *
 * @param ref the bank's id; null for an anonymous visitor
 * @param language of what is said
 */
public record Customer(
        UUID conversation, @Nullable String ref, Assurance assurance, String language) {}
