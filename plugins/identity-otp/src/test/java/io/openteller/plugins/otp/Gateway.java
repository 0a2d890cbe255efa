package io.openteller.plugins.otp;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text message gateway that keeps what it is given. */
final class Gateway implements AutoCloseable {

    static final String KEY = "key-of-the-gateway";
    private static final Pattern CODE = Pattern.compile("\"text\":\"(\\d{6}) ");

    final List<String> bodies = new CopyOnWriteArrayList<>();
    volatile boolean outOfOrder;
    private final HttpServer server;

    Gateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/send", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean known = ("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            int status = outOfOrder ? 503 : known ? 202 : 401;
            if (status == 202) {
                bodies.add(body);
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/send";
    }

    List<String> codes() {
        return bodies.stream()
                .map(body -> {
                    Matcher code = CODE.matcher(body);
                    if (!code.find()) {
                        throw new AssertionError("no code in " + body);
                    }
                    return code.group(1);
                })
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
