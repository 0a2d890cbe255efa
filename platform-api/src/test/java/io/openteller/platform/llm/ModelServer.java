package io.openteller.platform.llm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Several models of one server on this machine, each of which behaves as it is told to; well if nobody says anything. */
public final class ModelServer implements AutoCloseable {

    private static final Pattern MODEL = Pattern.compile("\"model\"\\s*:\\s*\"([^\"]+)\"");
    private static final String CHUNK = "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"model\":\"served\",\"choices\":";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** One request. */
    public record Asked(String model, String body) {}

    /** What a model does with a request. */
    @FunctionalInterface
    public interface Behaviour {

        void answer(Reply reply) throws Exception;
    }

    /** The means to behave well or badly. */
    public final class Reply {

        private final HttpExchange exchange;
        public final boolean streamed;
        public final String body;

        private Reply(HttpExchange exchange, String body) {
            this.exchange = exchange;
            this.body = body;
            this.streamed = body.replace(" ", "").contains("\"stream\":true");
        }

        public void says(String text) throws IOException {
            if (streamed) {
                begins(text);
                ends();
            } else {
                sends(200, "application/json", whole(text));
            }
        }

        /** Headers and this much of a streamed answer. */
        public void begins(String text) throws IOException {
            exchange.getResponseHeaders().set("Content-Type", streamed ? "text/event-stream" : "application/json");
            exchange.sendResponseHeaders(200, 0);
            raw(streamed ? chunks(text) : whole(text).substring(0, 40));
        }

        /** More of what was begun, at once. */
        public void goesOn(String text) throws IOException {
            raw(CHUNK + "[{\"index\":0,\"delta\":{\"content\":" + quoted(text) + "}}]}\n\n");
        }

        public void ends() throws IOException {
            raw(CHUNK + "[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n" + CHUNK
                    + "[],\"usage\":{\"prompt_tokens\":20,\"completion_tokens\":7,\"total_tokens\":27}}\n\ndata: [DONE]\n\n");
        }

        public void raw(String text) throws IOException {
            OutputStream out = exchange.getResponseBody();
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        public void sends(int status, String type, String content) throws IOException {
            exchange.getResponseHeaders().set("Content-Type", type);
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }

        public void header(String name, String value) {
            exchange.getResponseHeaders().set(name, value);
        }

        /** Until the server is closed. */
        public void hangs() throws InterruptedException {
            closed.await();
        }

        /** @return whether the server is still open after so long */
        public boolean pauses(long millis) throws InterruptedException {
            return !closed.await(millis, TimeUnit.MILLISECONDS);
        }
    }

    public ModelServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
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

    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/v1";
    }

    public void model(String name, Behaviour behaviour) {
        behaviours.put(name, behaviour);
    }

    /** In the order in which they came. */
    public List<Asked> asked() {
        return asked;
    }

    public long asked(String model) {
        return asked.stream().filter(one -> one.model().equals(model)).count();
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Matcher name = MODEL.matcher(body);
            String model = name.find() ? name.group(1) : "";
            asked.add(new Asked(model, body));
            behaviours.getOrDefault(model, reply -> reply.says("{}")).answer(new Reply(exchange, body));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (Exception gone) {
            // Whoever asked has gone, as many of the tests want.
        }
    }

    private static String chunks(String text) {
        StringBuilder chunks = new StringBuilder();
        for (int from = 0; from < text.length(); from += 9) {
            chunks.append(CHUNK)
                    .append("[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":")
                    .append(quoted(text.substring(from, Math.min(text.length(), from + 9))))
                    .append("}}]}\n\n");
        }
        return chunks.toString();
    }

    private static String whole(String text) {
        return "{\"id\":\"c\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"served\",\"choices\":[{\"index\":0,"
                + "\"message\":{\"role\":\"assistant\",\"content\":" + quoted(text) + "},\"finish_reason\":\"stop\"}],"
                + "\"usage\":{\"prompt_tokens\":20,\"completion_tokens\":7,\"total_tokens\":27}}";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
