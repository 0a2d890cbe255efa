package io.openteller.platform.egress.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openteller.platform.egress.AllowedHosts;
import io.openteller.platform.egress.InsideHosts;
import io.openteller.platform.egress.Passage;
import io.openteller.spi.Http.HttpFault;
import io.openteller.spi.Http.HttpFault.Kind;
import io.openteller.spi.HttpAnswer;
import io.openteller.spi.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinnedClientTest {

    private static final InsideHosts HERE = InsideHosts.of(List.of("127.0.0.0/8", "::1/128"));
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    private final List<String> lookedUp = new ArrayList<>();
    private final List<InetAddress[]> answers = new ArrayList<>();
    private final PinnedClient client =
            new PinnedClient(this::names, (SSLSocketFactory) SSLSocketFactory.getDefault());

    @AfterEach
    void stop() {
        client.close();
    }

    private InetAddress[] names(String host) throws UnknownHostException {
        lookedUp.add(host);
        return answers.isEmpty() ? InetAddress.getAllByName(host) : answers.removeFirst();
    }

    private static Passage to(URI address, InsideHosts insides) {
        return new Passage(AllowedHosts.of(address), insides, Duration.ofSeconds(20), 100_000, () -> false);
    }

    private HttpAnswer open(URI address) throws HttpFault {
        return client.open(HttpRequest.get(address), to(address, HERE));
    }

    private static String text(HttpAnswer answer) throws IOException {
        try (answer) {
            return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void refused(Kind kind, HttpRequest request, Passage passage) {
        assertThatThrownBy(() -> text(client.open(request, passage)))
                .isInstanceOfSatisfying(HttpFault.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
    }

    @Test
    void what_is_sent_arrives_and_the_answer_comes_back() throws Exception {
        try (LoopbackSite site = new LoopbackSite()) {
            site.page("/a?b=c", "Grüezi");
            HttpRequest request = HttpRequest.postJson(site.at("/a?b=c"), "{}").withHeader("X-Kind", "one");
            HttpAnswer answer = client.open(request, to(site.at("/"), HERE));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("content-TYPE")).isEqualTo("text/html; charset=utf-8");
            assertThat(answer.header("none")).isNull();
            assertThat(text(answer)).isEqualTo("Grüezi");
            assertThat(site.asked().getFirst().seen())
                    .containsEntry("x-kind", "one").containsEntry("host", site.host()).containsEntry("content-length", "2");
        }
    }

    @Test
    void a_connection_is_kept_for_the_next_call_once_its_answer_was_read() throws Exception {
        try (RawServer server = new RawServer(OK, false, 0)) {
            for (int i = 0; i < 5; i++) {
                assertThat(text(open(server.at("/" + i)))).isEqualTo("hello");
            }
            assertThat(server.connections()).isEqualTo(1);
            open(server.at("/left")).close();
            assertThat(text(open(server.at("/next")))).isEqualTo("hello");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void a_connection_that_the_server_closed_is_not_used_again() throws Exception {
        try (RawServer server = new RawServer(OK, true, 0)) {
            assertThat(text(open(server.at("/1")))).isEqualTo("hello");
            Thread.sleep(50);
            assertThat(text(open(server.at("/2")))).isEqualTo("hello");
        }
    }

    @Test
    void chunks_are_put_together_and_read_while_they_come() throws Exception {
        String chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\nA: b\r\n\r\n";
        try (RawServer server = new RawServer(chunked, false, 0)) {
            assertThat(text(open(server.at("/")))).isEqualTo("hello");
            assertThat(text(open(server.at("/")))).isEqualTo("hello");
            assertThat(server.connections()).isEqualTo(1);
        }
        try (RawServer slow = new RawServer(chunked, false, 5); HttpAnswer answer = open(slow.at("/"))) {
            assertThat(answer.body().read()).isEqualTo('h');
            assertThat(answer.body().readAllBytes()).asString().isEqualTo("ello");
        }
    }

    @Test
    void a_body_without_a_length_ends_with_its_connection() throws Exception {
        try (RawServer server = new RawServer("HTTP/1.0 200 OK\r\n\r\nhello", true, 0)) {
            assertThat(text(open(server.at("/")))).isEqualTo("hello");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 4\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhelloX\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nname : value\r\n\r\n", "HTTP/2 200\r\n\r\n", "220 mail\r\n", ""
    })
    void what_is_no_whole_answer_is_a_broken_connection(String sent) {
        try (RawServer server = new RawServer(sent, true, 0)) {
            refused(Kind.UNREACHABLE, HttpRequest.get(server.at("/")), to(server.at("/"), HERE));
        }
    }

    @Test
    void an_interim_answer_is_passed_over() throws Exception {
        try (RawServer server = new RawServer("HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\n" + OK, false, 0)) {
            assertThat(text(open(server.at("/")))).isEqualTo("hello");
        }
    }

    @Test
    void a_host_that_is_not_allowed_is_not_even_looked_up() {
        refused(
                Kind.NOT_ALLOWED,
                HttpRequest.get(URI.create("http://elsewhere.example/")),
                to(URI.create("http://bank.example/"), HERE));
        assertThat(lookedUp).isEmpty();
    }

    @Test
    void an_address_inside_is_refused_unless_the_operator_named_it() throws Exception {
        try (RawServer server = new RawServer(OK, false, 0)) {
            URI address = server.at("/");
            HttpRequest request = HttpRequest.get(address);
            refused(Kind.NOT_ALLOWED, request, to(address, InsideHosts.NONE));
            refused(Kind.NOT_ALLOWED, request, to(address, InsideHosts.of(List.of("10.0.0.0/8", "localhost:1"))));
            assertThat(server.connections()).isZero();
            InsideHosts named = InsideHosts.of(List.of("localhost:" + address.getPort()));
            assertThat(text(client.open(request, to(address, named)))).isEqualTo("hello");
            // Nor does a connection that was kept help one who may not.
            refused(Kind.NOT_ALLOWED, request, to(address, InsideHosts.NONE));
        }
    }

    @Test
    void one_address_inside_among_others_is_enough_to_refuse() throws Exception {
        URI address = URI.create("http://bank.example/");
        answers.add(new InetAddress[] {InetAddress.getByName("1.1.1.1"), InetAddress.getByName("10.0.0.1")});
        refused(Kind.NOT_ALLOWED, HttpRequest.get(address), to(address, HERE));
    }

    @Test
    void what_was_looked_at_is_what_is_connected_to() throws Exception {
        try (RawServer server = new RawServer(OK, false, 0)) {
            URI address = URI.create("http://bank.example:" + server.at("/").getPort() + "/");
            answers.add(new InetAddress[] {InetAddress.getByName("127.0.0.1")});
            answers.add(new InetAddress[] {InetAddress.getByName("127.0.0.2")});
            assertThat(text(client.open(HttpRequest.get(address), to(address, HERE)))).isEqualTo("hello");
            assertThat(lookedUp).containsExactly("bank.example");
            assertThat(server.heads().getFirst()).contains("Host: bank.example:" + address.getPort());
        }
    }

    @Test
    void a_clouds_metadata_cannot_be_named() {
        URI address = URI.create("http://169.254.169.254/latest");
        refused(
                Kind.NOT_ALLOWED,
                HttpRequest.get(address),
                to(address, InsideHosts.of(List.of("169.254.169.254", "0.0.0.0/0"))));
    }

    @Test
    void no_redirect_is_followed() throws Exception {
        try (LoopbackSite site = new LoopbackSite()) {
            site.redirect("/a", site.at("/b").toString());
            try (HttpAnswer answer = open(site.at("/a"))) {
                assertThat(answer.status()).isEqualTo(302);
            }
            assertThat(site.paths()).containsExactly("/a");
        }
    }

    @Test
    void what_concerns_the_connection_is_not_the_callers_to_say() {
        URI address = URI.create("http://bank.example/");
        for (HttpRequest bad : List.of(
                HttpRequest.get(address).withHeader("Host", "other.example"),
                HttpRequest.get(address).withHeader("Transfer-Encoding", "chunked"),
                HttpRequest.of("GET / HTTP/1.1\r\nA:", address, new byte[0]))) {
            refused(Kind.NOT_ALLOWED, bad, to(address, HERE));
        }
        assertThat(lookedUp).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello"})
    void nobody_waits_longer_than_the_deadline(String sent) {
        try (RawServer server = new RawServer(sent, false, 0)) {
            Passage soon = new Passage(
                    AllowedHosts.of(server.at("/")), HERE, Duration.ofMillis(200), 1_000, () -> false);
            refused(Kind.TOO_SLOW, HttpRequest.get(server.at("/")), soon);
        }
    }

    @Test
    void a_byte_now_and_then_is_as_slow_as_none() {
        try (RawServer server = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", false, 30)) {
            Passage soon = new Passage(
                    AllowedHosts.of(server.at("/")), HERE, Duration.ofMillis(300), 1_000, () -> false);
            refused(Kind.TOO_SLOW, HttpRequest.get(server.at("/")), soon);
        }
    }

    @Test
    void a_server_that_reads_nothing_is_too_slow() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI address = URI.create("http://localhost:" + deaf.getLocalPort() + "/");
            HttpRequest big = HttpRequest.of("POST", address, new byte[12_000_000]);
            refused(Kind.TOO_SLOW, big, new Passage(
                    AllowedHosts.of(address), HERE, Duration.ofMillis(300), 1_000, () -> false));
        }
    }

    @Test
    void a_body_longer_than_allowed_is_cut_off() {
        try (RawServer server = new RawServer("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(200_000), true, 0)) {
            refused(Kind.TOO_LARGE, HttpRequest.get(server.at("/")), to(server.at("/"), HERE));
        }
    }

    @Test
    void a_caller_that_has_gone_hangs_up() throws Exception {
        try (RawServer server = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello", false, 0)) {
            AtomicBoolean gone = new AtomicBoolean();
            Passage passage = new Passage(
                    AllowedHosts.of(server.at("/")), HERE, Duration.ofSeconds(60), 1_000, gone::get);
            HttpAnswer answer = client.open(HttpRequest.get(server.at("/")), passage);
            InputStream body = answer.body();
            assertThat(body.readNBytes(5)).hasSize(5);
            gone.set(true);
            assertThatThrownBy(body::read)
                    .isInstanceOfSatisfying(HttpFault.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.CANCELLED));
            assertThatThrownBy(body::read).isInstanceOf(HttpFault.class);
        }
    }

    @Test
    void an_interrupted_thread_comes_back() throws Exception {
        try (RawServer server = new RawServer("", false, 0)) {
            AtomicReference<Exception> met = new AtomicReference<>();
            Thread asking = Thread.ofVirtual().start(() -> {
                try {
                    open(server.at("/"));
                } catch (HttpFault fault) {
                    met.set(fault);
                }
            });
            Thread.sleep(100);
            asking.interrupt();
            assertThat(asking.join(Duration.ofSeconds(20))).isTrue();
            assertThat(met.get()).isInstanceOfSatisfying(
                    HttpFault.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.CANCELLED));
        }
    }

    @Test
    void what_a_caller_forgets_to_close_is_closed_at_its_deadline() throws Exception {
        try (RawServer server = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello", false, 0)) {
            client.open(HttpRequest.get(server.at("/")), new Passage(
                    AllowedHosts.of(server.at("/")), HERE, Duration.ofMillis(200), 1_000, () -> false));
            for (int i = 0; i < 500 && server.hungUp() == 0; i++) {
                Thread.sleep(10);
            }
            assertThat(server.hungUp()).isEqualTo(1);
        }
    }

    @Test
    void a_machine_where_nobody_listens_is_unreachable() {
        // No port that a test of somebody else could be given.
        URI nobody = URI.create("http://localhost:1/");
        refused(Kind.UNREACHABLE, HttpRequest.get(nobody), to(nobody, HERE));
        URI unknown = URI.create("http://no-such-host.invalid/");
        refused(Kind.UNREACHABLE, HttpRequest.get(unknown), to(unknown, HERE));
    }
}
