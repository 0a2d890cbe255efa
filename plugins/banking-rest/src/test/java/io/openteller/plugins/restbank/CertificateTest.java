package io.openteller.plugins.restbank;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.spi.OpentellerPlugin.Health;
import io.openteller.spi.Outcome;
import io.openteller.testkit.CertifiedServer;
import io.openteller.testkit.TestCall;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bank whose servers ask callers for a certificate: a real one, on this machine. */
class CertificateTest {

    private static final String ALONE = Documents.with("/auth", "{\"type\": \"CERTIFICATE\"}");
    private static final String WITH_TOKENS = Documents.with(
            "/auth", "{\"type\": \"OAUTH2\", \"client\": \"BASIC\", \"tokenPath\": \"/oauth/token\", \"certificate\": true}");
    private static final List<String> ASKED = new CopyOnWriteArrayList<>();

    @TempDir
    static Path folder;

    private static CertifiedServer bank;

    @BeforeAll
    static void start() throws Exception {
        bank = new CertifiedServer(folder, exchange -> {
            ASKED.add(exchange.getRequestURI().getPath());
            String answer = exchange.getRequestURI().getPath().endsWith("/token")
                    ? "{\"access_token\": \"t-1\", \"expires_in\": 600}"
                    : "{\"id\": \"A-1\", \"currency\": \"INR\", \"booked\": \"1.10\", \"available\": 1, \"at\": \"2026-02-03T04:05:06Z\"}";
            Larkfield.reply(exchange, 200, "application/json", answer.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
    }

    @AfterAll
    static void stop() {
        bank.close();
    }

    private static TestCall call(String connector, Map<String, String> certificate) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "baseUrl", bank.address().toString(), "connector", connector, "clientId", "openteller", "clientSecret", "hush-hush"));
        settings.putAll(certificate);
        return new TestCall("larkfield", "call-1", Instant.now().plusSeconds(60), settings);
    }

    private static Outcome<String> balance(TestCall call) {
        return new RestOperations().perform(call, "accounts.balance/v1", "C1", "{\"account\": \"A-1\"}");
    }

    private static Map<String, String> pem(String whose) throws Exception {
        return Map.of("clientCertificate", bank.pem(whose), "authorities", bank.authority());
    }

    private static void unavailable(Map<String, String> certificate, String detail) {
        assertThat(balance(call(ALONE, certificate)))
                .isInstanceOfSatisfying(Outcome.Unavailable.class, no -> assertThat(no.detail()).contains(detail));
    }

    @Test
    void its_certificate_lets_the_platform_in_as_pem_text_and_as_a_file() throws Exception {
        assertThat(balance(call(ALONE, pem("caller")))).isInstanceOf(Outcome.Done.class);
        Map<String, String> file = Map.of(
                "clientCertificate", bank.file("open, please"),
                "clientCertificatePassword", "open, please",
                "authorities", bank.authority());
        assertThat(balance(call(ALONE, file))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void tokens_are_fetched_with_it_too() throws Exception {
        ASKED.clear();
        assertThat(balance(call(WITH_TOKENS, pem("caller")))).isInstanceOf(Outcome.Done.class);
        assertThat(ASKED).containsExactly("/oauth/token", "/customers/C1/accounts/A-1");
    }

    @Test
    void what_is_wrong_with_it_is_said() throws Exception {
        unavailable(Map.of(), "the setting clientCertificate is missing");
        unavailable(pem("expired"), "the client certificate ran out on");
        unavailable(pem("stranger"), "do not take each other's certificates");
        unavailable(
                Map.of("clientCertificate", bank.file("open, please"), "clientCertificatePassword", "another word"),
                "the password of the PKCS#12 file is wrong or missing");
        Health health = new RestBankPlugin().check(call(ALONE, pem("expired")));
        assertThat(health.up()).isFalse();
        assertThat(health.detail()).contains("ran out");
    }

    @Test
    void a_connector_that_wants_none_shows_none() throws Exception {
        unavailableWithout(Documents.with("/auth", "{\"type\": \"NONE\"}"));
    }

    private static void unavailableWithout(String connector) throws Exception {
        assertThat(balance(call(connector, pem("caller")))).isInstanceOf(Outcome.Unavailable.class);
    }
}
