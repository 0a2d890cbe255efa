package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.internal.Tenancies;
import io.openteller.platform.understanding.IntentGuess;
import io.openteller.platform.understanding.Understanding;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A bank's own intents, from the first change to the model that answers, over HTTP. */
class IntentsIT {

    private static final String INTENTS = "/api/v1/intents";

    /** About things that no bank starts with. */
    private static final String OWN = """
            text,label
            When can I come to my safe deposit box?,locker_visit
            I want to open my locker tomorrow,locker_visit
            Book a visit to the vault,locker_visit
            Opening hours of the locker room,locker_visit
            May my wife come along to the locker?,locker_visit
            Do you sell gold coins?,gold_coins
            Price of a ten gram gold coin,gold_coins
            I would like to buy gold from the bank,gold_coins
            Can I sell my gold coins back to you?,gold_coins
            Is the gold certified?,gold_coins
            """;

    private static final String LOCKER = "I need to get into my safe deposit locker on Monday";

    private static EmbeddedServer platform;
    private static EmbeddedServer replica;

    private TestBank bank;
    private TestProgram editor;

    @BeforeAll
    static void two_replicas() {
        platform = TestPlatform.start(Map.of());
        replica = TestPlatform.start(Map.of());
    }

    @AfterAll
    static void stop() {
        replica.close();
        platform.close();
    }

    @BeforeEach
    void a_bank_with_an_editor() throws Exception {
        bank = TestBank.open(platform.getApplicationContext(), "GBP");
        editor = new TestProgram(platform, bank, EnumSet.allOf(Permission.class));
    }

    @Test
    void a_bank_begins_with_the_intents_that_every_bank_has() throws Exception {
        JsonNode all = json(editor.get(INTENTS));
        assertThat(all.get("own").getBooleanValue()).isFalse();
        assertThat(all.get("items").size()).isGreaterThan(50);
        assertThat(all.get("live").get("number").getIntValue()).isZero();
        assertThat(bank.stored("SELECT count(*) FROM intent")).isEqualTo("0");
    }

    @Test
    void the_first_change_begins_with_a_copy_and_can_be_taken_back() throws Exception {
        int before = json(editor.get(INTENTS)).get("items").size();
        HttpResponse<String> added = post("/balance/examples", "{\"text\":\"How   rich am I today?\"}");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(added.body()).contains("How rich am I today?", "\"ADMIN\"", "\"en\"");
        JsonNode all = json(editor.get(INTENTS));
        assertThat(all.get("own").getBooleanValue()).isTrue();
        assertThat(all.get("changed").getBooleanValue()).isTrue();
        assertThat(all.get("items").size()).isEqualTo(before);
        String id = TestVisitor.json(added.body()).get("id").getStringValue();
        assertThat(delete("/balance/examples/" + id).statusCode()).isEqualTo(204);
        assertThat(editor.get(INTENTS + "/balance").body()).doesNotContain("How rich am I").contains("\"STARTER\"");
    }

    @Test
    void one_message_is_no_example_of_two_intents() throws Exception {
        assertThat(put("/lockers", "{\"title\":\"Lockers\",\"tier\":\"A\"}").statusCode()).isEqualTo(200);
        assertThat(post("/lockers/examples", "{\"text\":\"Where is my locker?\"}").statusCode()).isEqualTo(201);
        HttpResponse<String> again = post("/balance/examples", "{\"text\":\"where is my LOCKER?\"}");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("EXAMPLE_EXISTS", "lockers");
        assertThat(delete("/lockers").statusCode()).isEqualTo(204);
        assertThat(editor.get(INTENTS + "/lockers").statusCode()).isEqualTo(404);
    }

