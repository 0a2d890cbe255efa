package io.openteller.plugins.restbank;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.OperationProvider.Past;
import io.openteller.testkit.TestCall;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestOperationsTest {

    private static final String BALANCE = "accounts.balance/v1";
    private static final String BLOCK = "cards.block/v1";
    private static final String AT_BALANCE = "/operations/accounts.balance~1v1";
    private static final String AT_BLOCK = "/operations/cards.block~1v1";
    private static final String ACCOUNT = "{\"account\": \"A-1\"}";
    private static final String CARD = "{\"card\": \"K-1\", \"reason\": \"LOST\"}";

    private final Larkfield larkfield = new Larkfield();
    private final Ticking clock = new Ticking();
    private final List<Duration> waits = new ArrayList<>();
    private final RestOperations operations = new RestOperations(clock, time -> {
        waits.add(time);
        clock.forward(time);
    });
    private String document = Documents.LARKFIELD;

    @AfterEach
    void stop() {
        larkfield.close();
    }

    /** Time that goes on when a test says so. */
    private static final class Ticking extends Clock {
        private volatile Instant now = Instant.now();

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }

    private TestCall call(String id) {
        return call(id, Duration.ofHours(1));
    }

    private TestCall call(String id, Duration left) {
        return new TestCall("larkfield", id, clock.instant().plus(left), larkfield.settings(document));
    }

    private Outcome<String> balance() {
        return operations.perform(call("call-1"), BALANCE, "C1", ACCOUNT);
    }

    private Outcome<String> block(String id) {
        return operations.perform(call(id), BLOCK, "C1", CARD);
    }

    private static String detail(Outcome<String> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
        return ((Outcome.Unavailable<String>) outcome).detail();
    }

    private static String result(Outcome<String> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<String>) outcome).value();
    }

    private long asked(String start) {
        return larkfield.asked.stream().filter(each -> each.startsWith(start)).count();
    }

    /** The next so many requests for something else than tokens. */
    private void nextAnswers(int times, Larkfield.Script script) {
        AtomicInteger left = new AtomicInteger(times);
        larkfield.says(exchange -> !token(exchange) && left.getAndDecrement() > 0 && script.play(exchange));
    }

    private static boolean token(HttpExchange exchange) {
        return exchange.getRequestURI().getPath().endsWith("/token");
    }

    private static Larkfield.Script status(int status) {
        return exchange -> Larkfield.reply(exchange, status, "application/json", "{}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_banks_decimals_become_minor_units_and_its_time_the_results() {
        Outcome<String> outcome = balance();
        assertThat(Documents.json(result(outcome))).isEqualTo(Documents.json("""
                {"balance": {"minor": 8450010, "currency": "INR"}, "available": {"minor": 8200005, "currency": "INR"},
                 "asOf": "2026-02-03T04:05:06+05:30"}"""));
        assertThat(((Outcome.Done<String>) outcome).asOf()).isEqualTo(Instant.parse("2026-02-02T22:35:06Z"));
    }

    @Test
    void a_token_is_fetched_once_and_again_when_it_ends() {
        balance();
        balance();
        assertThat(larkfield.tokens()).isEqualTo(1);
        assertThat(larkfield.authorizations).contains("Bearer token-1").anyMatch(each -> each.startsWith("Basic "));
        clock.forward(Duration.ofSeconds(571));
        balance();
        assertThat(larkfield.tokens()).isEqualTo(2);
    }

    @Test
    void many_at_once_fetch_one_token() throws Exception {
        List<Callable<Outcome<String>>> many = IntStream.range(0, 20)
                .<Callable<Outcome<String>>>mapToObj(i -> this::balance)
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(many)) {
                result(one.get());
            }
        }
        assertThat(larkfield.tokens()).isEqualTo(1);
    }

    @Test
    void a_token_that_the_bank_forgot_is_renewed_once_and_the_call_is_made_with_it() {
        balance();
        larkfield.forgetTokens();
        result(block("call-2"));
        assertThat(larkfield.tokens()).isEqualTo(2);
        assertThat(larkfield.effects()).isEqualTo(1);
        larkfield.says(exchange -> !token(exchange) && status(401).play(exchange));
        assertThat(detail(balance())).isEqualTo("the bank's server answered 401");
        assertThat(larkfield.tokens()).isEqualTo(3);
    }

    @Test
    void another_secret_is_another_token() {
        balance();
        var settings = new java.util.HashMap<>(larkfield.settings(document));
        settings.put("clientSecret", "another-secret");
        operations.perform(new TestCall("larkfield", "c", clock.instant().plusSeconds(60), settings), BALANCE, "C1", ACCOUNT);
        assertThat(larkfield.tokens()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void what_may_pass_is_asked_again_as_often_as_the_connector_says(int passing) {
        nextAnswers(2, status(passing));
        result(balance());
        assertThat(asked("GET /customers/C1/accounts/A-1")).isEqualTo(3);
        assertThat(waits).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
        nextAnswers(3, status(passing));
        assertThat(detail(balance())).isEqualTo("the bank's server answered " + passing);
    }

    @Test
    void what_will_not_pass_is_not_asked_again() {
        nextAnswers(1, status(500));
        assertThat(detail(balance())).isEqualTo("the bank's server answered 500");
        assertThat(asked("GET /customers/C1/accounts/A-1")).isEqualTo(1);
    }

    @Test
    void what_broke_off_is_asked_again() {
        nextAnswers(1, exchange -> {
            exchange.close();
            return true;
        });
        result(balance());
        assertThat(asked("GET /customers/C1/accounts/A-1")).isEqualTo(2);
    }

    @Test
    void an_effect_is_repeated_with_its_own_key_and_had_once() {
        nextAnswers(1, status(503));
        result(block("call-7"));
        result(block("call-7"));
        assertThat(larkfield.keys).containsOnly("call-7").hasSize(2);
        assertThat(larkfield.effects()).isEqualTo(1);
    }

    @Test
    void an_effect_whose_bank_takes_no_key_is_not_repeated() {
        document = Documents.without(AT_BLOCK + "/idempotencyHeader");
        assertThat(detail(block("call-8"))).contains("cannot be used", "TWICE");
        document = Documents.with(AT_BLOCK, """
                {"call": {"method": "POST", "path": "/customers/{customerRef}/cards/{arguments.card}/stop",
                 "body": "{'id': callId}", "result": "{'blockedAt': response.stoppedAt, 'alreadyBlocked': false}"}}""");
        nextAnswers(1, status(503));
        assertThat(detail(block("call-8"))).isEqualTo("the bank's server answered 503");
        assertThat(asked("POST /customers/C1/cards")).isEqualTo(1);
        assertThat(larkfield.asked.getLast()).contains("{\"id\":\"call-8\"}");
    }

    @Test
    void the_banks_own_no_is_told_in_its_words_if_they_are_plain() {
        Outcome<String> refused = operations.perform(
                call("c"), BLOCK, "C1", "{\"card\": \"K-1\", \"reason\": \"CUSTOMER_REQUEST\"}");
        assertThat(refused).isEqualTo(Outcome.refused("This card is a virtual one."));
        nextAnswers(1, exchange -> Larkfield.reply(exchange, 422, "application/problem+json",
                "{\"code\": \"RULE\", \"message\": \"<a href='//x'>here</a>\"}".getBytes(StandardCharsets.UTF_8)));
        assertThat(block("d")).isEqualTo(Outcome.refused("The bank does not do this."));
    }

    @Test
    void a_read_is_kept_for_its_customer_and_its_time() {
        document = Documents.with(AT_BALANCE + "/cacheSeconds", "20");
        Outcome<String> first = balance();
        assertThat(balance()).isEqualTo(first);
        assertThat(asked("GET /customers/C1/accounts/A-1")).isEqualTo(1);
        assertThat(operations.perform(call("c"), BALANCE, "C2", ACCOUNT)).isInstanceOf(Outcome.NotFound.class);
        clock.forward(Duration.ofSeconds(20));
        balance();
        assertThat(asked("GET /customers/C1/accounts/A-1")).isEqualTo(2);
    }

    @Test
    void what_went_wrong_is_not_kept() {
        document = Documents.with(AT_BALANCE + "/cacheSeconds", "20");
        nextAnswers(1, status(500));
        detail(balance());
        result(balance());
    }

    @Test
    void a_bank_is_not_asked_more_often_than_it_bears() {
        document = Documents.with("/operations/accounts.balance~1v1/rate", "{\"perSecond\": 1, \"burst\": 2}");
        IntStream.range(0, 4).forEach(i -> result(balance()));
        assertThat(waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
        clock.forward(Duration.ofSeconds(-5));
        long before = asked("GET");
        assertThat(detail(balance())).contains("it was not asked");
        assertThat(asked("GET")).isEqualTo(before);
    }

    @Test
    void a_second_call_answers_when_the_first_does_not() {
        document = Documents.with(AT_BALANCE + "/fallback", """
                {"method": "GET", "path": "/customers/{customerRef}/accounts",
                 "result": "($a := response.items[id = $$.arguments.account]; {'balance': {'minor': $minor($a.booked, $a.currency), 'currency': $a.currency}, 'available': {'minor': $minor($a.available, $a.currency), 'currency': $a.currency}, 'asOf': $a.at})"}""");
        nextAnswers(1, status(500));
        assertThat(Documents.json(result(balance())).at("/balance/minor").asLong()).isEqualTo(8450010);
        assertThat(asked("GET /customers/C1/accounts")).isEqualTo(2);
    }

    @Test
    void an_object_that_is_somebody_elses_is_found_out_before_anything_is_done() {
        document = Documents.with(AT_BLOCK + "/before", """
                {"method": "GET", "path": "/cards/{arguments.card}", "owner": "response.holder", "errors": []}""");
        assertThat(operations.perform(call("c"), BLOCK, "C2", CARD)).isEqualTo(Outcome.notFound("card"));
        assertThat(asked("POST /customers")).isZero();
        result(block("d"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "application/json | {\"id\": \"secretword  | is no JSON that can be read",
        "application/json | {} {\"a\": \"secretword\"} | is no JSON that can be read",
        "application/json | {\"a\": 1, \"a\": \"secretword\"} | is no JSON that can be read",
        "text/html | <html>secretword</html> | is no JSON by its header",
        "application/json | {\"booked\": \"secretword\", \"currency\": \"INR\"} | the connector's expression result fails",
        "application/json | {\"booked\": \"1.001\", \"currency\": \"INR\"} | the connector's expression result fails",
        "application/json | {\"currency\": \"INR\"} | does not fit the operation at",
        "application/json | [] | does not fit the operation at",
    })
    void an_answer_that_cannot_be_read_is_not_quoted(String type, String body, String why) {
        nextAnswers(9, exchange -> Larkfield.reply(exchange, 200, type, body.getBytes(StandardCharsets.UTF_8)));
        assertThat(detail(balance())).contains(why).doesNotContain("secretword");
    }

    @Test
    void ten_megabytes_are_not_read_to_their_end() {
        nextAnswers(1, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 10 * 1024 * 1024);
            for (int megabyte = 0; megabyte < 10; megabyte++) {
                exchange.getResponseBody().write(new byte[1024 * 1024]);
            }
            return true;
        });
        assertThat(detail(balance())).isEqualTo("the bank's answer is longer than 1 MB");
    }

    @Test
    void a_bank_that_says_nothing_is_left_at_the_deadline() {
        result(balance());
        nextAnswers(1, exchange -> {
            try {
                Thread.sleep(Duration.ofMinutes(10));
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
            return true;
        });
        TestCall short1 = new TestCall("larkfield", "c", Instant.now().plusMillis(300), larkfield.settings(document));
        assertThat(detail(operations.perform(short1, BALANCE, "C1", ACCOUNT))).isEqualTo("the bank's server did not answer in time");
    }

    @Test
    void what_customers_refer_to_never_becomes_another_path() {
        for (String hostile : List.of("../../admin", "A-1/close", "..", "A-1\\u0000", "A-1?x=1", "A-1#x", "A%2F1")) {
            Outcome<String> outcome = operations.perform(call("c"), BALANCE, "C1", "{\"account\": \"" + hostile + "\"}");
            assertThat(outcome).isNotInstanceOf(Outcome.Done.class);
        }
        assertThat(larkfield.asked).filteredOn(each -> each.startsWith("GET"))
                .containsExactly(
                        "GET /customers/C1/accounts/A-1%3Fx%3D1",
                        "GET /customers/C1/accounts/A-1%23x",
                        "GET /customers/C1/accounts/A%252F1");
    }

    @Test
    void a_call_whose_answer_was_lost_is_found_again_by_its_id() {
        assertThat(operations.reconcile(call("r"), BLOCK, "C1", "call-9")).isInstanceOfSatisfying(
                Outcome.Done.class, done -> assertThat(done.value()).isEqualTo(Past.unknown()));
        String result = result(block("call-9"));
        assertThat(operations.reconcile(call("r"), BLOCK, "C1", "call-9")).isInstanceOfSatisfying(
                Outcome.Done.class, done -> assertThat(done.value()).isEqualTo(Past.performed(result)));
        larkfield.says(exchange -> !token(exchange) && status(503).play(exchange));
        assertThat(operations.reconcile(call("r"), BLOCK, "C1", "call-9")).isInstanceOf(Outcome.Unavailable.class);
    }

    @Test
    void a_key_goes_where_the_connector_says_and_into_no_detail() {
        document = Documents.with("/auth", "{\"type\": \"API_KEY\", \"in\": \"HEADER\", \"name\": \"Authorization\", \"prefix\": \"Key \"}");
        assertThat(detail(balance())).doesNotContain("key-of-larkfield");
        assertThat(larkfield.authorizations).containsOnly("Key key-of-larkfield");
        document = Documents.with("/auth", "{\"type\": \"API_KEY\", \"in\": \"QUERY\", \"name\": \"api_key\"}");
        balance();
        assertThat(larkfield.asked.getLast()).endsWith("/accounts/A-1?api_key=key-of-larkfield");
    }

    @Test
    void without_a_connector_that_can_be_used_nothing_is_supplied_or_sent() {
        document = Documents.LARKFIELD.replace("accounts.balance/v1", "accounts.emptied/v1");
        assertThat(operations.supplied(call("c"))).isEqualTo(
                Outcome.unavailable("the connector cannot be used: UNKNOWN_OPERATION at /operations/accounts.emptied~1v1"));
        assertThat(detail(balance())).contains("UNKNOWN_OPERATION");
        assertThat(larkfield.asked).isEmpty();
    }
}
