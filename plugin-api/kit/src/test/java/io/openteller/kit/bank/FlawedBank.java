package io.openteller.kit.bank;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** Stands before the stub and spoils one thing: what a bank's server could get wrong. */
final class FlawedBank implements AutoCloseable {

    /**
     * @param headers what becomes of a request's headers on its way to the stub
     * @param target what becomes of its path and query
     * @param answer what becomes of the answer's text on its way back
     */
    record Flaw(UnaryOperator<Map<String, String>> headers, UnaryOperator<String> target, UnaryOperator<String> answer) {

        static Flaw ofHeader(String name, UnaryOperator<String> change) {
            return new Flaw(
                    headers -> {
                        headers.compute(name, (any, value) -> change.apply(value == null ? "" : value));
                        return headers;
                    },
                    UnaryOperator.identity(),
                    UnaryOperator.identity());
        }

        static Flaw ofTarget(UnaryOperator<String> change) {
            return new Flaw(UnaryOperator.identity(), change, UnaryOperator.identity());
        }

        static Flaw ofAnswer(UnaryOperator<String> change) {
            return new Flaw(UnaryOperator.identity(), UnaryOperator.identity(), change);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newHttpClient();

    FlawedBank(String stub, Flaw flaw) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> pass(exchange, stub, flaw));
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void pass(HttpExchange exchange, String stub, Flaw flaw) throws IOException {
        try (exchange) {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
            headers.keySet().removeAll(Set.of("Host", "Connection", "Content-Length", "Upgrade", "HTTP2-Settings", "Expect"));
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create(stub + flaw.target().apply(exchange.getRequestURI().toString())))
                    .version(HttpClient.Version.HTTP_1_1)
                    .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
            flaw.headers().apply(headers).forEach(request::header);
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            byte[] body = flaw.answer().apply(answer.body()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Openteller-Contract", "1");
            exchange.sendResponseHeaders(answer.statusCode(), body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
        client.close();
    }
}
