package io.openteller.platform;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.ThreadLocalRandom;

/** Addresses that are known before the server starts, as the identity provider must know where to send browsers back. */
final class TestPorts {

    private TestPorts() {}

    static URI home() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return URI.create("http://localhost:" + free.getLocalPort());
        }
    }

    /**
     * Stays free while its server is away: systems give clients, such as those that try to reach that server, ports above
     * these, and one that tries long enough may be given the very port that it calls.
     */
    static int noClients() throws IOException {
        for (int tries = 0; tries < 100; tries++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket free = new ServerSocket(port)) {
                return free.getLocalPort();
            } catch (BindException taken) {
                continue;
            }
        }
        throw new IOException("no port is free");
    }
}
