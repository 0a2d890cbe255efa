package {{package}};

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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A stand-in for the model's server. The tests use it; and it runs by itself, for trying the plugin out: give this file and a
 * port to {@code java}.
 */
public final class {{Name}}Server implements AutoCloseable {

    static final String KEY = "a-key-that-nobody-may-see";

    private static final List<String> ANSWER = List.of("A new card ", "costs 6 pounds.");
    private static final List<String> FORMED = List.of("{\"fee\"", ": 6}");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Does does = Does.WORK;
    private volatile String received = "";

    /** How it behaves. */
    enum Does {
        WORK,
        FAIL,
        SEND_A_PAGE,
        HANG,
        REFUSE_KEY,
        LIMIT,
        FIND_TOO_LONG,
        ANSWER_EMPTY,
        BREAK_OFF,
        STOP_AT_LIMIT,
        HANG_MIDWAY,
        FLOOD
    }

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

    /** What it was asked last. */
    String received() {
        return received;
    }

    private void answer(HttpExchange exchange) throws IOException {
        received = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean known = ("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        switch (does) {
            case HANG -> awaitEnd();
            case FAIL -> send(exchange, 503, "{}");
            case SEND_A_PAGE -> send(exchange, 200, "<html>Welcome</html>");
            case LIMIT -> {
                exchange.getResponseHeaders().set("Retry-After", "7");
                send(exchange, 429, "{}");
            }
            case FIND_TOO_LONG -> send(exchange, 413, "{}");
            default -> {
                if (!known || does == Does.REFUSE_KEY) {
                    send(exchange, 401, "no such key: " + KEY + "; you asked: " + received);
                } else if (exchange.getRequestURI().getPath().equals("/health")) {
                    send(exchange, 200, "{\"status\": \"ok\"}");
                } else {
                    stream(exchange);
                }
            }
        }
        exchange.close();
    }

    private void stream(HttpExchange exchange) throws IOException {
        List<String> pieces = received.contains("\"schema\":\"") ? FORMED : ANSWER;
        exchange.sendResponseHeaders(200, does == Does.BREAK_OFF ? 100_000 : 0);
        OutputStream out = exchange.getResponseBody();
        switch (does) {
            case ANSWER_EMPTY -> write(out, done(true));
            case BREAK_OFF -> write(out, piece(pieces.get(0)));
            case STOP_AT_LIMIT -> write(out, piece(pieces.get(0)) + done(false));
            case HANG_MIDWAY -> {
                write(out, piece(pieces.get(0)));
                awaitEnd();
            }
            case FLOOD -> {
                while (closed.getCount() > 0) {
                    write(out, piece("and so on "));
                }
            }
            default -> {
                for (String piece : pieces) {
                    write(out, piece(piece));
                }
                write(out, done(true));
            }
        }
    }

    private static String piece(String text) {
        return "{\"piece\": \"" + text.replace("\"", "\\\"") + "\"}\n";
    }

    private static String done(boolean whole) {
        return "{\"done\": true, \"whole\": " + whole + ", \"input\": 20, \"output\": 7, \"model\": \"house-1\"}\n";
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
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
