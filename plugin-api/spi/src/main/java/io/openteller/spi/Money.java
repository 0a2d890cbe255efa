package io.openteller.spi;

/**
 * An amount.
 *
 * @param minor in minor units (paise, pence); negative for what goes out
 * @param currency ISO 4217
 */
public record Money(long minor, String currency) {}
