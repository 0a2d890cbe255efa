package io.openteller.platform.banking;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.openteller.platform.plugin.BuiltPlugins;
import io.openteller.platform.plugin.PluginPlatform;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.spi.Capability.Assurance;
import io.openteller.spi.banking.AccountReader.Account;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bank's own server, here the stub of docs/banking-http, behind the platform: through its plugin and its way out. */
class HttpBankIT {

    private static final Caller SURE = new Caller("L-1001", Assurance.STEPPED_UP);

    @TempDir
    static Path folder;

    private static PluginPlatform platform;
    private static Process stub;

    @BeforeAll
    static void a_bank_with_a_server_of_its_own() throws Exception {
        stub = new ProcessBuilder("node", "../docs/banking-http/stub/bank-stub.mjs", "--port", "0", "--key", "a-key-of-this-test")
                .redirectErrorStream(true)
                .start();
        BufferedReader said = stub.inputReader(StandardCharsets.UTF_8);
        String first = String.valueOf(said.readLine());
        assertThat(first).as("what the stub says").contains("http://");
        String url = first.substring(first.indexOf("http://")).strip().replace("127.0.0.1", "localhost");
        BuiltPlugins.copiedTo(folder.resolve("plugins"), "banking-http");
        platform = new PluginPlatform(folder.resolve("data"), folder.resolve("plugins"));
        settings("{\"baseUrl\": \"" + url + "\", \"apiKey\": \"a-key-of-this-test\", \"currencies\": \"EUR\"}");
        assertThat(platform.enable("banking-http").status()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        platform.close();
        stub.destroy();
    }

    private static void settings(String settings) throws Exception {
        assertThat(platform.configure("banking-http", settings).status()).isEqualTo(200);
    }

    @Test
    void the_administrator_sees_that_it_answers() throws Exception {
        platform.send("POST", "/api/v1/plugins/banking-http/test", "{}");
        assertThat(platform.send("GET", "/api/v1/plugins/banking-http", "{}").body().text("health"))
                .contains("UP", "the bank's server answers");
    }

    @Test
    void a_customer_who_has_proven_who_they_are_gets_balances() {
        BankResult<List<Account>> result = CurrentTenant.call(platform.bank, () -> platform.bean(AccountBook.class).accounts(SURE));
        assertThat(result).isInstanceOfSatisfying(BankResult.Done.class, done -> {
            assertThat(done.plugin()).isEqualTo("banking-http");
            assertThat(done.value().toString()).contains("Everyday", "EUR");
        });
        assertThat(CurrentTenant.call(
                        platform.bank,
                        () -> platform.bean(AccountBook.class).accounts(new Caller("L-1001", Assurance.IDENTIFIED))))
                .isInstanceOf(BankResult.NeedsStepUp.class);
    }

    @Test
    void a_card_is_blocked_once() {
        Operated customer = Operated.at(platform.bean(ApplicationContext.class), platform.bank, "L-1001");
        String card = Arguments.block(customer.reference("cards.list/v1", "/cards/0/card"), "LOST");
        String call = UUID.randomUUID().toString();
        assertThat(Operated.output(customer.confirmed(call, "cards.block/v1", card)).path("alreadyBlocked").booleanValue())
                .isFalse();
        assertThat(Operated.output(customer.confirmed(UUID.randomUUID().toString(), "cards.block/v1", card))
                        .path("alreadyBlocked")
                        .booleanValue())
                .isTrue();
    }
}
