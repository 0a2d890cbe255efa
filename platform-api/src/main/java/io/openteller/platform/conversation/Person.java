package io.openteller.platform.conversation;

import java.util.UUID;

/** A member of the bank's staff, as far as a conversation needs to know. */
public record Person(UUID id, String name) {}
