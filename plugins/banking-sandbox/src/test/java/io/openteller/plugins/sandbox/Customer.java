package io.openteller.plugins.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openteller.operations.Catalogue;
import io.openteller.operations.OperationSpec;
import io.openteller.operations.Schemas;
import io.openteller.plugins.sandbox.operations.Json;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.OperationProvider.Past;
import io.openteller.testkit.TestCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A customer of a sandbox bank, for whom operations are performed; every result is held against the catalogue. */
record Customer(Path folder, String dataset, String ref, Clock clock) {

    static final String BANK = "bank";
    private static final Schemas SCHEMAS = new Schemas();
    private static final ObjectMapper JSON = new ObjectMapper();

    static Customer of(Path folder, String dataset, String ref) {
        return new Customer(folder, dataset, ref, Clock.systemUTC());
    }

    Customer at(Clock other) {
        return new Customer(folder, dataset, ref, other);
    }

    TestCall call(String id) {
        return new TestCall(
                BANK, id, Instant.now().plusSeconds(60), Map.of("dataset", dataset, "dataFolder", folder.toString()));
    }

    Outcome<String> ask(String callId, String operation, JsonNode arguments) {
        OperationSpec spec = Catalogue.standard().find(operation + "/v1").orElseThrow();
        assertThat(SCHEMAS.faults(spec.input(), arguments.toString())).as("arguments of %s", operation).isEmpty();
        return new SandboxOperations(clock).perform(call(callId), operation + "/v1", ref, arguments.toString());
    }

    /** @param operation without its version */
    Outcome<String> ask(String operation, Object... arguments) {
        return ask(UUID.randomUUID().toString(), operation, Json.of(arguments));
    }

    JsonNode done(String operation, Object... arguments) {
        return done(operation, ask(operation, arguments));
    }

    static JsonNode done(String operation, Outcome<String> outcome) {
        assertThat(outcome).as(operation).isInstanceOf(Outcome.Done.class);
        String result = ((Outcome.Done<String>) outcome).value();
        OperationSpec spec = Catalogue.standard().find(operation + "/v1").orElseThrow();
        assertThat(SCHEMAS.faults(spec.output(), result)).as("%s gave %s", operation, result).isEmpty();
        return json(result);
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void refused(String operation, Object... arguments) {
        assertThat(ask(operation, arguments)).as(operation).isInstanceOf(Outcome.Refused.class);
    }

    Past past(String operation, String callId) {
        Outcome<Past> outcome = new SandboxOperations(clock).reconcile(call("asked-" + callId), operation + "/v1", ref, callId);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<Past>) outcome).value();
    }

    /** The only one of a list in a result, or the first. */
    static JsonNode first(JsonNode list) {
        assertThat(list.size()).as("%s", list).isPositive();
        return list.get(0);
    }

    /** The first whose field has that text. */
    static JsonNode where(JsonNode list, String field, String text) {
        for (JsonNode one : list) {
            if (one.path(field).asText().equals(text)) {
                return one;
            }
        }
        throw new AssertionError("no " + field + " is " + text + " in " + list);
    }

    long booked(String account) {
        return done("accounts.balance", "account", account).path("balance").path("minor").asLong();
    }

    long available(String account) {
        return done("accounts.balance", "account", account).path("available").path("minor").asLong();
    }

    private Path beside(String ending) {
        return folder.resolve("banking-sandbox").resolve(BANK + "-" + dataset + ending);
    }

    Path ledgerFile() {
        return beside(".ledger.jsonl");
    }

    Path outboxFile() {
        return beside(".outbox.jsonl");
    }

    /** Switches faults on, as {@code {"operation/v1": "FAULT"}}. */
    void faults(String control) throws IOException {
        Files.createDirectories(folder.resolve("banking-sandbox"));
        Path written = Files.writeString(beside(".faults.new"), control);
        Files.move(written, beside(".faults.json"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