    @Test
    void what_was_trained_decides_once_it_is_published_and_for_this_bank_only() throws Exception {
        TestBank other = TestBank.open(platform.getApplicationContext(), "GBP");
        imported(OWN, true);
        trained();
        assertThat(understood(platform, bank, LOCKER).name()).isNotEqualTo("locker_visit");
        JsonNode report = json(editor.get(INTENTS + "/models/1/report"));
        assertThat(report.get("examples").getIntValue()).isEqualTo(10);
        assertThat(report.get("scores").size()).isEqualTo(2);
        JsonNode comparison = report.get("comparison");
        assertThat(comparison.get("live").getIntValue()).isZero();
        assertThat(comparison.get("liveAccuracy").getDoubleValue()).isZero();
        assertThat(comparison.get("candidateAccuracy").getDoubleValue()).isGreaterThan(0.5);

        long release = json(post("/models/1/publish", "{}")).get("release").getLongValue();
        assertThat(understood(platform, bank, LOCKER).name()).isEqualTo("locker_visit");
        assertThat(understood(replica, bank, LOCKER).name()).isEqualTo("locker_visit");
        assertThat(understood(replica, bank, LOCKER).tier()).isEqualTo(IntentGuess.Tier.B);
        assertThat(understood(platform, other, LOCKER).name()).isNotEqualTo("locker_visit");
        assertThat(editor.get("/api/v1/releases").body())
                .contains("\"current\":" + release, "starter intents", "model 1");
        assertThat(editor.get("/api/v1/audit").body()).contains("intents.published");
    }

    @Test
    void an_earlier_model_can_be_put_in_force_again() throws Exception {
        imported(OWN, true);
        trained();
        assertThat(post("/models/1/publish", "{}").statusCode()).isEqualTo(200);
        assertThat(put("/stamps", "{\"title\":\"Stamps\",\"tier\":\"C\"}").statusCode()).isEqualTo(200);
        assertThat(post("/stamps/examples", "{\"text\":\"Do you sell postage stamps?\"}").statusCode()).isEqualTo(201);
        assertThat(post("/stamps/examples", "{\"text\":\"A sheet of stamps please\"}").statusCode()).isEqualTo(201);
        trained();
        assertThat(post("/models/2/publish", "{}").statusCode()).isEqualTo(200);
        assertThat(understood(platform, bank, "I want to buy stamps").name()).isEqualTo("stamps");

        assertThat(post("/models/1/roll-back", "{}").statusCode()).isEqualTo(200);
        assertThat(understood(platform, bank, "I want to buy stamps").name()).isNotEqualTo("stamps");
        assertThat(understood(replica, bank, LOCKER).name()).isEqualTo("locker_visit");
        assertThat(post("/models/0/roll-back", "{}").statusCode()).isEqualTo(200);
        assertThat(understood(replica, bank, "what is my balance").name()).isEqualTo("balance");
        HttpResponse<String> again = post("/models/0/roll-back", "{}");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("MODEL_NOT_AVAILABLE");
    }

    @Test
    void one_training_runs_at_a_time_and_one_whose_server_died_is_over() throws Exception {
        imported(OWN, true);
        run("now() + interval '1 hour'");
        assertThat(post("/training", "{}").body()).contains("TRAINING_RUNS");
        assertThat(editor.get(INTENTS + "/training").body()).contains("\"RUNNING\"");
        run("now() - interval '1 second'");
        assertThat(new TestProgram(replica, bank, EnumSet.allOf(Permission.class))
                        .get(INTENTS + "/training")
                        .body())
                .contains("\"FAILED\"", "has stopped");
        trained();
    }

    @TestFactory
    Stream<DynamicTest> a_file_that_is_not_right_is_refused_with_its_lines_and_nothing_is_stored() {
        return Stream.of(
                refusedImport("no heading", "hello,there\nwhere,now\n", "text and label"),
                refusedImport("nothing", "", "text and label"),
                refusedImport("only a heading", "text,label\n", "There is no row"),
                refusedImport("a row without a label", "text,label\nhello there,\ngood day,greeting\n", "line 2"),
                refusedImport("a row without a message", "text,category\nhello there,greeting\n,greeting\n", "line 3"),
                refusedImport("a row that is too short", "text,label\nhello there\n", "line 2"),
                refusedImport("an open quote", "text,label\n\"hello,greeting\n", "not CSV"),
                refusedImport(
                        "a message under two intents",
                        "text,label\nhello there you,one\nHello there you,two\n",
                        "already an example of"),
                refusedImport("a message of 1,001 characters", "text,label\n" + "x".repeat(1_001) + ",a\n", "1,000"));
    }

    @Test
    void a_preview_of_a_file_stores_nothing() throws Exception {
        String before = bank.rows();
        HttpResponse<String> shown = editor.upload(INTENTS + "/import/preview", "own.csv", bytes(OWN));
        assertThat(shown.body()).contains("\"added\":10", "locker_visit", "gold_coins", "\"faultCount\":0");
        assertThat(bank.rows()).isEqualTo(before);
    }

