package io.openteller.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.openteller.bench.canaries.Canaries;
import io.openteller.bench.canaries.Canary;
import io.openteller.bench.canaries.Way;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever comes back is read for whoever asked. */
class ClientTest {

    private static final int SECONDS = 10;
    private static final String OWN = Canary.of("bank-1");
    private static final String OTHERS = Canary.of("bank-2");

    private final Canaries canaries = new Canaries();
    private HttpServer server;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        client = new Client("http://localhost", server.getAddress().getPort(), 1, canaries);
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    @Test
    void a_body_is_read_for_the_bank_whose_session_asked() throws Exception {
        answers("", "{\"text\":\"" + OWN + " " + OTHERS + "\"}");
        client.post("/", "ws_bank-1_secret", "{}").get(SECONDS, TimeUnit.SECONDS);
        assertThat(canaries.own(Way.HTTP)).isEqualTo(1);
        assertThat(canaries.leaks()).containsExactly("HTTP: bank-1 was shown " + OTHERS);
    }

    @Test
    void without_a_session_the_sites_key_says_whose_it_is() throws Exception {
        answers("", "{\"bank\":\"" + OWN + "\"}");
        client.post("/", "", "{\"siteKey\":\"wk_bank-1_website1\"}").get(SECONDS, TimeUnit.SECONDS);
        assertThat(canaries.own(Way.HTTP)).isEqualTo(1);
        assertThat(canaries.foreign()).isZero();
    }

    @Test
    void headers_are_read_as_well() throws Exception {
        answers(OTHERS, "{}");
        client.post("/", "ws_bank-1_secret", "{}").get(SECONDS, TimeUnit.SECONDS);
        assertThat(canaries.foreign(Way.HTTP)).isEqualTo(1);
    }

    @Test
    void a_word_on_a_stream_is_found_though_it_comes_in_two_pieces() throws Exception {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            for (String piece : new String[] {"data: " + OTHERS.substring(0, 7), OTHERS.substring(7) + "\n\n"}) {
                out.write(piece.getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
            exchange.close();
        });
        CompletableFuture<String> ended = new CompletableFuture<>();
        try (Subscription stream = client.staffStream("/", "bank-1.secret", event -> {}, () -> ended.complete("ended"))) {
            ended.get(SECONDS, TimeUnit.SECONDS);
        }
        assertThat(canaries.leaks()).containsExactly("STREAM: bank-1 was shown " + OTHERS);
    }

    private void answers(String header, String body) {
        server.createContext("/", exchange -> {
            if (!header.isEmpty()) {
                exchange.getResponseHeaders().set("X-Told", header);
            }
            byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
