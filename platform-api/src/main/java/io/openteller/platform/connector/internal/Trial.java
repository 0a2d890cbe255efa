package io.openteller.platform.connector.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.connectors.Expressions;
import io.openteller.connectors.Value;
import io.openteller.operations.Catalogue;
import io.openteller.operations.OperationSpec;
import io.openteller.operations.Schemas;
import io.openteller.platform.connector.internal.ConnectorViews.Came;
import io.openteller.platform.connector.internal.ConnectorViews.Tried;
import io.openteller.platform.connector.internal.ConnectorViews.Try;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Works a connector's expressions out over a sample, as the plugin would over an answer. */
@Singleton
class Trial {

    private static final int MOST_PARTS = 200;

    private final ObjectMapper json = new ObjectMapper();
    private final Expressions expressions = new Expressions();
    private final Schemas schemas = new Schemas();

    Tried of(Try wanted) {
        OperationSpec spec = Catalogue.standard()
                .find(wanted.operation())
                .orElseThrow(() -> new ProblemException(ErrorCode.MALFORMED_REQUEST, "The catalogue has no such operation"));
        Map<String, String> parts = wanted.parts() == null ? Map.of() : wanted.parts();
        if (parts.size() > MOST_PARTS) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "At most " + MOST_PARTS + " expressions at once");
        }
        JsonNode scope = scope(wanted);
        Map<String, Came> came = new TreeMap<>();
        parts.forEach((name, expression) -> came.put(name, came(expressions.evaluate(expression, scope))));
        if (wanted.result() == null) {
            return new Tried(null, came, List.of());
        }
        Value result = expressions.evaluate(wanted.result(), scope);
        return new Tried(came(result), came, faults(spec, result));
    }

    private JsonNode scope(Try wanted) {
        ObjectNode scope = json.createObjectNode();
        scope.set("arguments", json.valueToTree(wanted.arguments() == null ? Map.of() : wanted.arguments()));
        scope.put("customerRef", wanted.customerRef() == null ? "customer" : wanted.customerRef());
        scope.put("callId", "try-out").put("bank", "try-out");
        scope.put("status", wanted.status() == null ? 200 : wanted.status());
        if (wanted.response() != null) {
            scope.set("response", json.valueToTree(wanted.response()));
        }
        return scope;
    }

    private List<String> faults(OperationSpec spec, Value result) {
        return switch (result) {
            case Value.Found(JsonNode value) -> schemas.faults(spec.output(), value.toString());
            case Value.Nothing() -> List.of(": the expression leads to nothing");
            case Value.Failed(String code, String message) -> List.of(": the expression fails (" + code + ")");
        };
    }

    private Came came(Value value) {
        return switch (value) {
            case Value.Found(JsonNode found) -> new Came("VALUE", plain(found), null);
            case Value.Nothing() -> new Came("NOTHING", null, null);
            case Value.Failed(String code, String message) -> new Came("FAILED", null, message);
        };
    }

    private @Nullable Object plain(JsonNode node) {
        return json.convertValue(node, Object.class);
    }
}
