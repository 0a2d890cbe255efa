package io.openteller.connectors.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openteller.connectors.Connector.Auth;
import io.openteller.connectors.importing.Imported.Call;
import io.openteller.connectors.importing.Suggestions.Suggestion;
import io.openteller.operations.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenApiFileTest {

    private static Imported larkfield() {
        try (InputStream file = OpenApiFileTest.class.getResourceAsStream("/larkfield.yml")) {
            return OpenApiFile.read(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException | NotImported broken) {
            throw new AssertionError(broken);
        }
    }

    private static Call call(String id) {
        return larkfield().calls().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void calls_come_in_the_files_order_with_what_they_take() {
        assertThat(larkfield().title()).isEqualTo("Larkfield Savings");
        assertThat(larkfield().servers()).containsExactly("https://api.larkfield.example/v2");
        assertThat(larkfield().calls()).extracting(Call::id)
                .containsExactly("listAccounts", "getAccountBalance", "stopCard", "GET /branches");
        assertThat(call("stopCard").parameters()).extracting(Imported.Parameter::in, Imported.Parameter::name)
                .extracting(Object::toString)
                .containsExactly("(\"path\", \"customerId\")", "(\"path\", \"cardId\")", "(\"header\", \"Idempotency-Key\")");
        assertThat(call("getAccountBalance").parameters()).extracting(Imported.Parameter::example).containsExactly(null, "A-1");
        assertThat(call("stopCard").errorStatuses()).containsExactly("422");
    }

    @Test
    void the_banks_own_example_is_taken_and_otherwise_one_is_made() {
        assertThat(call("getAccountBalance").sampleResponse().path("booked").asText()).isEqualTo("84500.10");
        assertThat(call("stopCard").sampleRequest()).hasToString("{\"why\":\"L\"}");
        assertThat(call("stopCard").sampleResponse()).hasToString("{\"stoppedAt\":\"2026-01-02T03:04:05Z\",\"before\":\"A\"}");
    }

    @Test
    void a_schema_that_goes_round_in_a_circle_ends() {
        var account = call("listAccounts").sampleResponse().path("items").path(0);
        assertThat(account.path("id").asText()).isEqualTo("A-1");
        assertThat(account.path("rate").asDouble()).isEqualTo(2.5);
        assertThat(account.at("/parent/parent/type").asText()).isEqualTo("SB");
    }

    @Test
    void ways_to_sign_in_are_read_and_what_cannot_be_is_named() {
        assertThat(larkfield().auth()).extracting(Auth::type).containsExactly(Auth.Type.OAUTH2, Auth.Type.API_KEY, Auth.Type.CERTIFICATE);
        assertThat(larkfield().notes())
                .anyMatch(note -> note.contains("https://login.larkfield.example/token"))
                .anyMatch(note -> note.contains("client certificate; put it"))
                .anyMatch(note -> note.contains("clerk (http)"))
                .anyMatch(note -> note.startsWith("1 references lead out of the file"));
        assertThat(call("GET /branches").sampleResponse().isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"listAccounts, accounts.list/v1", "getAccountBalance, accounts.balance/v1", "stopCard, cards.block/v1"})
    void the_likeliest_operation_is_suggested_first(String id, String operation) {
        assertThat(new Suggestions(Catalogue.standard()).of(call(id))).extracting(Suggestion::operation).first().isEqualTo(operation);
    }

    @Test
    void a_call_that_only_reads_is_never_suggested_for_an_effect() {
        var suggestions = new Suggestions(Catalogue.standard());
        assertThat(larkfield().calls()).filteredOn(call -> call.method().equals("GET")).allSatisfy(call ->
                assertThat(suggestions.of(call)).noneMatch(one -> Catalogue.standard()
                        .find(one.operation())
                        .orElseThrow()
                        .hasEffect()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "a: [", "swagger: '2.0'", "openapi: 4.0.0", "<html/>", "openapi: &a [*a, *a]"})
    void what_is_no_such_file_is_refused(String text) {
        assertThatThrownBy(() -> OpenApiFile.read(text)).isInstanceOf(NotImported.class);
    }
}