    @Test
    void what_an_agent_says_of_a_message_becomes_an_example_once_it_is_accepted() throws Exception {
        TestVisitor visitor = TestVisitor.anonymous(platform, bank);
        long seq = visitor.says("Where is the locker key for account 12345678 please");
        String message = "/api/v1/desk/conversations/" + visitor.conversation() + "/messages/" + seq + "/intent";
        assertThat(sent(message, "POST", "{\"intent\":\"no_such_intent\"}").body()).contains("INTENT_INVALID");
        assertThat(sent(message, "POST", "{\"intent\":\"balance\"}").statusCode()).isEqualTo(202);
        JsonNode open = json(editor.get(INTENTS + "/suggestions")).get("items");
        assertThat(open.size()).isOne();
        assertThat(open.get(0).get("text").getStringValue()).doesNotContain("12345678").contains("locker key");
        assertThat(editor.get(INTENTS + "/balance").body()).doesNotContain("locker key");
        String accept = "/suggestions/" + open.get(0).get("id").getStringValue() + "/accept";
        assertThat(post(accept, "{}").statusCode()).isEqualTo(204);
        assertThat(editor.get(INTENTS + "/balance").body()).contains("locker key", "AGENT_CORRECTION");
        assertThat(post(accept, "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void a_sentence_is_tried_and_its_words_are_weighed() throws Exception {
        JsonNode understood = json(post("/try", "{\"text\":\"please block my debit card\"}"));
        assertThat(understood.get("guesses").get(0).get("intent").getStringValue()).isEqualTo("block_card");
        JsonNode words = understood.get("words");
        assertThat(words.size()).isEqualTo(5);
        assertThat(words.get(1).get("weight").getDoubleValue())
                .isGreaterThan(words.get(0).get("weight").getDoubleValue());
    }

    @Test
    void a_bank_says_from_where_on_nothing_it_taught_is_meant() throws Exception {
        String strange = "how tall is the tallest giraffe in the zoo";
        JsonNode before = json(editor.get(INTENTS + "/scope"));
        assertThat(before.get("threshold")).isNull();
        JsonNode points = before.get("tradeOff");
        assertThat(points.size()).isGreaterThan(5);
        JsonNode none = points.get(0);
        JsonNode most = points.get(points.size() - 1);
        assertThat(none.get("accepted").getDoubleValue()).isEqualTo(1);
        assertThat(none.get("outOfScopeRecall").getDoubleValue()).isZero();
        assertThat(most.get("inScopeAccuracy").getDoubleValue())
                .isLessThan(none.get("inScopeAccuracy").getDoubleValue());
        assertThat(most.get("outOfScopeRecall").getDoubleValue()).isGreaterThan(0.5);

        double usual = before.get("usual").getDoubleValue();
        long release = json(put("/scope", "{\"threshold\":" + usual + "}")).get("release").getLongValue();
        assertThat(understood(platform, bank, strange).name()).isEqualTo("out_of_scope");
        assertThat(understood(replica, bank, strange).name()).isEqualTo("out_of_scope");
        assertThat(understood(replica, bank, "please block my debit card").name()).isEqualTo("block_card");
        assertThat(editor.get(INTENTS + "/scope").body()).contains("\"threshold\":" + usual, "\"release\":" + release);
        assertThat(editor.get("/api/v1/releases").body()).contains("intents:scope", "threshold 0.");
        assertThat(editor.get("/api/v1/audit").body()).contains("intents.scope-changed");

        assertThat(put("/scope", "{\"threshold\":1}").statusCode()).isEqualTo(200);
        assertThat(understood(platform, bank, "what is my balance").name()).isEqualTo("out_of_scope");
        assertThat(put("/scope", "{\"threshold\":null}").statusCode()).isEqualTo(200);
        assertThat(understood(replica, bank, "what is my balance").name()).isEqualTo("balance");
    }

    @TestFactory
    Stream<DynamicTest> who_may_not_and_what_cannot_be() {
        TestProgram reader = new TestProgram(platform, bank, EnumSet.of(Permission.INTENT_READ));
        Refusals refusals = new Refusals(bank);
        return Stream.of(
                refusals.of("a reader", 403, "NOT_ALLOWED", () -> body(reader, INTENTS + "/training", "POST", "{}")),
                refusals.of("nobody", 401, "NOT_SIGNED_IN", () -> HttpRequest.newBuilder(
                                platform.getURI().resolve(INTENTS))
                        .build()),
                refusals.of("no title", 422, "INTENT_INVALID", () -> request("/locker", "PUT", "{\"tier\":\"A\"}")),
                refusals.of("no tier", 422, "INTENT_INVALID", () -> request("/locker", "PUT", "{\"title\":\"Locker\"}")),
                refusals.of("a tier of nothing", 400, "MALFORMED_REQUEST", () -> request("/locker", "PUT", "{\"title\":\"L\",\"tier\":\"D\"}")),
                refusals.of("a name in capitals", 422, "INTENT_INVALID", () -> request("/Locker", "PUT", "{\"title\":\"L\",\"tier\":\"A\"}")),
                refusals.of("a threshold above one", 422, "INTENT_INVALID", () -> request("/scope", "PUT", "{\"threshold\":1.5}")),
                refusals.of("no message", 422, "INTENT_INVALID", () -> request("/balance/examples", "POST", "{}")),
                refusals.of("nothing to try", 422, "INTENT_INVALID", () -> request("/try", "POST", "{\"text\":\" \"}")),
                refusals.of("an intent of nothing", 404, "NOT_FOUND", () -> request("/nothing", "DELETE", "")),
                refusals.of("an example of nothing", 404, "NOT_FOUND", () -> request("/nothing/examples", "POST", "{\"text\":\"hello\"}")),
                refusals.of("a model of nothing", 404, "NOT_FOUND", () -> request("/models/7/publish", "POST", "{}")));
    }

    private DynamicTest refusedImport(String name, String csv, String says) {
        return DynamicTest.dynamicTest(name, () -> {
            String before = bank.rows();
            HttpResponse<String> answer = editor.upload(INTENTS + "/import", "own.csv", bytes(csv));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
            assertThat(answer.body()).contains("IMPORT_INVALID", says);
            assertThat(bank.rows()).isEqualTo(before);
        });
    }

    private void imported(String csv, boolean replace) throws Exception {
        String field = "\r\n--part-of-a-test-upload\r\nContent-Disposition: form-data; name=\"replace\"\r\n\r\n" + replace;
        HttpResponse<String> answer = editor.upload(INTENTS + "/import", "own.csv", bytes(csv + field));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** Asks the other replica for how far it is. */
    private void trained() throws Exception {
        HttpResponse<String> begun = post("/training", "{}");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        TestProgram elsewhere = new TestProgram(replica, bank, EnumSet.of(Permission.INTENT_READ));
        JsonNode run = json(elsewhere.get(INTENTS + "/training")).get("run");
        while (run.get("state").getStringValue().equals("RUNNING")) {
            Thread.sleep(100);
            run = json(elsewhere.get(INTENTS + "/training")).get("run");
        }
        assertThat(run.get("state").getStringValue()).as(run.toString()).isEqualTo("DONE");
        assertThat(run.get("progress").getDoubleValue()).isEqualTo(1);
    }

    /** A training that some process has begun. */
    private void run(String lease) {
        CurrentTenant.run(bank.tenant(), () -> Tenancies.database().inTransaction(sql -> sql.execute(
                "INSERT INTO intent_training (tenant_id, id, state, line, started_by, lease_until)"
                        + " VALUES (?, gen_random_uuid(), 'RUNNING', 'Reading', 'somebody', " + lease + ")"
                        + " ON CONFLICT (tenant_id) DO UPDATE SET lease_until = excluded.lease_until",
                bank.tenant().id())));
    }

    private static IntentGuess understood(EmbeddedServer server, TestBank by, String message) {
        return CurrentTenant.call(by.tenant(), () -> server.getApplicationContext()
                        .getBean(Understanding.class)
                        .read(message))
                .intent();
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return sent(INTENTS + path, "POST", body);
    }

    private HttpResponse<String> put(String path, String body) throws Exception {
        return sent(INTENTS + path, "PUT", body);
    }

    private HttpResponse<String> delete(String path) throws Exception {
        return TestProgram.send(editor.request(INTENTS + path).DELETE().build());
    }

    private HttpRequest request(String path, String method, String body) {
        return body(editor, INTENTS + path, method, body);
    }

    private HttpResponse<String> sent(String path, String method, String body) throws Exception {
        return TestProgram.send(body(editor, path, method, body));
    }

    private static HttpRequest body(TestProgram who, String path, String method, String body) {
        return who.request(path)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return TestVisitor.json(answer.body());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
