package io.openteller.plugins.httpbank;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A bank's server that says what a test tells it to, true or not. */
final class ScriptedBank implements AutoCloseable {

    /** What becomes of one request. */
    interface Script {
        void play(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Script script = json(200, "{}");

    ScriptedBank() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            try (exchange) {
                script.play(exchange);
            }
        });
        server.start();
    }

    void says(Script next) {
        script = next;
    }

    int asked() {
        return asked.get();
    }

    Map<String, String> settings() {
        return BankStub.settings("http://localhost:" + server.getAddress().getPort());
    }

    static Script json(int status, String body) {
        return of(status, "application/json", "1", body.getBytes(StandardCharsets.UTF_8));
    }

    static Script of(int status, String type, String contract, byte[] body) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.getResponseHeaders().set("Openteller-Contract", contract);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        };
    }

    /** Not a word until the test is over. */
    Script silence() {
        return exchange -> waitForTheEnd();
    }

    /** Begins, and never ends. */
    Script halfAnAnswer() {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Openteller-Contract", "1");
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            body.write("{\"customerRef\": ".getBytes(StandardCharsets.UTF_8));
            body.flush();
            waitForTheEnd();
        };
    }

    private void waitForTheEnd() throws IOException {
        try {
            over.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException(stop);
        }
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
        threads.close();
    }
}
