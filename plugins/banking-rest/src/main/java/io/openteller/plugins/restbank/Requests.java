package io.openteller.plugins.restbank;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.connectors.Connector.Exchange;
import io.openteller.connectors.PathTemplate;
import io.openteller.connectors.PathTemplate.Part;
import io.openteller.spi.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fills a call's templates. What customers wrote becomes a value, never a part of the address or of the head's form. */
final class Requests {

    private Requests() {}

    /** @param query more of the query, already encoded; empty for none */
    static HttpRequest of(RestSettings settings, Exchange exchange, Scope scope, String query) throws Trouble {
        String asked = query(exchange, scope);
        String both = asked.isEmpty() || query.isEmpty() ? asked + query : asked + "&" + query;
        String target = path(exchange.path(), scope) + (both.isEmpty() ? "" : "?" + both);
        JsonNode body = exchange.body() == null ? null : scope.value("body", exchange.body());
        HttpRequest request = HttpRequest.of(exchange.method(), settings.address(target), bytes(exchange, body))
                .withHeader("Accept", "application/json");
        if (exchange.body() != null) {
            request = request.withHeader(
                    "Content-Type", form(exchange) ? "application/x-www-form-urlencoded" : "application/json");
        }
        for (Map.Entry<String, String> header : new TreeMap<>(exchange.headers()).entrySet()) {
            String value = text(scope, "headers/" + header.getKey(), header.getValue());
            if (value != null) {
                request = header(request, header.getKey(), value);
            }
        }
        return request;
    }

    static HttpRequest header(HttpRequest request, String name, String value) throws Trouble {
        try {
            return request.withHeader(name, value);
        } catch (IllegalArgumentException unfit) {
            throw Trouble.lasting("the header " + name + " came to what no header can have");
        }
    }

    private static String path(String template, Scope scope) throws Trouble {
        StringBuilder path = new StringBuilder();
        for (Part part : PathTemplate.of(template).parts()) {
            switch (part) {
                case Part.Written(String text) -> path.append(text);
                case Part.Filled(String expression) -> {
                    String value = text(scope, "path", expression);
                    // A slash stays out even encoded: many a server decodes before it looks.
                    if (value == null || value.isEmpty() || value.matches("(?s).*[/\\\\\\p{Cntrl}].*") || value.matches("\\.+")) {
                        throw Trouble.lasting("a value cannot stand in the path");
                    }
                    path.append(Encoded.of(value));
                }
            }
        }
        return path.toString();
    }

    private static String query(Exchange exchange, Scope scope) throws Trouble {
        StringBuilder query = new StringBuilder();
        for (Map.Entry<String, String> one : new TreeMap<>(exchange.query()).entrySet()) {
            String value = text(scope, "query/" + one.getKey(), one.getValue());
            if (value != null) {
                query.append(query.isEmpty() ? "" : "&").append(Encoded.of(one.getKey())).append('=').append(Encoded.of(value));
            }
        }
        return query.toString();
    }

    private static @Nullable String text(Scope scope, String place, String expression) throws Trouble {
        JsonNode value = scope.value(place, expression);
        if (value == null || value.isNull()) {
            return null;
        }
        if (value.isContainerNode()) {
            throw Trouble.lasting("the connector's expression " + place + " comes to no single value");
        }
        return value.asText();
    }

    private static byte[] bytes(Exchange exchange, @Nullable JsonNode body) throws Trouble {
        if (exchange.body() == null) {
            return new byte[0];
        }
        if (body == null || !body.isContainerNode()) {
            throw Trouble.lasting("the connector's expression body comes to no object");
        }
        String text = form(exchange)
                ? body.properties().stream()
                        .map(field -> Encoded.of(field.getKey()) + "=" + Encoded.of(field.getValue().asText()))
                        .collect(Collectors.joining("&"))
                : body.toString();
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean form(Exchange exchange) {
        return exchange.encoding() == Exchange.Encoding.FORM;
    }
}
