package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.runtime.server.EmbeddedServer;
import io.openteller.platform.identity.Role;
import io.openteller.platform.plugin.BuiltPlugins;
import io.openteller.platform.plugin.Installations;
import io.openteller.platform.procedure.Procedures;
import io.openteller.platform.procedure.StarterProcedures;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.procedures.definition.Definitions;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shipped procedures tried out on the made-up bank, over HTTP. */
class TrialIT {

    private static final String TESTS = "/api/v1/procedures/tests";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static EmbeddedServer platform;
    private static TestBank bank;
    private static TestProgram program;

    @BeforeAll
    static void start() throws Exception {
        Path plugins = folder.resolve("plugins");
        BuiltPlugins.copiedTo(plugins, "banking-sandbox");
        platform = TestPlatform.start(Map.of("openteller.plugins.folder", plugins.toString()));
        bank = TestBank.open(platform.getApplicationContext(), "INR");
        program = new TestProgram(platform, bank, Role.ADMIN.permissions());
        CurrentTenant.run(bank.tenant(), () -> {
            Installations installations = platform.getApplicationContext().getBean(Installations.class);
            Map<String, Object> settings = Map.of(
                    "dataset", "meridian", "dataFolder", folder.resolve("bank").toString());
            installations.configure("banking-sandbox", settings, "test");
            installations.enable("banking-sandbox", true, "test");
            assertThat(platform.getApplicationContext().getBean(StarterProcedures.class).publish())
                    .contains("balance-and-statements", "transaction-dispute");
        });
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void the_starters_are_in_force_once_and_not_published_again() {
        CurrentTenant.run(bank.tenant(), () -> {
            assertThat(platform.getApplicationContext().getBean(StarterProcedures.class).publish()).isEmpty();
            assertThat(platform.getApplicationContext().getBean(Procedures.class).inForce())
                    .allSatisfy(one -> assertThat(one.version()).isEqualTo(1))
                    .hasSizeGreaterThanOrEqualTo(12);
        });
    }

    @Test
    void a_tester_sees_what_the_customer_would_be_told_and_the_way_it_went() throws Exception {
        JsonNode test = began("balance-and-statements", "What is my balance?");
        assertThat(test.at("/waiting/what").textValue()).isEqualTo("IDENTITY");
        JsonNode known = happens(test, "{\"kind\": \"IDENTITY\", \"yes\": true}");
        assertThat(known.path("effects").toString()).contains("accounts.list/v1", "done");
        assertThat(known.path("path")).hasSizeGreaterThan(test.path("path").size());
        assertThat(program.get(TESTS + "/" + test.path("test").textValue()).body()).contains(known.path("path").get(0).textValue());
    }

    @Test
    void a_bank_that_is_down_leads_to_a_person_and_not_to_a_guess() throws Exception {
        JsonNode test = began("balance-and-statements", "What is my balance?");
        HttpResponse<String> faulty = sent("PUT", TESTS + "/" + test.path("test").textValue() + "/faults", "{\"fault\": \"DOWN\"}");
        assertThat(faulty.statusCode()).isEqualTo(200);
        JsonNode over = happens(test, "{\"kind\": \"IDENTITY\", \"yes\": true}");
        assertThat(over.path("status").textValue()).isEqualTo("HANDED_OVER");
        assertThat(over.path("says").toString()).contains("a person goes on").doesNotContain("₹");
    }

    @Test
    void what_does_not_fit_is_refused_and_the_test_run_stays_as_it_was() throws Exception {
        JsonNode test = began("balance-and-statements", "What is my balance?");
        String events = TESTS + "/" + test.path("test").textValue() + "/events";
        assertThat(sent("POST", events, "{\"kind\": \"APPROVAL\", \"yes\": true}").statusCode()).isEqualTo(409);
        assertThat(sent("POST", events, "{\"kind\": \"DANCE\"}").statusCode()).isEqualTo(400);
        assertThat(sent("POST", events, "{\"kind\": \"MESSAGE\", \"text\": \" \"}").statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(program.get(TESTS + "/" + test.path("test").textValue()).body()).at("/waiting/what").textValue())
                .isEqualTo("IDENTITY");
        TestBank other = TestBank.open(platform.getApplicationContext(), "INR");
        TestProgram stranger = new TestProgram(platform, other, Role.ADMIN.permissions());
        assertThat(stranger.get(TESTS + "/" + test.path("test").textValue()).statusCode()).isEqualTo(404);
    }

    @Test
    void any_replica_goes_on_with_a_test_run() throws Exception {
        JsonNode test = began("balance-and-statements", "What is my balance?");
        String path = TESTS + "/" + test.path("test").textValue();
        try (EmbeddedServer replica = TestPlatform.start(Map.of())) {
            TestProgram there = new TestProgram(replica, bank, Role.ADMIN.permissions());
            assertThat(JSON.readTree(there.get(path).body())).isEqualTo(test);
            assertThat(sent(there, "PUT", path + "/faults", "{\"fault\": \"DOWN\"}").statusCode()).isEqualTo(200);
            JsonNode over = JSON.readTree(
                    sent(there, "POST", path + "/events", "{\"kind\": \"IDENTITY\", \"yes\": true}").body());
            assertThat(over.path("status").textValue()).isEqualTo("HANDED_OVER");
            assertThat(JSON.readTree(program.get(path).body())).isEqualTo(over);
        }
    }

    @Test
    void of_many_who_do_something_at_once_one_is_heard() throws Exception {
        JsonNode test = began("balance-and-statements", "What is my balance?");
        String events = TESTS + "/" + test.path("test").textValue() + "/events";
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 8)
                .mapToObj(one -> CompletableFuture.supplyAsync(() -> status(events)))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join).sorted())
                .containsExactly(200, 409, 409, 409, 409, 409, 409, 409);
        JsonNode after = JSON.readTree(program.get(TESTS + "/" + test.path("test").textValue()).body());
        assertThat(after.path("effects").findValuesAsText("operation")).containsOnlyOnce("accounts.list/v1");
    }

    private static int status(String events) {
        try {
            return sent("POST", events, "{\"kind\": \"IDENTITY\", \"yes\": true}").statusCode();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private JsonNode began(String procedure, String message) throws Exception {
        String definition = CurrentTenant.call(bank.tenant(), () -> Definitions.json(platform.getApplicationContext()
                .getBean(Procedures.class)
                .current(procedure)
                .orElseThrow()
                .definition()));
        ObjectNode body = JSON.createObjectNode()
                .put("customerRef", "MB-1001")
                .put("language", "en")
                .put("message", message);
        body.set("definition", JSON.readTree(definition));
        HttpResponse<String> answer = sent("POST", TESTS, body.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private JsonNode happens(JsonNode test, String event) throws Exception {
        HttpResponse<String> answer = sent("POST", TESTS + "/" + test.path("test").textValue() + "/events", event);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static HttpResponse<String> sent(String method, String path, String body) throws Exception {
        return sent(program, method, path, body);
    }

    private static HttpResponse<String> sent(TestProgram by, String method, String path, String body) throws Exception {
        return TestProgram.send(by.request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }
}
