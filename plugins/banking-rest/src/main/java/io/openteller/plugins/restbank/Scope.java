package io.openteller.plugins.restbank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.connectors.Expressions;
import io.openteller.connectors.Value;
import io.openteller.spi.CallContext;
import org.jspecify.annotations.Nullable;

/** What a connector's expressions speak of in one call. Never changed: each {@code with…} gives another one. */
record Scope(Expressions expressions, ObjectNode names) {

    static Scope of(Expressions expressions, CallContext context, String customerRef, String callId, JsonNode arguments) {
        ObjectNode names = JsonNodeFactory.instance.objectNode();
        names.set("arguments", arguments);
        names.put("customerRef", customerRef).put("callId", callId).put("bank", context.bank());
        return new Scope(expressions, names);
    }

    Scope with(String name, JsonNode value) {
        ObjectNode more = JsonNodeFactory.instance.objectNode();
        more.setAll(names);
        more.set(name, value);
        return new Scope(expressions, more);
    }

    Scope answered(Wire.Reply reply) {
        Scope scope = with("status", JsonNodeFactory.instance.numberNode(reply.status()));
        return reply.json().isMissingNode() ? scope : scope.with("response", reply.json());
    }

    String customerRef() {
        return names.path("customerRef").asText();
    }

    /** Null where it leads to nothing. @param place of the expression, for whoever has to mend it */
    @Nullable JsonNode value(String place, String expression) throws Trouble {
        return switch (expressions.evaluate(expression, names)) {
            case Value.Found(JsonNode json) -> json;
            case Value.Nothing() -> null;
            // Not its message: that may quote what the bank wrote.
            case Value.Failed(String code, String message) ->
                throw Trouble.lasting("the connector's expression " + place + " fails (" + code + ")");
        };
    }

    boolean holds(String place, @Nullable String expression) throws Trouble {
        return expression != null && BooleanNode.TRUE.equals(value(place, expression));
    }
}
