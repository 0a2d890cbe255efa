package io.openteller.plugins.httpbank;

import static io.openteller.plugins.httpbank.ScriptedBank.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.AccountReader.Account;
import io.openteller.spi.banking.TransactionReader.Query;
import io.openteller.testkit.TestCall;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server's word is not taken: what breaks the contract is "unavailable", and nothing of it gets into the detail. */
class StrictReadingTest {

    private static final String GOOD = """
            {"customerRef": "C1", "asOf": "2026-01-02T03:04:05Z", "accounts": [
              {"ref": "a1", "kind": "CURRENT", "nickname": "Everyday", "last4": "4410",
               "balance": {"minor": 184520, "currency": "EUR"}, "more": ["is", "not", "read"]}]}
            """;

    private final ScriptedBank bank = new ScriptedBank();

    @AfterEach
    void stop() {
        bank.close();
    }

    private CallContext call() {
        return new TestCall("bank", "call-1", Instant.now().plusSeconds(60), bank.settings());
    }

    private Outcome<List<Account>> accounts(ScriptedBank.Script script) {
        bank.says(script);
        return new HttpAccounts().accounts(call(), "C1");
    }

    private static String detail(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
        return ((Outcome.Unavailable<?>) outcome).detail();
    }

    @Test
    void a_good_answer_is_read_and_what_the_contract_does_not_name_is_not() {
        assertThat(accounts(json(200, GOOD))).isInstanceOfSatisfying(Outcome.Done.class, done -> {
            assertThat(done.asOf()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
            assertThat(done.value().toString()).contains("a1", "minor=184520");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"kind\": \"CURRENT\"             | \"kind\": \"secretword\"            | accounts[0].kind is none of",
                "\"kind\": \"CURRENT\",            |                                     | accounts[0].kind is missing",
                "\"kind\": \"CURRENT\"             | \"kind\": null                      | accounts[0].kind is missing",
                "\"ref\": \"a1\"                   | \"ref\": \"../secretword\"          | accounts[0].ref is no reference",
                "\"ref\": \"a1\"                   | \"ref\": 1                          | accounts[0].ref is no text",
                "\"Everyday\"                      | \"\\u0007secretword\"               | accounts[0].nickname has control",
                "\"Everyday\"                      | \"  \"                              | accounts[0].nickname is empty",
                "\"4410\"                          | \"secretword\"                      | accounts[0].last4 is not four digits",
                "184520                            | 184520.5                            | accounts[0].balance.minor is no whole",
                "184520                            | \"184520\"                          | accounts[0].balance.minor is no whole",
                "184520                            | 9999999999999999999999              | accounts[0].balance.minor is out of",
                "\"EUR\"                           | \"USD\"                             | accounts[0].balance.currency is none of the bank's",
                "{\"minor\": 184520, \"currency\": \"EUR\"} | 184520                     | accounts[0].balance is no object",
                "\"C1\"                            | \"secretword\"                      | it is about another customer",
                "\"customerRef\": \"C1\",          |                                     | customerRef is missing",
                "2026-01-02T03:04:05Z              | 2126-01-02T03:04:05Z                | asOf is in the future",
                "2026-01-02T03:04:05Z              | 2026-13-02 secretword               | asOf is no time",
                "\"ref\": \"a1\"                   | \"ref\": \"a1\", \"ref\": \"a2\"    | it is no JSON",
                "\"more\": [\"is\", \"not\", \"read\"]}]} | \"secretword                 | it is no JSON",
            })
    void whatever_breaks_the_contract_is_named_by_its_place_and_not_quoted(String good, String bad, String why) {
        String answer = GOOD.replace(good, bad == null ? "" : bad);
        assertThat(answer).isNotEqualTo(GOOD);
        assertThat(detail(accounts(json(200, answer)))).contains(why).doesNotContain("secretword");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"secretword\"", "{} {}", "<html>secretword</html>", "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{}}}}}}}}}}}}}}"})
    void what_is_no_object_is_no_answer(String body) {
        assertThat(detail(accounts(json(200, body)))).contains("breaks the contract").doesNotContain("secretword");
    }

    @Test
    void an_account_twice_is_no_answer_and_neither_is_none() {
        String one = GOOD.substring(GOOD.indexOf("{\"ref\""), GOOD.lastIndexOf("]}"));
        assertThat(detail(accounts(json(200, GOOD.replace(one, one + "," + one))))).contains("the same one twice");
        assertThat(detail(accounts(json(200, GOOD.replace(one, ""))))).contains("accounts is empty");
    }

    @Test
    void a_page_of_a_proxy_is_no_answer_whatever_its_status() {
        byte[] page = "<html>secretword</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        for (int status : List.of(200, 302, 404, 422, 500)) {
            assertThat(detail(accounts(ScriptedBank.of(status, "text/html", "1", page)))).doesNotContain("secretword");
            assertThat(detail(accounts(ScriptedBank.of(status, "application/json", "", page)))).doesNotContain("secretword");
        }
    }

