package io.openteller.host.wire;

/** An object of the platform that a plugin may call while its own call lasts. */
public record Lent(Object target, Shape shape) {}
