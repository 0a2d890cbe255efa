package io.openteller.platform.banking.internal.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.OperationSpec;
import io.openteller.platform.banking.internal.reference.Reference;
import io.openteller.platform.tenancy.CurrentTenant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The money in a call's arguments: real amounts, in the right currency, and nobody's own idea where the bank named one. */
final class Amounts {

    private Amounts() {}

    static @Nullable Denial faults(OperationSpec spec, ObjectNode arguments, Map<String, Reference> references) {
        for (Map.Entry<String, JsonNode> one : spec.input().path("properties").properties()) {
            JsonNode property = one.getValue();
            JsonNode value = arguments.path(one.getKey());
            if (!property.path("x-money").booleanValue() || value.isMissingNode()) {
                continue;
            }
            Amount amount = Amount.of(value);
            if (amount == null) {
                return new Denial(Rule.AMOUNT, one.getKey());
            }
            if (property.has("x-bound")) {
                if (!amount.equals(fact(property.path("x-bound").asText(), references))) {
                    return new Denial(Rule.BOUND, one.getKey());
                }
            } else if (!amount.currency().equals(CurrentTenant.get().currency())) {
                return new Denial(Rule.CURRENCY, one.getKey());
            }
        }
        return null;
    }

    /** What counts against the limits; null if nothing does, or it is not known. */
    static @Nullable Amount limited(OperationSpec spec, ObjectNode arguments, Map<String, Reference> references) {
        for (Map.Entry<String, JsonNode> one : spec.input().path("properties").properties()) {
            JsonNode limited = one.getValue().path("x-limited");
            if (limited.isTextual()) {
                return fact(one.getKey() + "." + limited.textValue(), references);
            }
            if (limited.booleanValue()) {
                return Amount.of(arguments.path(one.getKey()));
            }
        }
        return null;
    }

    /** @param path such as {@code refund.amount} */
    static @Nullable Amount fact(String path, Map<String, Reference> references) {
        String[] parts = path.split("\\.", 2);
        Reference reference = references.get(parts[0]);
        return reference == null ? null : Amount.sized(reference.facts().path(parts[1]));
    }
}