    @Test
    void another_version_is_no_answer() {
        byte[] good = GOOD.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(detail(accounts(ScriptedBank.of(200, "application/json", "2", good)))).contains("Openteller-Contract");
    }

    @Test
    void ten_megabytes_are_not_read() {
        assertThat(detail(accounts(json(200, GOOD + " ".repeat(10 * 1024 * 1024))))).contains("longer than 1 MB");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 403, 405, 409, 418, 429, 500, 502, 503, 504})
    void every_other_status_is_unavailable(int status) {
        assertThat(detail(accounts(json(status, "{\"error\": \"secretword\"}"))))
                .contains(String.valueOf(status))
                .doesNotContain("secretword");
    }

    @Test
    void not_found_must_be_said_in_the_contracts_words() {
        assertThat(accounts(json(404, "{\"error\": \"NOT_FOUND\", \"what\": \"CUSTOMER\"}")))
                .isEqualTo(Outcome.notFound("customer"));
        assertThat(detail(accounts(json(404, "{\"error\": \"NOT_FOUND\", \"what\": \"secretword\"}"))))
                .doesNotContain("secretword");
        assertThat(detail(accounts(json(404, "{}")))).contains("error is missing");
    }

    @Test
    void only_effects_are_refused_and_only_in_plain_words() {
        bank.says(json(422, "{\"error\": \"REFUSED\", \"reason\": \"Too late for today.\"}"));
        assertThat(new HttpCards().block(call(), "C1", "c1")).isEqualTo(Outcome.refused("Too late for today."));
        assertThat(detail(new HttpCards().cards(call(), "C1"))).contains("422");
        bank.says(json(422, "{\"error\": \"REFUSED\", \"reason\": \"<a href='x'>secretword</a>\"}"));
        assertThat(detail(new HttpCards().block(call(), "C1", "c1"))).doesNotContain("secretword");
    }

    @Test
    void another_card_and_another_payment_than_asked_for_are_not_believed() {
        bank.says(json(200, """
                {"customerRef": "C1", "asOf": "2026-01-02T03:04:05Z",
                 "blocking": {"cardRef": "c2", "at": "2026-01-02T03:04:05Z", "alreadyBlocked": false},
                 "dispute": {"reference": "D1", "transactionRef": "t2", "merchant": "Kino", "status": "OPEN",
                             "amount": {"minor": -5, "currency": "EUR"}, "openedAt": "2026-01-02T03:04:05Z"}}
                """));
        assertThat(detail(new HttpCards().block(call(), "C1", "c1"))).contains("cardRef is another card");
        assertThat(detail(new HttpDisputes().open(call(), "C1", "t1", "why"))).contains("is another transaction");
    }

    private Outcome<?> transactions(Query query, String... times) {
        StringBuilder entries = new StringBuilder();
        for (String time : times) {
            entries.append(entries.isEmpty() ? "" : ",").append("""
                    {"ref": "t%d", "accountRef": "a1", "postedAt": "%s", "merchant": "Kino Meridian",
                     "amount": {"minor": -1450, "currency": "EUR"}, "category": "leisure", "kind": "CARD", "disputed": false}
                    """.formatted(entries.length(), time));
        }
        bank.says(json(200, "{\"customerRef\": \"C1\", \"asOf\": \"2026-01-05T00:00:00Z\", \"transactions\": [" + entries + "]}"));
        return new HttpTransactions().transactions(call(), "C1", query);
    }

    @Test
    void entries_that_were_not_asked_for_are_not_believed() {
        Instant since = Instant.parse("2026-01-02T00:00:00Z");
        String[] two = {"2026-01-04T00:00:00Z", "2026-01-03T00:00:00Z"};
        assertThat(transactions(new Query(1450L, "kino", since, 2), two)).isInstanceOf(Outcome.Done.class);
        assertThat(detail(transactions(new Query(null, null, null, 1), two))).contains("has more than 1");
        assertThat(detail(transactions(new Query(1451L, null, null, 2), two))).contains("transactions[0] was not asked for");
        assertThat(detail(transactions(new Query(null, "café", null, 2), two))).contains("was not asked for");
        assertThat(detail(transactions(new Query(null, null, since.plusSeconds(172_000), 2), two)))
                .contains("transactions[1] was not asked for");
        assertThat(detail(transactions(new Query(null, null, null, 2), two[1], two[0]))).contains("not newest first");
    }
}
