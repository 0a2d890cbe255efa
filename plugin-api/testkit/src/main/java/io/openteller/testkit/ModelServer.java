package io.openteller.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.openteller.spi.llm.ToolCall;
import io.openteller.testkit.OpenAiServer.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A server on this machine that speaks some vendor's language, well or badly, and keeps what it is asked. What differs between
 * vendors is how an answer is written; what can go wrong with it does not.
 */
public abstract class ModelServer implements AutoCloseable {

    /** What a request wants. */
    protected enum Wants {
        ANSWER,
        STREAM,
        VECTORS,
        MODELS
    }

    /** One request. @param headers by lower-case name */
    public record Asked(String path, TreeMap<String, String> headers, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Function<String, Reply> brain = body -> new Reply.Says("Nothing.");
    private volatile List<float[]> vectors = List.of();

    protected ModelServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** What to set as the plugin's server address. */
    public abstract String url();

    protected abstract Wants wants(String path, String body);

    protected abstract String streamType();

    /** A whole answer; {@code reason} as this vendor calls the end, empty for the usual one. */
    protected abstract String whole(String text, List<ToolCall> calls, String reason);

    /** The chunks of an answer, from the first to the last. */
    protected abstract List<String> chunks(List<String> pieces, List<ToolCall> calls, String reason);

    /** An error in an answer's place, or as it comes in the middle of a stream. */
    protected abstract String midway(String code, boolean streamed);

    protected abstract String vectors(List<float[]> vectors);

    protected int port() {
        return server.getAddress().getPort();
    }

    /** @param answer from the body of a request */
    public void does(Function<String, Reply> answer) {
        brain = answer;
    }

    public void does(Reply reply) {
        brain = body -> reply;
    }

    /** From now on the answer to texts that are to be embedded, however many they are. */
    public void embeds(float[]... answer) {
        vectors = Arrays.asList(answer);
    }

    /** Every request so far for an answer or for vectors, as it came over the wire. */
    public List<String> bodies() {
        return asked.stream().map(Asked::body).toList();
    }

    public List<Asked> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().toString();
        Wants wants = wants(path, body);
        try (exchange) {
            if (wants == Wants.MODELS) {
                send(exchange, 200, "application/json", "{\"data\":[]}");
                return;
            }
            asked.add(new Asked(path, headers(exchange), body));
            reply(exchange, wants, brain.apply(body));
        } catch (IOException gone) {
            // Whoever asked has gone, as some of the tests want.
            exchange.close();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void reply(HttpExchange exchange, Wants wants, Reply reply) throws IOException, InterruptedException {
        boolean streamed = wants == Wants.STREAM;
        switch (reply) {
            case Reply.Says says when wants == Wants.VECTORS -> send(exchange, 200, "application/json", vectors(vectors));
            case Reply.Says(String text) -> says(exchange, streamed, text, List.of(), "");
            case Reply.Ends(String text, String reason) -> says(exchange, streamed, text, List.of(), reason);
            case Reply.Calls(String text, List<ToolCall> calls) -> says(exchange, streamed, text, calls, "");
            case Reply.Sends sends -> {
                if (!sends.header().isEmpty()) {
                    exchange.getResponseHeaders().set(sends.header(), sends.value());
                }
                send(exchange, sends.status(), sends.type(), sends.body());
            }
            case Reply.BreaksOff(String text) -> {
                byte[] part = begun(streamed, text);
                exchange.sendResponseHeaders(200, part.length + 1_000L);
                exchange.getResponseBody().write(part);
                exchange.getResponseBody().flush();
            }
            case Reply.Cut(String text) -> send(
                    exchange, 200, streamed ? streamType() : "application/json", new String(begun(streamed, text), StandardCharsets.UTF_8));
            case Reply.Errs(String text, String code) -> {
                String start = streamed ? new String(begun(true, text), StandardCharsets.UTF_8) : "";
                send(exchange, 200, streamed ? streamType() : "application/json", start + midway(code, streamed));
            }
            case Reply.Hangs(String text) -> hang(exchange, streamed, text);
            case Reply.Drips(String text) -> drip(exchange, streamed, text);
            case Reply.Pauses pauses -> pause(exchange, streamed, pauses);
            case Reply.Floods() -> flood(exchange, streamed);
        }
    }

    private static TreeMap<String, String> headers(HttpExchange exchange) {
        TreeMap<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return headers;
    }

    private void says(HttpExchange exchange, boolean streamed, String text, List<ToolCall> calls, String reason)
            throws IOException {
        if (streamed) {
            send(exchange, 200, streamType(), String.join("", chunks(pieces(text), calls, reason)));
        } else {
            send(exchange, 200, "application/json", whole(text, calls, reason));
        }
    }

    /** As much of an answer as has this text, and not its end. */
    private byte[] begun(boolean streamed, String text) {
        if (!streamed) {
            String whole = whole(text, List.of(), "");
            return whole.substring(0, whole.length() / 2).getBytes(StandardCharsets.UTF_8);
        }
        List<String> chunks = chunks(pieces(text), List.of(), "");
        int ending = chunks.size() - chunks(List.of(), List.of(), "").size();
        return String.join("", chunks.subList(0, opening() + ending)).getBytes(StandardCharsets.UTF_8);
    }

    /** How many chunks come before the first piece of text. */
    protected int opening() {
        return 0;
    }

    private void hang(HttpExchange exchange, boolean streamed, String text) throws IOException, InterruptedException {
        if (!text.isEmpty()) {
            begin(exchange, streamed);
            exchange.getResponseBody().write(begun(streamed, text));
            exchange.getResponseBody().flush();
        }
        closed.await();
    }

    private void drip(HttpExchange exchange, boolean streamed, String text) throws IOException, InterruptedException {
        begin(exchange, streamed);
        for (byte b : begun(streamed, text)) {
            exchange.getResponseBody().write(b);
            exchange.getResponseBody().flush();
            if (closed.await(1, TimeUnit.SECONDS)) {
                return;
            }
        }
    }

    private void begin(HttpExchange exchange, boolean streamed) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", streamed ? streamType() : "application/json");
        exchange.sendResponseHeaders(200, 0);
    }

    private void pause(HttpExchange exchange, boolean streamed, Reply.Pauses answer)
            throws IOException, InterruptedException {
        if (!streamed) {
            answer.goOn().await();
            send(exchange, 200, "application/json", whole(answer.first() + answer.rest(), List.of(), ""));
            return;
        }
        begin(exchange, true);
        List<String> first = pieces(answer.first());
        List<String> all = new ArrayList<>(first);
        all.addAll(pieces(answer.rest()));
        List<String> chunks = chunks(all, List.of(), "");
        int split = opening() + first.size();
        exchange.getResponseBody().write(String.join("", chunks.subList(0, split)).getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        answer.goOn().await();
        exchange.getResponseBody()
                .write(String.join("", chunks.subList(split, chunks.size())).getBytes(StandardCharsets.UTF_8));
    }

    private void flood(HttpExchange exchange, boolean streamed) throws IOException {
        begin(exchange, streamed);
        byte[] much = (streamed ? String.join("", chunks(List.of("x".repeat(60_000)), List.of(), "").subList(0, opening() + 1)) : " ".repeat(60_000))
                .getBytes(StandardCharsets.UTF_8);
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

    protected static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    protected static String numbers(float[] vector) {
        StringBuilder numbers = new StringBuilder("[");
        for (float one : vector) {
            numbers.append(numbers.length() == 1 ? "" : ",").append(one);
        }
        return numbers.append("]").toString();
    }

    protected static <T> String joined(List<T> parts, Function<T, String> written) {
        return parts.stream().map(written).collect(Collectors.joining(",", "[", "]"));
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
