package io.openteller.platform.understanding;

/**
 * @param code BCP 47 tag; {@code hi-Latn} is Hindi in Latin letters
 * @param confidence 0 to 1
 */
public record Language(String code, double confidence) {}
