package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bank's gateway for text messages: real HTTP, and it remembers what it was handed. */
final class TestGateway implements AutoCloseable {

    static final String KEY = "a-gateway-key-for-tests";
    private static final Pattern CODE = Pattern.compile("\"text\":\"([0-9]{6}) ");

    private final HttpServer server;
    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();

    TestGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/sms", exchange -> {
            boolean known = ("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            if (known) {
                texts.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            }
            exchange.sendResponseHeaders(known ? 202 : 401, -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/sms";
    }

    /** The code in the next text. */
    String nextCode() throws InterruptedException {
        String text = texts.poll(20, TimeUnit.SECONDS);
        assertThat(text).as("a text message").isNotNull();
        Matcher code = CODE.matcher(text);
        assertThat(code.find()).as(text).isTrue();
        return code.group(1);
    }

    /** Whatever an earlier test left unread. */
    void forget() {
        texts.clear();
    }

    boolean sentNothing() {
        return texts.isEmpty();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
