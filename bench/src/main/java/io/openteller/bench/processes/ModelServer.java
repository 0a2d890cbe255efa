package io.openteller.bench.processes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.openteller.bench.canaries.Canaries;
import io.openteller.bench.canaries.Reading;
import io.openteller.bench.canaries.Way;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Speaks OpenAI's chat interface; each model behaves as it was told to. */
public final class ModelServer implements AutoCloseable {

    private static final Pattern MODEL = Pattern.compile("\"model\"\\s*:\\s*\"([^\"]+)\"");
    private static final String CHUNK = "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"model\":\"m\",\"choices\":";
    /** What {@code ModelRoute} gives a bank to ask with. */
    private static final Pattern KEY = Pattern.compile("Bearer key-([a-z][a-z0-9-]{2,39}?)-cnry.*");
    public static final String SAYS_NOTHING = "{\"answered\": false, \"sentences\": []}";

    private final Canaries canaries;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();

    /** What a model does with a request. */
    @FunctionalInterface
    public interface Behaviour {
        void answer(Exchange exchange) throws IOException, InterruptedException;
    }

    /** One request, streamed or not. */
    public static final class Exchange {

        private final HttpExchange http;
        private final String body;
        private final boolean streamed;

        private Exchange(HttpExchange http, String body) {
            this.http = http;
            this.body = body;
            this.streamed = body.replace(" ", "").contains("\"stream\":true");
        }

        /** What was asked, as JSON. */
        public String body() {
            return body;
        }

        public void says(String text) throws IOException {
            if (streamed) {
                begins(text);
                raw(CHUNK + "[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n");
            } else {
                sends(200, "application/json", "{\"id\":\"c\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\","
                        + "\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":" + quoted(text)
                        + "},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":3,\"total_tokens\":12}}");
            }
        }

        /** Of a streamed answer, this much. */
        public void begins(String text) throws IOException {
            http.getResponseHeaders().set("Content-Type", streamed ? "text/event-stream" : "application/json");
            http.sendResponseHeaders(200, 0);
            raw(streamed
                    ? CHUNK + "[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":" + quoted(text) + "}}]}\n\n"
                    : text);
        }

        public void raw(String text) throws IOException {
            OutputStream out = http.getResponseBody();
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        public void sends(int status, String type, String content) throws IOException {
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            http.getResponseHeaders().set("Content-Type", type);
            http.sendResponseHeaders(status, bytes.length);
            http.getResponseBody().write(bytes);
        }

        public void header(String name, String value) {
            http.getResponseHeaders().set(name, value);
        }

        private static String quoted(String text) {
            return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
        }
    }

    /** @param canaries read what it is asked */
    public ModelServer(Canaries canaries) {
        this.canaries = canaries;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/v1/models", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, -1);
            }
        });
        server.createContext("/v1/chat/completions", this::answer);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public void model(String name, Behaviour behaviour) {
        behaviours.put(name, behaviour);
    }

    public int asked(String model) {
        return asked.computeIfAbsent(model, one -> new AtomicInteger()).get();
    }

    private void answer(HttpExchange http) {
        try (http) {
            byte[] bytes = http.getRequestBody().readAllBytes();
            read(http, bytes);
            String body = new String(bytes, StandardCharsets.UTF_8);
            Matcher name = MODEL.matcher(body);
            String model = name.find() ? name.group(1) : "";
            asked.computeIfAbsent(model, one -> new AtomicInteger()).incrementAndGet();
            behaviours.getOrDefault(model, exchange -> exchange.says(SAYS_NOTHING)).answer(new Exchange(http, body));
        } catch (IOException gone) {
            // Whoever asked did not wait for it.
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** It is for the bank whose key came with it. */
    private void read(HttpExchange http, byte[] body) {
        String key = http.getRequestHeaders().getFirst("Authorization");
        Matcher bank = KEY.matcher(key == null ? "" : key);
        Reading reading = canaries.reading(Way.PROMPT, bank.matches() ? bank.group(1) : null);
        http.getRequestHeaders().forEach((name, values) -> values.forEach(reading::whole));
        reading.piece(body, body.length);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
