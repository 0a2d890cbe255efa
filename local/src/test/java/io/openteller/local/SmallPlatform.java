package io.openteller.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** What `up` knows of a platform: a process with a port that says when it is ready. It shows what it was told. */
public final class SmallPlatform {

    private SmallPlatform() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv("OPENTELLER_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/", exchange -> {
            byte[] body = System.getenv().toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    /** One that cannot start. */
    public static final class Broken {

        private Broken() {}

        public static void main(String[] arguments) {
            System.out.println("no migration for this database");
            System.exit(7);
        }
    }
}
