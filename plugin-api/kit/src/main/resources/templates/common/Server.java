package {{package}};

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
{{serverImports}}
/**
 * A stand-in for the system behind the plugin. The tests use it; and it runs by itself, for trying the plugin out: give this
 * file and a port to {@code java}.
 */
public final class {{Name}}Server implements AutoCloseable {

    static final String KEY = "a-key-for-trying-out";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Answer> answered = new ConcurrentHashMap<>();
    private volatile Does does = Does.WORK;

    /** How it behaves. */
    enum Does {
        WORK,
        FAIL,
        SEND_A_PAGE,
        HANG
    }

    /** What it says to one request. */
    record Answer(int status, String json) {}

    {{Name}}Server(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public static void main(String[] arguments) {
        int port = arguments.length == 0 ? 9090 : Integer.parseInt(arguments[0]);
        new {{Name}}Server(port);
        System.out.println("http://localhost:" + port + " answers who has the key " + KEY);
    }

    Map<String, String> settings() {
        return Map.of("baseUrl", "http://localhost:" + server.getAddress().getPort(), "apiKey", KEY);
    }

    void does(Does what) {
        does = what;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        Answer answer;
        if (does == Does.HANG) {
            awaitEnd();
            answer = new Answer(503, "{}");
        } else if (does == Does.FAIL) {
            answer = new Answer(503, "{}");
        } else if (does == Does.SEND_A_PAGE) {
            answer = new Answer(200, "<html>Welcome</html>");
        } else if (!("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer = new Answer(401, "{}");
        } else if (path.equals("/health")) {
            answer = new Answer(200, "{\"status\": \"ok\"}");
        } else if (exchange.getRequestMethod().equals("POST") && key != null) {
            answer = once(path + " " + key + " " + body, () -> respond(path, body));
        } else {
            answer = respond(path, String.valueOf(exchange.getRequestURI().getRawQuery()));
        }
        byte[] bytes = answer.json().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** What was done under a key is not done again; another request under it is another. What failed may be tried again. */
    private synchronized Answer once(String key, Supplier<Answer> work) {
        Answer known = answered.get(key);
        if (known != null) {
            return known;
        }
        Answer answer = work.get();
        if (answer.status() / 100 == 2) {
            answered.put(key, answer);
        }
        return answer;
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

{{respond}}
}
