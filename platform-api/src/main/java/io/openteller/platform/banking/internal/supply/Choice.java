package io.openteller.platform.banking.internal.supply;

/**
 * What a bank chose.
 *
 * @param scope an operation, such as {@code cards.block/v1}, or a domain, such as {@code cards}
 * @param supplier its {@link Supplier#id()}
 */
public record Choice(String scope, String supplier) {}
