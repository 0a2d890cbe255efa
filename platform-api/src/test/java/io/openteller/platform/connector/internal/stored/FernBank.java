package io.openteller.platform.connector.internal.stored;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The API of an invented bank with one account, old and new: they differ in what the amount is called. */
final class FernBank implements AutoCloseable {

    static final String KEY = "key-of-fern-bank";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    final List<String> asked = new CopyOnWriteArrayList<>();
    final CountDownLatch begun = new CountDownLatch(1);
    private volatile CountDownLatch gate = new CountDownLatch(0);

    FernBank() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/v1";
    }

    String settings() {
        return "{\"baseUrl\": \"" + address() + "\", \"apiKey\": \"" + KEY + "\"}";
    }

    /** The next answers wait until the gate is opened. */
    CountDownLatch closed() {
        gate = new CountDownLatch(1);
        return gate;
    }

    /** @param amount old or new: as which the connector expects it */
    static String connector(String name, String amount) {
        return "{\"connector\": 1, \"name\": \"" + name + "\", \"version\": 1, \"title\": \"Fern Bank\","
                + " \"auth\": {\"type\": \"API_KEY\", \"in\": \"HEADER\", \"name\": \"X-Fern-Key\"}, \"operations\": {"
                + "\"accounts.balance/v1\": {\"call\": {\"method\": \"GET\","
                + " \"path\": \"/" + amount + "/{customerRef}/{arguments.account}\","
                + " \"result\": \"{'balance': {'minor': response." + amount + ", 'currency': 'GBP'}, 'available': {'minor': response."
                + amount + ", 'currency': 'GBP'}, 'asOf': response.at}\"}},"
                + "\"cards.block/v1\": {\"call\": {\"method\": \"POST\", \"path\": \"/stop/{customerRef}/{arguments.card}\","
                + " \"body\": \"{'why': arguments.reason}\","
                + " \"result\": \"{'blockedAt': response.at, 'alreadyBlocked': false}\"}, \"idempotencyHeader\": \"Idempotency-Key\"}}}";
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath().substring("/v1".length()));
            begun.countDown();
            gate.await();
            boolean known = KEY.equals(exchange.getRequestHeaders().getFirst("X-Fern-Key"));
            byte[] answer = (known ? "{\"old\": 100, \"new\": 200, \"at\": \"2026-02-03T04:05:06Z\"}" : "{}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(known ? 200 : 401, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
