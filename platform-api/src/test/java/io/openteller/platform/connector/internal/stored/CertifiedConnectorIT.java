package io.openteller.platform.connector.internal.stored;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.identity.Role;
import io.openteller.platform.identity.Staff;
import io.openteller.platform.plugin.BuiltPlugins;
import io.openteller.platform.plugin.CallOutcome;
import io.openteller.platform.plugin.PluginPlatform;
import io.openteller.platform.plugin.Plugins;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.OperationProvider;
import io.openteller.testkit.CertifiedServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bank whose server asks its callers for a certificate, behind the whole platform: vault, connector, plugin, way out. */
class CertifiedConnectorIT {

    private static final String CONNECTOR = "{\"connector\": 1, \"name\": \"certified\", \"version\": 1, \"auth\": {\"type\": \"CERTIFICATE\"},"
            + " \"operations\": {\"accounts.balance/v1\": {\"call\": {\"method\": \"GET\", \"path\": \"/{customerRef}/{arguments.account}\","
            + " \"result\": \"{'balance': {'minor': response.minor, 'currency': 'GBP'},"
            + " 'available': {'minor': response.minor, 'currency': 'GBP'}, 'asOf': response.at}\"}}}}";
    private static final List<String> ASKED = new CopyOnWriteArrayList<>();

    @TempDir
    static Path folder;

    private static PluginPlatform platform;
    private static CertifiedServer bank;

    @BeforeAll
    static void start() throws Exception {
        bank = new CertifiedServer(Files.createDirectories(folder.resolve("keys")), exchange -> {
            ASKED.add(exchange.getRequestURI().getPath());
            byte[] answer = "{\"minor\": 4250, \"at\": \"2026-02-03T04:05:06Z\"}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        BuiltPlugins.copiedTo(folder.resolve("plugins"), "banking-rest");
        platform = new PluginPlatform(folder.resolve("data"), folder.resolve("plugins"));
        shows("caller");
        assertThat(platform.enable("banking-rest").body().text("state")).isEqualTo("ENABLED");
        UUID etag = as("Wanda", by -> platform.bean(Drafts.class).save("certified", null, CONNECTOR, "{}", by).etag());
        as("Asif", by -> {
            platform.bean(Publication.class).ask("certified", etag, "for the test", by);
            return etag;
        });
        as("Sita", by -> platform.bean(Publication.class).approve("certified", etag, by));
    }

    @AfterAll
    static void stop() {
        platform.close();
        bank.close();
    }

    private interface Act<T> {
        T by(Actor actor);
    }

    private static <T> T as(String name, Act<T> act) {
        return CurrentTenant.call(platform.bank, () -> {
            var member = platform.bean(Staff.class).put(name + "@certified.example", name, EnumSet.of(Role.ADMIN));
            Actor actor = new Actor(Actor.Kind.STAFF, member.id(), name);
            return CurrentActor.call(actor, () -> act.by(actor));
        });
    }

    /** @param whose certificate the plugin is given */
    private static void shows(String whose) throws Exception {
        String settings = new ObjectMapper().writeValueAsString(Map.of(
                "baseUrl", bank.address().toString(),
                "clientCertificate", bank.pem(whose),
                "authorities", bank.authority()));
        assertThat(platform.configure("banking-rest", settings).status()).isEqualTo(200);
    }

    private static Outcome<String> balance() {
        CallOutcome<String> called = CurrentTenant.call(platform.bank, () -> platform.bean(Plugins.class)
                .call("banking-rest", OperationProvider.class, UUID.randomUUID().toString(), Duration.ofSeconds(10),
                        (provider, context) -> provider.perform(context, "accounts.balance/v1", "C1", "{\"account\": \"A-1\"}")));
        assertThat(called).isInstanceOf(CallOutcome.Answered.class);
        return ((CallOutcome.Answered<String>) called).outcome();
    }

    @Test
    void who_shows_the_right_certificate_is_answered_and_a_stranger_is_not_and_nobody_reads_the_key_back() throws Exception {
        assertThat(balance()).isInstanceOfSatisfying(Outcome.Done.class, done -> assertThat(done.value().toString())
                .contains("4250"));
        shows("stranger");
        ASKED.clear();
        assertThat(balance()).isInstanceOf(Outcome.Unavailable.class);
        assertThat(ASKED).as("what reached the bank without its certificate").isEmpty();
        assertThat(platform.send("GET", "/api/v1/plugins/banking-rest", "{}").body().toString())
                .contains(bank.address().toString())
                .doesNotContain("PRIVATE KEY");
        shows("caller");
        assertThat(balance()).isInstanceOf(Outcome.Done.class);
    }
}
