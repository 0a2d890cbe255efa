package io.openteller.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.openteller.bench.canaries.Canaries;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SubscriptionTest {

    private static final int SECONDS = 10;

    /** As a platform does whose look at the database failed: who goes on listening to that connection hears nothing any more. */
    @Test
    void a_stream_that_ends_in_order_is_lost_though_its_connection_stays_open() throws Exception {
        HttpServer server = server("event: state\ndata: {}\n\n");
        BlockingQueue<Event> heard = new LinkedBlockingQueue<>();
        CompletableFuture<String> ended = new CompletableFuture<>();
        try (Client client = new Client("http://localhost", server.getAddress().getPort(), 1, new Canaries());
                Subscription stream = client.stream("/", "", heard::add, () -> ended.complete("ended"))) {
            assertThat(ended.get(SECONDS, TimeUnit.SECONDS)).isEqualTo("ended");
            assertThat(heard).extracting(Event::name).containsExactly("state");
        } finally {
            server.stop(0);
        }
    }

    /** Ends each answer and keeps the connection for the next request. */
    private static HttpServer server(String events) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(events.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().close();
        });
        server.start();
        return server;
    }
}
