package io.openteller.platform.coordination;

import java.util.UUID;

/**
 * One change of a conversation.
 *
 * @param id of the change: told twice it is heard once
 * @param what kind of change, a word of lower-case letters
 */
public record Hint(UUID id, UUID tenant, UUID conversation, String what) {}
