package io.openteller.platform.banking.internal.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.OperationSpec;
import io.openteller.platform.banking.BankOperations.Session;
import io.openteller.platform.banking.internal.reference.Reference;
import io.openteller.platform.banking.internal.supply.Supplier;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call that is understood: its arguments fit and stand for things of this customer's.
 *
 * @param customer the session's
 * @param bankArguments with the bank's own ids
 * @param references by argument
 * @param amount what counts against the limits; null if there is none
 */
public record Asked(
        Session session,
        String customer,
        String callId,
        OperationSpec spec,
        ObjectNode arguments,
        ObjectNode bankArguments,
        Map<String, Reference> references,
        @Nullable Amount amount,
        Bounds bounds,
        Supplier supplier) {

    public String operation() {
        return spec.name().toString();
    }
}
