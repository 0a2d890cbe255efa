package io.openteller.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server on this machine that speaks the language of OpenAI's chat interface, well or badly, and keeps what it is asked. */
public final class OpenAiServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private volatile Function<String, Reply> brain = body -> new Reply.Says("Nothing.");

    /** What the server does with one request. */
    public sealed interface Reply {

        /** Answers; 20 tokens in and 7 out. */
        record Says(String text) implements Reply {}

        /** An answer that ends with this reason instead of {@code stop}. */
        record Ends(String text, String reason) implements Reply {}

        /** Anything but an answer. */
        record Sends(int status, String header, String value, String type, String body) implements Reply {}

        /** Announces more than it sends, after this much of an answer. */
        record BreaksOff(String text) implements Reply {}

        /** Never goes on after this much of an answer; empty to send not even headers. */
        record Hangs(String text) implements Reply {}

        /** Writes the first part of an answer at once and the rest, through to the end, when it may go on. */
        record Pauses(String first, CountDownLatch goOn, String rest) implements Reply {}

        /** Sends until nobody listens. */
        record Floods() implements Reply {}
    }

    public OpenAiServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/v1/models", exchange -> send(exchange, 200, "application/json", "{\"data\":[]}"));
        server.createContext("/v1/chat/completions", this::answer);
        server.start();
    }

    /** What to set as the plugin's server address. */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/v1";
    }

    /** @param answer from the body of a request */
    public void does(Function<String, Reply> answer) {
        brain = answer;
    }

    public void does(Reply reply) {
        brain = body -> reply;
    }

    /** Every request so far, as it came over the wire. */
    public List<String> bodies() {
        return bodies;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        bodies.add(body);
        boolean streamed = body.replaceAll("\\s", "").contains("\"stream\":true");
        try (exchange) {
            switch (brain.apply(body)) {
                case Reply.Says(String text) -> says(exchange, streamed, text, "stop");
                case Reply.Ends(String text, String reason) -> says(exchange, streamed, text, reason);
                case Reply.Sends sends -> {
                    if (!sends.header().isEmpty()) {
                        exchange.getResponseHeaders().set(sends.header(), sends.value());
                    }
                    send(exchange, sends.status(), sends.type(), sends.body());
                }
                case Reply.BreaksOff(String text) -> {
                    String part = streamed ? chunk(text) : whole(text, "stop").substring(0, 40);
                    exchange.sendResponseHeaders(200, part.length() + 1_000L);
                    exchange.getResponseBody().write(part.getBytes(StandardCharsets.UTF_8));
                    exchange.getResponseBody().flush();
                }
                case Reply.Hangs(String text) -> hang(exchange, streamed, text);
                case Reply.Pauses pauses -> pause(exchange, streamed, pauses);
                case Reply.Floods() -> flood(exchange, streamed);
            }
        } catch (IOException gone) {
            // Whoever asked has gone, as some of the tests want.
            exchange.close();
        }
    }

    private static void says(HttpExchange exchange, boolean streamed, String text, String reason) throws IOException {
        if (!streamed) {
            send(exchange, 200, "application/json", whole(text, reason));
            return;
        }
        send(exchange, 200, "text/event-stream", chunks(text) + end(reason));
    }

    private static String chunks(String text) {
        StringBuilder events = new StringBuilder();
        for (String piece : pieces(text)) {
            events.append(chunk(piece));
        }
        return events.toString();
    }

    private static String end(String reason) {
        String chunk = "data: {\"id\":\"c-1\",\"object\":\"chat.completion.chunk\",\"model\":\"test-model-1\",\"choices\":";
        return chunk + "[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason + "\"}]}\n\n" + chunk
                + "[],\"usage\":{\"prompt_tokens\":20,\"completion_tokens\":7,\"total_tokens\":27}}\n\ndata: [DONE]\n\n";
    }

    private void hang(HttpExchange exchange, boolean streamed, String text) throws IOException {
        if (!text.isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", streamed ? "text/event-stream" : "application/json");
            exchange.sendResponseHeaders(200, 0);
            String part = streamed ? chunk(text) : whole(text, "stop").substring(0, 40);
            exchange.getResponseBody().write(part.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        }
        try {
            closed.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause(HttpExchange exchange, boolean streamed, Reply.Pauses answer) throws IOException {
        try {
            if (!streamed) {
                answer.goOn().await();
                send(exchange, 200, "application/json", whole(answer.first() + answer.rest(), "stop"));
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(chunks(answer.first()).getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            answer.goOn().await();
            exchange.getResponseBody().write((chunks(answer.rest()) + end("stop")).getBytes(StandardCharsets.UTF_8));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static void flood(HttpExchange exchange, boolean streamed) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", streamed ? "text/event-stream" : "application/json");
        exchange.sendResponseHeaders(200, 0);
        byte[] much = (streamed ? chunk("x".repeat(60_000)) : " ".repeat(60_000)).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < 1_000; i++) {
                out.write(much);
            }
        }
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < text.length(); from += 9) {
            pieces.add(text.substring(from, Math.min(text.length(), from + 9)));
        }
        return pieces;
    }

    private static String chunk(String piece) {
        return "data: {\"id\":\"c-1\",\"object\":\"chat.completion.chunk\",\"model\":\"test-model-1\",\"choices\":"
                + "[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":" + quoted(piece) + "}}]}\n\n";
    }

    private static String whole(String text, String reason) {
        return "{\"id\":\"c-1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"test-model-1\",\"choices\":"
                + "[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":" + quoted(text)
                + "},\"finish_reason\":\"" + reason + "\"}],\"usage\":{\"prompt_tokens\":20,"
                + "\"completion_tokens\":7,\"total_tokens\":27}}";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
