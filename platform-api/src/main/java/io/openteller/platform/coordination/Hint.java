package io.openteller.platform.coordination;

import java.util.UUID;

/** @param what kind of change, a word of lower-case letters */
public record Hint(UUID tenant, UUID conversation, String what) {}
