package io.openteller.platform.banking.internal.supply;

import io.openteller.operations.OperationName;
import java.util.Map;
import java.util.Optional;

/**
 * What a bank chose.
 *
 * @param scope an operation, such as {@code cards.block/v1}, or a domain, such as {@code cards}
 * @param supplier its {@link Supplier#id()}
 */
public record Choice(String scope, String supplier) {

    /**
     * That of the operation before that of its domain.
     *
     * @param chosen suppliers by scope
     */
    public static Optional<Choice> among(Map<String, String> chosen, OperationName operation) {
        return of(chosen, operation.toString()).or(() -> of(chosen, operation.domain()));
    }

    private static Optional<Choice> of(Map<String, String> chosen, String scope) {
        return Optional.ofNullable(chosen.get(scope)).map(supplier -> new Choice(scope, supplier));
    }
}
