package io.openteller.bench.invariants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.bench.invariants.Books.Effect;
import io.openteller.operations.OperationSpec;
import io.openteller.operations.OperationSpec.Approval.When;
import java.math.BigDecimal;
import java.util.Map;

/** Reads arguments of calls as a bank's ledger has them. */
final class Arguments {

    private Arguments() {}

    /** Whatever the order of names and the way in which numbers are kept. A code that was typed is in no book. */
    static boolean same(JsonNode one, JsonNode other) {
        return withoutCode(one).equals(Arguments::compared, withoutCode(other));
    }

    private static int compared(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return new BigDecimal(one.asText()).compareTo(new BigDecimal(other.asText()));
        }
        return one.equals(other) ? 0 : 1;
    }

    private static JsonNode withoutCode(JsonNode arguments) {
        return arguments.has("code") ? ((ObjectNode) arguments.deepCopy()).put("code", "") : arguments;
    }

    /** The amount that counts against limits, as the call itself names it or as the bank booked it; missing if there is none. */
    static JsonNode amount(OperationSpec spec, Effect effect) {
        for (Map.Entry<String, JsonNode> property : spec.input().path("properties").properties()) {
            JsonNode limited = property.getValue().path("x-limited");
            if (limited.isTextual()) {
                // A hold that was let go of is no booking; what it was stands in the result.
                return effect.booked().isObject() ? effect.booked() : effect.result().path(limited.asText());
            }
            if (limited.booleanValue()) {
                return effect.arguments().path(property.getKey());
            }
        }
        return MissingNode.getInstance();
    }

    /** @param own lines of the bank, by currency */
    static boolean isAboveLine(OperationSpec spec, Map<String, Long> own, Effect effect) {
        if (spec.approval().when() == When.ALWAYS) {
            return true;
        }
        JsonNode amount = amount(spec, effect);
        Map<String, Long> lines = spec.approval().when() == When.ABOVE ? spec.approval().aboveMinor() : Map.of();
        return isAbove(lines, amount) || isAbove(own, amount);
    }

    private static boolean isAbove(Map<String, Long> lines, JsonNode amount) {
        Long line = lines.get(amount.path("currency").asText());
        return line != null && Math.abs(amount.path("minor").asLong()) > line;
    }
}
