package io.openteller.platform.egress.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openteller.platform.egress.AllowedHosts;
import io.openteller.platform.egress.InsideHosts;
import io.openteller.platform.egress.Passage;
import io.openteller.spi.ClientCertificate;
import io.openteller.spi.Http.HttpFault;
import io.openteller.spi.Http.HttpFault.Kind;
import io.openteller.spi.HttpAnswer;
import io.openteller.spi.HttpRequest;
import io.openteller.testkit.CertifiedServer;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server on this machine that answers nobody without a certificate of its authority. */
class ClientCertificatesTest {

    private static final AtomicInteger ASKED = new AtomicInteger();

    @TempDir
    static Path folder;

    private static CertifiedServer server;
    private static PinnedClient client;

    @BeforeAll
    static void start() throws Exception {
        server = new CertifiedServer(folder, exchange -> {
            ASKED.incrementAndGet();
            byte[] answer = "come in".getBytes();
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        client = new PinnedClient(InetAddress::getAllByName, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    private static String asked(URI address, @Nullable ClientCertificate certificate) throws Exception {
        Passage passage = new Passage(
                AllowedHosts.of(address), InsideHosts.of(List.of("localhost")), Duration.ofSeconds(20), 1_000, () -> false);
        HttpRequest request = HttpRequest.postJson(address, "{}");
        try (HttpAnswer answer = client.open(certificate == null ? request : request.withCertificate(certificate), passage)) {
            return new String(answer.body().readAllBytes());
        }
    }

    private static void refused(@Nullable ClientCertificate certificate, Kind kind, String sentence) {
        int before = ASKED.get();
        assertThatThrownBy(() -> asked(server.address(), certificate))
                .isInstanceOfSatisfying(HttpFault.class, fault -> assertThat(fault.kind()).isEqualTo(kind))
                .hasMessageContaining(sentence);
        assertThat(ASKED).hasValue(before);
    }

    @Test
    void a_caller_with_a_certificate_of_the_authority_is_let_in_again_and_again() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(asked(server.address(), server.certificate("caller"))).isEqualTo("come in");
        }
        var file = new ClientCertificate(server.file("a password"), "a password", server.authority());
        assertThat(asked(server.address(), file)).isEqualTo("come in");
    }

    @Test
    void one_that_the_server_does_not_know_is_told_apart_from_a_server_that_is_down() throws Exception {
        refused(server.certificate("stranger"), Kind.CERTIFICATE, "the server does not take the client certificate");
    }

    @Test
    void one_that_ran_out_goes_nowhere() throws Exception {
        refused(server.certificate("expired"), Kind.CERTIFICATE, "the client certificate ran out on");
    }

    @Test
    void a_server_of_no_authority_that_was_named_is_not_believed() throws Exception {
        refused(
                new ClientCertificate(server.pem("caller"), null, null),
                Kind.CERTIFICATE,
                "the server's own certificate leads to no authority that is trusted");
    }

    @Test
    void who_shows_none_never_rides_on_the_connection_of_who_did() throws Exception {
        asked(server.address(), server.certificate("caller"));
        refused(null, Kind.UNREACHABLE, "");
    }

    @Test
    void a_certificate_is_shown_to_nobody_without_encryption() throws Exception {
        URI plain = URI.create("http://localhost:" + server.address().getPort() + "/");
        ClientCertificate caller = server.certificate("caller");
        assertThatThrownBy(() -> asked(plain, caller)).hasMessage("a client certificate goes to https addresses alone");
    }
}
