package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import io.openteller.platform.identity.Permission;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connectors in the making, over HTTP as the console has them. */
class ConnectorsIT {

    private static final String ALL = "/api/v1/connectors";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static EmbeddedServer platform;
    private TestBank bank;
    private TestProgram program;

    @BeforeAll
    static void start() {
        platform = TestPlatform.start(Map.of());
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @BeforeEach
    void a_bank() throws Exception {
        bank = TestBank.open(platform.getApplicationContext(), "GBP");
        program = new TestProgram(platform, bank, EnumSet.of(Permission.PLUGIN_READ, Permission.PLUGIN_WRITE));
    }

    private static HttpResponse<String> sent(TestProgram program, String path, String body) throws Exception {
        return TestProgram.send(program.request(ALL + path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private JsonNode posted(String path, Map<String, Object> body) throws Exception {
        HttpResponse<String> answer = sent(program, path, JSON.writeValueAsString(body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    @Test
    void a_banks_file_gives_calls_with_samples_and_what_they_could_serve() throws Exception {
        JsonNode api = posted("/import", Map.of("format", "OPENAPI", "text", """
                openapi: 3.0.3
                info: {title: Fern Bank}
                servers: [{url: "https://api.fern.example/v1"}]
                paths:
                  /clients/{clientId}/cards/{cardId}/block:
                    post:
                      operationId: blockCard
                      responses:
                        "200": {content: {application/json: {example: {at: "2026-02-03T04:05:06Z", list: [1, 2]}}}}
                components: {securitySchemes: {k: {type: apiKey, in: header, name: X-Fern}}}
                """));
        assertThat(api.at("/calls/0/sampleResponse/list/1").asInt()).isEqualTo(2);
        assertThat(api.at("/calls/0/suggestions/0/operation").asText()).isEqualTo("cards.block/v1");
        assertThat(api.at("/auth/0/name").asText()).isEqualTo("X-Fern");
    }

    @Test
    void a_line_of_curl_comes_back_without_its_secrets() throws Exception {
        JsonNode api = posted("/import", Map.of(
                "format", "CURL", "text", "curl https://api.fern.example/v1/cards -H 'Authorization: Bearer hush-hush'"));
        assertThat(api.toString()).contains("the header Authorization").doesNotContain("hush-hush");
    }

    @Test
    void what_is_no_file_is_refused_with_a_sentence() throws Exception {
        HttpResponse<String> answer =
                sent(program, "/import", "{\"format\": \"OPENAPI\", \"text\": \"swagger: '2.0'\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Swagger 2");
    }

    @Test
    void expressions_are_worked_out_over_a_sample_and_held_against_the_operation() throws Exception {
        Map<String, Object> response = Map.of("booked", "10.50", "currency", "INR", "at", "2026-02-03T04:05:06Z");
        JsonNode tried = posted("/preview", Map.of(
                "operation", "accounts.balance/v1",
                "result", "{'balance': {'minor': $minor(response.booked, response.currency), 'currency': response.currency}, 'asOf': response.at}",
                "parts", Map.of("good", "response.currency", "none", "response.nothing", "bad", "$number('x')"),
                "response", response));
        assertThat(tried.at("/result/value/balance/minor").asLong()).isEqualTo(1050);
        assertThat(tried.at("/faults").toString()).contains("available");
        assertThat(tried.at("/parts/good/value").asText()).isEqualTo("INR");
        assertThat(tried.at("/parts/none/kind").asText()).isEqualTo("NOTHING");
        assertThat(tried.at("/parts/bad/kind").asText()).isEqualTo("FAILED");
    }

    @Test
    void a_connector_is_checked_as_the_plugin_would() throws Exception {
        JsonNode findings = posted("/check", Map.of("connector", Map.of(
                "connector", 1, "name", "fern", "version", 1, "auth", Map.of("type", "NONE"),
                "operations", Map.of("cards.hide/v1", Map.of("call", Map.of("method", "GET", "path", "/x")))))).path("findings");
        assertThat(findings.at("/0/rule").asText()).isEqualTo("UNKNOWN_OPERATION");
        assertThat(findings.at("/0/place").asText()).isEqualTo("/operations/cards.hide~1v1");
    }

    @Test
    void who_may_not_change_plugins_tries_nothing() throws Exception {
        var reader = new TestProgram(platform, bank, EnumSet.of(Permission.PLUGIN_READ));
        assertThat(sent(reader, "/preview", "{\"operation\": \"accounts.balance/v1\"}").statusCode()).isEqualTo(403);
        assertThat(reader.get(ALL + "/schema").body()).contains("Openteller connector");
    }
}
