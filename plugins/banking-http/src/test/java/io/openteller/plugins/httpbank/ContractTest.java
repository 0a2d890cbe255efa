package io.openteller.plugins.httpbank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.plugins.httpbank.Contract.Operation;
import io.openteller.spi.CallContext;
import io.openteller.spi.Http;
import io.openteller.spi.HttpRequest;
import io.openteller.spi.HttpRequest.Header;
import io.openteller.spi.banking.TransactionReader.Query;
import io.openteller.testkit.TestCall;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The document, the plugin and the stub say the same. */
class ContractTest {

    private static final BankStub STUB = BankStub.signed();

    private final Contract contract = new Contract();

    @AfterAll
    static void stop() {
        STUB.close();
    }

    /** A call that writes down what the plugin sends. */
    private record Watched(String callId, List<HttpRequest> sent, Map<String, String> settings) implements CallContext {

        @Override
        public String bank() {
            return "bank";
        }

        @Override
        public String trace() {
            return "trace-1";
        }

        @Override
        public Instant deadline() {
            return Instant.now().plusSeconds(60);
        }

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public @Nullable String setting(String name) {
            return settings.get(name);
        }

        @Override
        public Http http() {
            return request -> {
                sent.add(request);
                return new TestCall(bank(), callId, deadline(), settings).http().call(request);
            };
        }
    }

    private static List<HttpRequest> everythingThatThePluginAsks() {
        Watched call = new Watched("call-0", new ArrayList<>(), STUB.settings("signingSecret", BankStub.SECRET));
        Watched another = new Watched("call-1", call.sent(), call.settings());
        new HttpBankPlugin().check(call);
        new HttpCustomers().profile(call, BankStub.CUSTOMER);
        new HttpCustomers().holdings(call, BankStub.CUSTOMER);
        new HttpAccounts().accounts(call, BankStub.CUSTOMER);
        new HttpTransactions().transactions(call, BankStub.CUSTOMER, new Query(-640L, "Aurora", Instant.EPOCH, 5));
        new HttpCards().cards(call, BankStub.CUSTOMER);
        new HttpCards().block(call, BankStub.CUSTOMER, "c-1001-1");
        new HttpDisputes().open(another, BankStub.CUSTOMER, "t-1001-48", "x".repeat(3000) + "\"\n");
        new HttpDisputes().disputes(call, BankStub.CUSTOMER);
        return call.sent();
    }

