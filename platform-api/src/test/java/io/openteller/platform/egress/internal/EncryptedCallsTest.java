package io.openteller.platform.egress.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.openteller.platform.egress.AllowedHosts;
import io.openteller.platform.egress.InsideHosts;
import io.openteller.platform.egress.Passage;
import io.openteller.spi.Http.HttpFault;
import io.openteller.spi.Http.HttpFault.Kind;
import io.openteller.spi.HttpAnswer;
import io.openteller.spi.HttpRequest;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose certificate says bank.example, on this machine. */
class EncryptedCallsTest {

    @TempDir
    Path folder;

    private final String word = UUID.randomUUID().toString();
    private HttpsServer server;
    private SSLContext context;
    private PinnedClient client;

    @BeforeEach
    void start() throws Exception {
        Path file = folder.resolve("keys.p12");
        int made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                        "-genkeypair", "-keyalg", "EC", "-dname", "CN=bank.example", "-ext", "SAN=dns:bank.example",
                        "-alias", "bank", "-validity", "2", "-storetype", "PKCS12", "-storepass", word,
                        "-keystore", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start()
                .waitFor();
        assertThat(made).isZero();
        context = context(file);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            byte[] answer = String.valueOf(exchange.getRequestHeaders().getFirst("Host")).getBytes();
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        client = client(context.getSocketFactory());
    }

    private SSLContext context(Path file) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, word.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, word.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        SSLContext made = SSLContext.getInstance("TLS");
        made.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
        return made;
    }

    /** Every name is this machine. */
    private static PinnedClient client(SSLSocketFactory tls) {
        return new PinnedClient(host -> new InetAddress[] {InetAddress.getLoopbackAddress()}, tls);
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    private String asked(PinnedClient by, String host, int port, Duration within) throws Exception {
        URI address = URI.create("https://" + host + ":" + port + "/");
        Passage passage = new Passage(
                AllowedHosts.of(address), InsideHosts.of(List.of("127.0.0.0/8", "::1/128")), within, 1_000, () -> false);
        try (HttpAnswer answer = by.open(HttpRequest.get(address), passage)) {
            return new String(answer.body().readAllBytes());
        }
    }

    @Test
    void the_name_is_in_the_handshake_and_in_the_request_though_an_address_was_connected_to() throws Exception {
        int port = server.getAddress().getPort();
        for (int i = 0; i < 3; i++) {
            assertThat(asked(client, "bank.example", port, Duration.ofSeconds(20))).isEqualTo("bank.example:" + port);
        }
    }

    @Test
    void another_names_certificate_and_one_that_nobody_trusts_are_not_taken() {
        int port = server.getAddress().getPort();
        assertThatThrownBy(() -> asked(client, "other.example", port, Duration.ofSeconds(20)))
                .isInstanceOfSatisfying(HttpFault.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.UNREACHABLE));
        try (Closing strict = new Closing(client((SSLSocketFactory) SSLSocketFactory.getDefault()))) {
            assertThatThrownBy(() -> asked(strict.client(), "bank.example", port, Duration.ofSeconds(20)))
                    .isInstanceOfSatisfying(HttpFault.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.UNREACHABLE));
        }
    }

    private record Closing(PinnedClient client) implements AutoCloseable {
        @Override
        public void close() {
            client.close();
        }
    }

    @Test
    void nobody_waits_for_a_handshake_longer_than_the_deadline() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> asked(client, "bank.example", mute.getLocalPort(), Duration.ofMillis(300)))
                    .isInstanceOfSatisfying(HttpFault.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.TOO_SLOW));
        }
    }
}
