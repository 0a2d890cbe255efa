package io.openteller.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.spi.Outcome;
import io.openteller.spi.banking.AccountReader;
import java.util.Currency;
import org.junit.jupiter.api.Test;

public abstract class AccountReaderContract extends BankUnderTest {

    protected abstract AccountReader accounts();

    @Test
    void a_customer_has_accounts_with_balances_in_a_real_currency() {
        assertThat(done(accounts().accounts(call(), customer()))).isNotEmpty().allSatisfy(account -> {
            assertThat(account.last4()).matches("\\d{4}");
            assertThat(Currency.getInstance(account.balance().currency())).isNotNull();
        });
    }

    @Test
    void asking_twice_gives_the_same_balances() {
        assertThat(done(accounts().accounts(call(), customer())))
                .isEqualTo(done(accounts().accounts(call(), customer())));
    }

    @Test
    void the_same_accounts_are_there_after_a_restart() {
        var before = done(accounts().accounts(call(), customer()));
        restart();
        assertThat(done(accounts().accounts(call(), customer()))).isEqualTo(before);
    }

    @Test
    void nobody_is_not_found() {
        assertThat(accounts().accounts(call(), nobody())).isInstanceOf(Outcome.NotFound.class);
    }

    @Test
    void no_two_customers_share_an_account_reference() {
        assertThat(done(accounts().accounts(call(), otherCustomer())))
                .extracting(AccountReader.Account::ref)
                .doesNotContainAnyElementsOf(done(accounts().accounts(call(), customer())).stream()
                        .map(AccountReader.Account::ref)
                        .toList());
    }
}
