package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody opens a long conversation over a connection with next to no room, and takes nothing. */
class StuckReadersIT {

    private static final int MESSAGES = 1_000;
    private static final Pattern ID = Pattern.compile("(?m)^id: ?([0-9]+)\\s*$");

    private static EmbeddedServer platform;
    private static TestBank bank;

    @BeforeAll
    static void a_bank() throws Exception {
        platform = TestPlatform.start(Map.of("openteller.streams.stuck-after", "1s"));
        bank = TestBank.open(platform.getApplicationContext(), "GBP");
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void who_takes_nothing_is_cut_and_goes_on_where_they_were() throws Exception {
        TestVisitor visitor = TestVisitor.anonymous(platform, bank);
        fill(visitor);
        String heard;
        try (Socket socket = opened(visitor)) {
            awaitCut();
            heard = rest(socket);
        }
        long last = last(heard);
        assertThat(last).as("not all of it was on its way").isBetween(1L, MESSAGES - 100L);
        try (TestStream again = visitor.stream(Long.toString(last))) {
            assertThat(again.nextMessage().id()).isEqualTo(Long.toString(last + 1));
        }
    }

    private static void fill(TestVisitor visitor) throws Exception {
        CurrentTenant.call(bank.tenant(), () -> platform.getApplicationContext()
                .getBean(TenantDatabase.class)
                .inTransaction(sql -> {
                    sql.execute(
                            "INSERT INTO message (tenant_id, id, conversation_id, seq, author, body, client_message_id)"
                                    + " SELECT ?, gen_random_uuid(), ?, 1 + n, 'CUSTOMER', repeat('x', 3000), 'long-' || n"
                                    + " FROM generate_series(1, ?) n",
                            bank.tenant().id(), visitor.conversation(), MESSAGES);
                    return sql.execute(
                            "UPDATE conversation SET next_seq = next_seq + ? WHERE id = ?", MESSAGES, visitor.conversation());
                }));
    }

    private static Socket opened(TestVisitor visitor) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress("127.0.0.1", platform.getPort()), 5_000);
        socket.getOutputStream()
                .write(("GET /api/v1/widget/conversations/" + visitor.conversation() + "/events HTTP/1.1\r\nHost: localhost\r\n"
                                + "Origin: " + TestBank.ORIGIN + "\r\nAuthorization: Bearer " + visitor.token()
                                + "\r\nAccept: text/event-stream\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void awaitCut() throws Exception {
        for (int i = 0; i < 200; i++) {
            HttpResponse<String> figures = TestVisitor.CLIENT.send(
                    java.net.http.HttpRequest.newBuilder(platform.getURI().resolve("/prometheus")).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (figures.body().lines().anyMatch(line -> line.equals("openteller_streams_cut_total 1.0"))) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("it was not cut");
    }

    /** What had been sent before. */
    private static String rest(Socket socket) throws IOException {
        socket.setSoTimeout(5_000);
        StringBuilder heard = new StringBuilder();
        byte[] piece = new byte[8_192];
        InputStream in = socket.getInputStream();
        try {
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                heard.append(new String(piece, 0, length, StandardCharsets.UTF_8));
            }
        } catch (java.net.SocketException reset) {
            // Also an end.
        }
        return heard.toString();
    }

    private static long last(String heard) {
        long last = 0;
        Matcher id = ID.matcher(heard);
        while (id.find()) {
            last = Long.parseLong(id.group(1));
        }
        return last;
    }
}
