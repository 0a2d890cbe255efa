package io.openteller.plugins.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.spi.OpentellerPlugin;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.AccountReader;
import io.openteller.spi.banking.AccountReader.Account;
import io.openteller.spi.banking.CardControl;
import io.openteller.spi.banking.CustomerDirectory;
import io.openteller.spi.banking.DisputeDesk;
import io.openteller.spi.banking.OperationProvider;
import io.openteller.spi.banking.TransactionReader;
import io.openteller.spi.banking.TransactionReader.Query;
import io.openteller.testkit.PluginContract;
import io.openteller.testkit.TestCall;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pf4j.ExtensionPoint;

class SandboxPluginTest extends PluginContract {

    @Override
    protected OpentellerPlugin plugin() {
        return new SandboxPlugin();
    }

    @Override
    protected List<Class<? extends ExtensionPoint>> points() {
        return List.of(
                AccountReader.class,
                TransactionReader.class,
                CardControl.class,
                DisputeDesk.class,
                CustomerDirectory.class,
                OperationProvider.class);
    }

    @Override
    protected Map<String, String> settings() {
        return SandboxBank.settings(folder);
    }

    @Override
    @AfterEach
    protected void restart() {
        Store.closeAll();
    }

    private Outcome<List<Account>> accountsWith(String setting, String value) {
        Map<String, String> settings = new HashMap<>(settings());
        settings.put(setting, value);
        return new SandboxAccounts()
                .accounts(
                        new TestCall(bank, "call-1", Instant.now().plusSeconds(60), settings), SandboxBank.CUSTOMER);
    }

    @Test
    void set_out_of_order_it_answers_as_a_bank_that_is_down() {
        assertThat(accountsWith("outage", "true")).isInstanceOf(Outcome.Unavailable.class);
        assertThat(accountsWith("outage", "false")).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void set_to_be_slow_it_waits() {
        Instant before = Instant.now();
        assertThat(accountsWith("delayMillis", "150")).isInstanceOf(Outcome.Done.class);
        assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }

    @Test
    void a_data_set_that_is_not_there_is_unavailable_by_name() {
        assertThat(accountsWith("dataset", "no-such-bank"))
                .isEqualTo(Outcome.unavailable("no such data set: no-such-bank"));
        assertThat(accountsWith("dataset", "../secrets")).isInstanceOf(Outcome.Unavailable.class);
    }

    @Test
    void a_call_that_is_interrupted_leaves_the_store_usable() throws Exception {
        done(new SandboxAccounts().accounts(call(), SandboxBank.CUSTOMER));
        Thread impatient = Thread.ofVirtual().unstarted(() -> {
            Thread.currentThread().interrupt();
            new SandboxCards().block(call(), SandboxBank.CUSTOMER, "card-tb1-1");
        });
        impatient.start();
        impatient.join();
        assertThat(done(new SandboxAccounts().accounts(call(), SandboxBank.CUSTOMER))).isNotEmpty();
    }

    @Test
    void two_banks_with_the_same_data_set_share_nothing() {
        var otherBank = new TestCall(bank + "x", "c", Instant.now().plusSeconds(60), settings());
        done(new SandboxCards().block(call(), SandboxBank.CUSTOMER, "card-tb1-1"));
        assertThat(done(new SandboxCards().cards(otherBank, SandboxBank.CUSTOMER)).getFirst().status())
                .isEqualTo("ACTIVE");
    }

    @Test
    void two_years_are_there_and_income_covers_spending() {
        var all = done(new SandboxTransactions()
                .transactions(call(), SandboxBank.CUSTOMER, new Query(null, null, null, 200)));
        assertThat(all).hasSizeGreaterThan(150);
        assertThat(all.getLast().postedAt()).isBefore(Instant.now().minus(Duration.ofDays(400)));
        assertThat(done(new SandboxAccounts().accounts(call(), SandboxBank.CUSTOMER)).getFirst().balance().minor())
                .isPositive();
    }

    @Test
    void the_same_account_gets_the_same_past() {
        Dataset.Account account =
                Dataset.named("test-bank").customers().getFirst().accounts().getFirst();
        LocalDate day = LocalDate.of(2026, 3, 31);
        assertThat(Expansion.of(account, day)).isEqualTo(Expansion.of(account, day)).isNotEmpty();
    }
}
