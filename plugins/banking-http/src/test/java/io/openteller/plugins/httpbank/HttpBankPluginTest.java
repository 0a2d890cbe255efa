package io.openteller.plugins.httpbank;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.spi.OpentellerPlugin;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.AccountReader;
import io.openteller.spi.banking.CardControl;
import io.openteller.spi.banking.CustomerDirectory;
import io.openteller.spi.banking.DisputeDesk;
import io.openteller.spi.banking.TransactionReader;
import io.openteller.testkit.PluginContract;
import io.openteller.testkit.TestCall;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pf4j.ExtensionPoint;

class HttpBankPluginTest extends PluginContract {

    private static final BankStub STUB = BankStub.open();
    private static final BankStub SIGNED = BankStub.signed();

    @AfterAll
    static void stop() {
        STUB.close();
        SIGNED.close();
    }

    @Override
    protected OpentellerPlugin plugin() {
        return new HttpBankPlugin();
    }

    @Override
    protected List<Class<? extends ExtensionPoint>> points() {
        return List.of(
                AccountReader.class,
                TransactionReader.class,
                CardControl.class,
                DisputeDesk.class,
                CustomerDirectory.class);
    }

    @Override
    protected Map<String, String> settings() {
        return STUB.settings();
    }

    @Override
    protected void restart() {}

    private TestCall with(Map<String, String> settings) {
        return new TestCall(bank, "call-1", Instant.now().plusSeconds(60), settings);
    }

    @Test
    void a_wrong_key_is_said_to_operators_and_not_shown() {
        TestCall call = with(STUB.settings("apiKey", "some-wrong-key"));
        assertThat(plugin().check(call))
                .isEqualTo(OpentellerPlugin.Health.down("the bank's server does not take the key or the signature (401)"));
        assertThat(new HttpAccounts().accounts(call, BankStub.CUSTOMER)).isInstanceOf(Outcome.Unavailable.class);
    }

    @Test
    void a_server_that_wants_signatures_gets_them_for_questions_and_for_effects() {
        TestCall signed = with(SIGNED.settings("signingSecret", BankStub.SECRET));
        done(new HttpTransactions()
                .transactions(signed, BankStub.CUSTOMER, new TransactionReader.Query(640L, "Café & Co: ü?", null, 3)));
        assertThat(done(new HttpCards().block(signed, BankStub.CUSTOMER, "c-1001-1")).alreadyBlocked())
                .isFalse();
        assertThat(plugin().check(signed).up()).isTrue();
    }

    @Test
    void no_signature_and_a_wrong_one_are_not_taken() {
        assertThat(plugin().check(with(SIGNED.settings())).detail()).contains("(401)");
        assertThat(plugin().check(with(SIGNED.settings("signingSecret", "another secret altogether"))).detail())
                .contains("(401)");
    }

    @Test
    void a_refusal_reaches_the_customer_in_the_banks_words() {
        assertThat(new HttpCards().block(call(), "L-1004", "c-1004-2"))
                .isEqualTo(Outcome.refused("This card is a partner's. Please call the number on its back."));
    }

    @ParameterizedTest
    @CsvSource({
        "baseUrl, http://bank.example/v1",
        "baseUrl, https://bank.example/v1?x=1",
        "baseUrl, https://user@bank.example/v1",
        "baseUrl, file:///etc/passwd",
        "apiKey, has a blank",
        "currencies, euro",
        "extraHeader, no colon",
        "extraHeader, Authorization: other",
        "extraHeader, Openteller-Bank: other",
        "signingSecret, short"
    })
    void settings_that_cannot_be_used_are_named_and_not_quoted(String name, String value) {
        OpentellerPlugin.Health health = plugin().check(with(STUB.settings(name, value)));
        assertThat(health.up()).isFalse();
        assertThat(health.detail()).contains("setting", name).doesNotContain(value);
    }

    @Test
    void one_more_header_may_be_wanted() {
        Map<String, String> settings = new HashMap<>(STUB.settings("extraHeader", "X-Gateway: some value"));
        assertThat(plugin().check(with(settings)).up()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "../L-1001", "L-1001/cards", "L-1001?x=1", "L-1001%2f", "\u0000", "é"})
    void what_is_no_reference_is_nobodys_and_is_not_asked_for(String ref) {
        TestCall nowhere = with(STUB.settings("baseUrl", "http://localhost:1"));
        assertThat(new HttpAccounts().accounts(nowhere, ref)).isInstanceOf(Outcome.NotFound.class);
        assertThat(new HttpCards().block(nowhere, BankStub.CUSTOMER, ref)).isInstanceOf(Outcome.NotFound.class);
        assertThat(new HttpDisputes().open(nowhere, BankStub.CUSTOMER, ref, "why")).isInstanceOf(Outcome.NotFound.class);
    }
}
