package io.openteller.plugins.restbank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The API of an invented bank, with two customers, as docs/banking-rest.md describes it. Keeps what was done by its key. */
final class Larkfield implements AutoCloseable {

    static final String SECRET = "hush-hush-hush";

    /** What becomes of the next requests, instead of an answer. */
    interface Script {
        /** @return whether it was answered */
        boolean play(HttpExchange exchange) throws IOException;
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, String> owners = new ConcurrentHashMap<>(
            Map.of("A-1", "C1", "A-2", "C2", "K-1", "C1", "K-2", "C2"));
    private final Map<String, ObjectNode> done = new ConcurrentHashMap<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile String good = "";
    private volatile Script script = exchange -> false;
    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<String> keys = new CopyOnWriteArrayList<>();
    final List<String> authorizations = new CopyOnWriteArrayList<>();

    Larkfield() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                serve(exchange);
            }
        });
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/v2";
    }

    Map<String, String> settings(String connector) {
        return Map.of("baseUrl", address(), "connector", connector, "clientId", "openteller", "clientSecret", SECRET, "apiKey", "key-of-larkfield");
    }

    void says(Script next) {
        script = next;
    }

    int tokens() {
        return tokens.get();
    }

    /** As when the bank ends all sessions. */
    void forgetTokens() {
        good = "";
    }

    private void serve(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestMethod() + " " + exchange.getRequestURI().toString().substring("/v2".length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(target + (body.isEmpty() || target.endsWith("/token") ? "" : " " + body));
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        authorizations.add(String.valueOf(authorization));
        if (script.play(exchange)) {
            return;
        }
        if (target.equals("POST /oauth/token")) {
            good = "token-" + tokens.incrementAndGet();
            reply(exchange, body.contains("grant_type=client_credentials") ? 200 : 400,
                    "{\"access_token\": \"" + good + "\", \"expires_in\": 600, \"token_type\": \"Bearer\"}");
        } else if (!("Bearer " + good).equals(authorization)) {
            reply(exchange, 401, "{\"code\": \"NO_TOKEN\"}");
        } else {
            route(exchange, target.split("[ /?]"), body);
        }
    }

    private void route(HttpExchange exchange, String[] path, String body) throws IOException {
        String customer = path.length > 3 ? path[3] : "";
        if (path[2].equals("ping")) {
            reply(exchange, 200, "{\"ok\": true}");
        } else if (path[2].equals("cards")) {
            reply(exchange, 200, "{\"cardId\": \"" + path[3] + "\", \"holder\": \"" + owners.getOrDefault(path[3], "") + "\"}");
        } else if (!owners.containsValue(customer)) {
            reply(exchange, 404, "{\"code\": \"NO_CUSTOMER\"}");
        } else if (path[4].equals("accounts") && path.length == 5) {
            reply(exchange, 200, "{\"items\": [" + account(customer) + "]}");
        } else if (path[4].equals("accounts")) {
            reply(exchange, customer.equals(owners.get(path[5])) ? 200 : 404, account(customer));
        } else if (path[4].equals("cards") && path.length == 5) {
            reply(exchange, 200, "{\"items\": [{\"cardId\": \"K-" + customer.substring(1)
                    + "\", \"scheme\": \"VISA\", \"tail\": \"7781\", \"state\": \"A\", \"account\": \"A-" + customer.substring(1) + "\"}]}");
        } else if (path[4].equals("requests")) {
            ObjectNode known = done.get(exchange.getRequestHeaders().getFirst("Client-Bank") + " " + customer + " " + path[5].substring("key=".length()).replace("%2F", "/"));
            reply(exchange, known == null ? 404 : 200, known == null ? "{\"code\": \"NO_REQUEST\"}" : known.toString());
        } else {
            stop(exchange, customer, path[5], JSON.readTree(body));
        }
    }

    private void stop(HttpExchange exchange, String customer, String card, JsonNode body) throws IOException {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        keys.add(String.valueOf(key));
        if (!customer.equals(owners.get(card))) {
            reply(exchange, 404, "{\"code\": \"NO_CARD\"}");
        } else if (body.path("why").asText().equals("X")) {
            reply(exchange, 422, "{\"code\": \"RULE\", \"message\": \"This card is a virtual one.\"}");
        } else {
            ObjectNode effect = done.computeIfAbsent(exchange.getRequestHeaders().getFirst("Client-Bank") + " " + customer + " " + key, none -> JSON.createObjectNode()
                    .put("stoppedAt", "2026-02-03T04:05:06+05:30")
                    .put("before", "A"));
            reply(exchange, 200, effect.toString());
        }
    }

    int effects() {
        return done.size();
    }

    private static String account(String customer) {
        return "{\"id\": \"A-" + customer.substring(1) + "\", \"type\": \"SB\", \"label\": \"Everyday\", \"number\": \"000011114410\", \"state\": \"A\","
                + " \"currency\": \"INR\", \"booked\": \"84500.10\", \"available\": 82000.05, \"at\": \"2026-02-03T04:05:06+05:30\"}";
    }

    static void reply(HttpExchange exchange, int status, String json) throws IOException {
        reply(exchange, status, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    static boolean reply(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        return true;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
