package io.openteller.kit.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A stand-in for the system behind the plugin, for one bank. It answers well or badly, and keeps what it is asked. */
final class StandIn implements AutoCloseable {

    /** How it behaves. */
    enum Does {
        ANSWER,
        FAIL,
        REFUSE,
        SEND_GARBAGE,
        HANG,
        HANG_MIDWAY
    }

    /** @param text method, path, headers and body, but for those that every request has */
    record Seen(String method, String text) {}

    private final String bank;
    private final List<Playbook.Exchange> exchanges;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("kit-stand-in-", 0).factory());
    private final HttpServer server;
    private volatile Does does = Does.ANSWER;

    StandIn(String bank, List<Playbook.Exchange> exchanges) {
        this.bank = bank;
        this.exchanges = exchanges;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String bank() {
        return bank;
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** A secret of this bank, long enough for any form. */
    String secret(String setting) {
        return "canary-" + setting + "-of-" + bank + "-0123456789";
    }

    StandIn does(Does what) {
        does = what;
        return this;
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.add(new Seen(exchange.getRequestMethod(), text(exchange, body)));
        switch (does) {
            case ANSWER -> answer(exchange);
            case FAIL -> send(exchange, 503, "out of order");
            // As careless servers do: it quotes what it was sent.
            case REFUSE -> send(exchange, 401, "not with " + exchange.getRequestHeaders().entrySet() + " and " + body);
            case SEND_GARBAGE -> send(exchange, 200, "<!doctype html><title>Welcome</title>\u0000\ufffd{[");
            case HANG -> awaitEnd();
            case HANG_MIDWAY -> {
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write("{\"".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                awaitEnd();
            }
        }
        exchange.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        for (Playbook.Exchange one : exchanges) {
            if (one.method().equals(exchange.getRequestMethod()) && one.path().equals(path)) {
                send(exchange, one.status(), one.body().replace("{bank}", bank));
                return;
            }
        }
        send(exchange, 404, "{}");
    }

    private static String text(HttpExchange exchange, String body) {
        TreeMap<String, List<String>> headers = new TreeMap<>(exchange.getRequestHeaders());
        for (String everyday : List.of("Host", "Connection", "User-agent", "Content-length", "Upgrade", "Http2-settings")) {
            headers.remove(everyday);
        }
        return exchange.getRequestURI() + " " + headers + " " + body;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void awaitEnd() {
        try {
            closed.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
