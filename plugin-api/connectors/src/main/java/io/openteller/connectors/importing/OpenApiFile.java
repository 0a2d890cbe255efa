package io.openteller.connectors.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.openteller.connectors.Connector.Auth;
import io.openteller.connectors.importing.Imported.Call;
import io.openteller.connectors.importing.Imported.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an OpenAPI file of version 3.0 or 3.1, JSON or YAML: what a connector needs of it, and no more. */
public final class OpenApiFile {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final int MOST_CALLS = 2_000;

    private final Tree tree;
    private final List<String> notes = new ArrayList<>();

    private OpenApiFile(Tree tree) {
        this.tree = tree;
    }

    /** @throws NotImported if it is no such file */
    public static Imported read(String text) throws NotImported {
        Tree tree = Tree.of(text);
        String version = tree.root().path("openapi").asText();
        if (!version.matches("3\\.[01](\\..*)?")) {
            throw new NotImported(
                    tree.root().has("swagger")
                            ? "The file is of Swagger 2; only OpenAPI 3.0 and 3.1 are read."
                            : "The file does not say that it is of OpenAPI 3.0 or 3.1.");
        }
        return new OpenApiFile(tree).imported();
    }

    private Imported imported() {
        List<Call> calls = new ArrayList<>();
        for (var path : tree.root().path("paths").properties()) {
            JsonNode item = tree.resolved(path.getValue());
            for (String method : METHODS) {
                if (item.has(method) && calls.size() < MOST_CALLS) {
                    calls.add(call(method, path.getKey(), item, tree.resolved(item.path(method))));
                }
            }
        }
        List<Auth> auth = auth();
        if (tree.elsewhere() > 0) {
            notes.add(tree.elsewhere() + " references lead out of the file and were left out; put everything into one file.");
        }
        return new Imported(
                tree.root().path("info").path("title").textValue(), servers(), auth, calls, notes);
    }

    private List<String> servers() {
        return tree.root().path("servers").valueStream()
                .map(server -> {
                    String url = server.path("url").asText();
                    for (var variable : server.path("variables").properties()) {
                        url = url.replace("{" + variable.getKey() + "}", variable.getValue().path("default").asText());
                    }
                    return url;
                })
                .filter(url -> url.startsWith("https://"))
                .toList();
    }

    private Call call(String method, String path, JsonNode item, JsonNode operation) {
        JsonNode responses = operation.path("responses");
        JsonNode good = MissingNode.getInstance();
        List<String> errors = new ArrayList<>();
        for (var response : responses.properties()) {
            if (!response.getKey().startsWith("2")) {
                errors.add(response.getKey().toLowerCase(Locale.ROOT));
            } else if (good.isMissingNode()) {
                good = tree.resolved(response.getValue());
            }
        }
        return new Call(
                operation.path("operationId").asText(method.toUpperCase(Locale.ROOT) + " " + path),
                method.toUpperCase(Locale.ROOT),
                path,
                operation.path("summary").textValue(),
                parameters(item, operation),
                Samples.of(tree, tree.resolved(operation.path("requestBody")).path("content")),
                Samples.of(tree, good.path("content")),
                errors);
    }

    /** The operation's own take the place of the path's. */
    private List<Parameter> parameters(JsonNode item, JsonNode operation) {
        Map<String, Parameter> byName = new LinkedHashMap<>();
        for (JsonNode list : List.of(item.path("parameters"), operation.path("parameters"))) {
            for (JsonNode reference : list) {
                JsonNode one = tree.resolved(reference);
                String in = one.path("in").asText();
                if (!in.isEmpty() && !in.equals("cookie")) {
                    String name = one.path("name").asText();
                    byName.put(in + " " + name, new Parameter(name, in, one.path("required").asBoolean(), example(one)));
                }
            }
        }
        return List.copyOf(byName.values());
    }

    private @Nullable String example(JsonNode parameter) {
        JsonNode own = parameter.has("example") ? parameter.path("example") : tree.resolved(parameter.path("schema")).path("example");
        return own.isValueNode() && !own.isMissingNode() ? own.asText() : null;
    }

    private List<Auth> auth() {
        List<Auth> ways = new ArrayList<>();
        tree.root().path("components").path("securitySchemes").properties().forEach(named -> {
            JsonNode scheme = tree.resolved(named.getValue());
            Auth way = way(scheme);
            if (way == null) {
                notes.add("The way to sign in called " + named.getKey() + " (" + scheme.path("type").asText()
                        + ") is none that a connector knows: OAuth 2 with client credentials, a key in a header or the query, or a client certificate.");
            } else {
                ways.add(way);
            }
        });
        return ways;
    }

    private @Nullable Auth way(JsonNode scheme) {
        JsonNode flow = scheme.path("flows").path("clientCredentials");
        if (scheme.path("type").asText().equals("oauth2") && flow.isObject()) {
            notes.add("Tokens come from " + flow.path("tokenUrl").asText() + "; put that into the setting for the address to sign in.");
            List<String> scopes = new ArrayList<>();
            flow.path("scopes").fieldNames().forEachRemaining(scopes::add);
            return new Auth(
                    Auth.Type.OAUTH2, null, scopes.isEmpty() ? null : String.join(" ", scopes), Auth.Client.BASIC, null, null, null);
        }
        String in = scheme.path("in").asText();
        if (scheme.path("type").asText().equals("apiKey") && (in.equals("header") || in.equals("query"))) {
            Auth.Place place = in.equals("header") ? Auth.Place.HEADER : Auth.Place.QUERY;
            return new Auth(Auth.Type.API_KEY, null, null, null, place, scheme.path("name").asText(), null);
        }
        if (scheme.path("type").asText().equals("http") && scheme.path("scheme").asText().equalsIgnoreCase("bearer")) {
            notes.add("A bearer token that does not change is put into the setting for the key.");
            return new Auth(Auth.Type.API_KEY, null, null, null, Auth.Place.HEADER, "Authorization", "Bearer ");
        }
        if (scheme.path("type").asText().equals("mutualTLS")) {
            notes.add("The bank wants a client certificate; put it and its key into the settings.");
            return new Auth(Auth.Type.CERTIFICATE, null, null, null, null, null, null);
        }
        return null;
    }
}
