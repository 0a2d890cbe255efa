package io.openteller.platform;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;

/** Addresses that are known before the server starts, as the identity provider must know where to send browsers back. */
final class TestPorts {

    private TestPorts() {}

    static URI home() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return URI.create("http://localhost:" + free.getLocalPort());
        }
    }
}