    private Operation operationOf(HttpRequest request) {
        return contract.operations().stream()
                .filter(one -> one.method().equals(request.method()) && one.takes(request.address().getPath()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not in the contract: " + request.address()));
    }

    @Test
    void the_plugin_asks_for_every_operation_and_for_no_other() {
        assertThat(everythingThatThePluginAsks())
                .extracting(request -> operationOf(request).name())
                .containsExactlyInAnyOrderElementsOf(
                        contract.operations().stream().map(Operation::name).toList());
    }

    @Test
    void the_plugin_sends_the_headers_and_bodies_of_the_contract() {
        for (HttpRequest request : everythingThatThePluginAsks()) {
            Operation operation = operationOf(request);
            Map<String, String> sent = headers(request);
            for (JsonNode parameter : operation.parameters()) {
                String name = parameter.get("name").asText();
                if (parameter.get("in").asText().equals("header")) {
                    assertThat(sent).as(operation.name()).containsKey(name);
                    assertThat(contract.faults(parameter.get("schema"), '"' + sent.get(name) + '"'))
                            .as(name)
                            .isEmpty();
                }
            }
            JsonNode body = Contract.content(operation.itself().path("requestBody"));
            assertThat(request.body().length > 0).isEqualTo(!body.isMissingNode());
            if (!body.isMissingNode()) {
                assertThat(contract.faults(body.get("schema"), new String(request.body(), StandardCharsets.UTF_8)))
                        .isEmpty();
            }
        }
    }

    private static Map<String, String> headers(HttpRequest request) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.headers().forEach(header -> headers.put(header.name(), header.value()));
        return headers;
    }

    @Test
    void every_answer_has_a_schema_and_an_example_that_fits_it_and_the_header_of_the_version() {
        for (Operation operation : contract.operations()) {
            operation.itself().get("responses").properties().forEach(response -> {
                JsonNode answer = contract.resolved(response.getValue());
                JsonNode content = Contract.content(answer);
                assertThat(answer.at("/headers/Openteller-Contract").isMissingNode()).isFalse();
                assertThat(contract.faults(content.get("schema"), content.get("example").toString()))
                        .as("%s %s", operation.name(), response.getKey())
                        .isEmpty();
            });
        }
    }

    @Test
    void what_does_not_fit_is_seen() {
        JsonNode accounts = contract.answer(
                contract.operations().stream().filter(one -> one.name().equals("accounts")).findFirst().orElseThrow(), 200);
        String example = Contract.content(accounts).get("example").toString();
        JsonNode schema = Contract.content(accounts).get("schema");
        assertThat(contract.faults(schema, example.replace("CURRENT", "OTHER"))).isNotEmpty();
        assertThat(contract.faults(schema, example.replace("asOf", "at"))).isNotEmpty();
    }

    @Test
    void the_plugin_reads_every_example_of_the_contract() {
        try (ScriptedBank bank = new ScriptedBank()) {
            for (HttpRequest request : everythingThatThePluginAsks()) {
                Operation operation = operationOf(request);
                JsonNode answer = contract.answer(operation, 200);
                bank.says(ScriptedBank.json(200, Contract.content(answer).get("example").toString()));
                assertThat(Replayed.of(operation.name(), bank.settings())).as(operation.name()).isTrue();
            }
        }
    }

    @Test
    void the_stub_answers_every_operation_with_every_status_that_the_contract_has_and_as_the_contract_says()
            throws IOException {
        Map<String, TreeSet<Integer>> seen = new HashMap<>();
        for (HttpRequest request : everythingThatThePluginAsks()) {
            String name = operationOf(request).name();
            for (HttpRequest variant : variants(request)) {
                seen.computeIfAbsent(name, any -> new TreeSet<>()).add(statusOf(variant));
            }
        }
        for (Operation operation : contract.operations()) {
            TreeSet<Integer> promised = new TreeSet<>();
            operation.itself().get("responses").fieldNames().forEachRemaining(one -> promised.add(Integer.valueOf(one)));
            // What no test can bring about from outside: questions to a bank that is down, and a dispute that is refused.
            promised.removeIf(status -> status == 503 && operation.method().equals("GET"));
            promised.removeIf(status -> status == 422 && operation.name().equals("openDispute"));
            assertThat(seen.get(operation.name())).as(operation.name()).containsAll(promised);
        }
    }

    /** Sends it, and holds the answer against the contract. */
    private int statusOf(HttpRequest request) throws IOException {
        try (var answer = new TestCall("bank", "raw", Instant.now().plusSeconds(60), Map.of()).http().call(request)) {
            Operation operation = operationOf(request);
            JsonNode promised = contract.answer(operation, answer.status());
            assertThat(answer.header("Openteller-Contract")).isEqualTo("1");
            assertThat(answer.header("Content-Type")).startsWith("application/json");
            String body = new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(contract.faults(Contract.content(promised).get("schema"), body))
                    .as("%s %d: %s", operation.name(), answer.status(), body)
                    .isEmpty();
            return answer.status();
        }
    }

    /** As it is, without a key, of another version, of nobody, refused, too late, and its key with another request. */
    private static List<HttpRequest> variants(HttpRequest request) {
        String key = headers(request).getOrDefault("Idempotency-Key", "");
        List<HttpRequest> all = new ArrayList<>(List.of(
                request,
                signed(without(request, "Authorization")),
                without(request, "Openteller-Signature"),
                signed(with(request, "Openteller-Contract", "9")),
                signed(to(request, BankStub.CUSTOMER, BankStub.NOBODY, key + "-2"))));
        if (request.method().equals("POST")) {
            all.add(signed(to(to(request, BankStub.CUSTOMER, "L-1004", key + "-3"), "c-1001-1", "c-1004-2", key + "-3")));
            all.add(signed(to(request, BankStub.CUSTOMER, BankStub.OTHER, key + "-4")));
            all.add(signed(to(request, BankStub.CUSTOMER, BankStub.OTHER, "call-1")));
            all.add(signed(with(with(request, "Idempotency-Key", key + "-5"), "Openteller-Deadline", "2020-01-01T00:00:00Z")));
        }
        return all;
    }

    private static HttpRequest without(HttpRequest request, String name) {
        List<Header> headers = request.headers().stream()
                .filter(header -> !header.name().equals(name))
                .toList();
        return new HttpRequest(request.method(), request.address(), headers, request.body());
    }

    private static HttpRequest with(HttpRequest request, String name, String value) {
        return without(request, name).withHeader(name, value);
    }

    private static HttpRequest to(HttpRequest request, String from, String to, String key) {
        HttpRequest moved = new HttpRequest(
                request.method(),
                URI.create(request.address().toString().replace(from, to)),
                request.headers(),
                request.body());
        return request.method().equals("POST") ? with(moved, "Idempotency-Key", key) : moved;
    }

    private static HttpRequest signed(HttpRequest request) {
        HttpRequest bare = without(without(request, "Openteller-Timestamp"), "Openteller-Signature");
        String key = headers(bare).getOrDefault("Idempotency-Key", "");
        return Signature.sign(bare, BankStub.SECRET, key, Instant.now());
    }
}
