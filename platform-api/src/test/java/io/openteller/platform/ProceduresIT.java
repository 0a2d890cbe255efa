package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.identity.Role;
import io.openteller.platform.procedure.internal.Written;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Procedures over HTTP, as the console and a bank's own programs use them. */
class ProceduresIT {

    private static final String ALL = "/api/v1/procedures";
    private static final String DRAFT = ALL + "/" + Written.ID + "/draft";
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
        program = new TestProgram(platform, bank, Role.ADMIN.permissions());
    }

    @Test
    void a_draft_is_saved_over_the_one_that_was_seen_and_no_other() throws Exception {
        String first = read(save(null, Written.GOOD)).path("etag").textValue();
        assertThat(save(null, Written.GOOD).statusCode()).isEqualTo(412);
        String second = read(save(first, Written.GOOD.replace("Goodbye", "So long"))).path("etag").textValue();
        HttpResponse<String> late = save(first, Written.GOOD);
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body()).contains("PROCEDURE_CHANGED", "saved it at");
        JsonNode page = read(program.get(ALL + "/" + Written.ID));
        assertThat(page.at("/draft/etag").textValue()).isEqualTo(second);
        assertThat(page.at("/draft/definition").toString()).contains("So long");
        assertThat(page.at("/published").isNull() || page.at("/published").isMissingNode()).isTrue();
    }

    @Test
    void what_a_draft_lacks_is_said_at_once_and_the_list_counts_it() throws Exception {
        String unfinished = Written.GOOD.replace("\"next\": \"bye\"", "\"next\": \"nowhere\"");
        JsonNode saved = read(save(null, unfinished));
        assertThat(saved.path("findings")).isNotEmpty();
        assertThat(saved.at("/findings/0/node").textValue()).isEqualTo("ask");
        JsonNode line = read(program.get(ALL)).at("/procedures/0");
        assertThat(line.path("id").textValue()).isEqualTo(Written.ID);
        assertThat(line.path("findings").intValue()).isEqualTo(saved.path("findings").size());
        HttpResponse<String> asked = publish(saved.path("etag").textValue());
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("PROCEDURE_FAULTY", "\"ask\"");
    }

    @Test
    void what_was_never_there_is_not_archived_and_leaves_no_trace() throws Exception {
        assertThat(sent("POST", ALL + "/nothing/archive", "{\"archived\":true}", null).statusCode()).isEqualTo(404);
        assertThat(sent("DELETE", ALL + "/nothing/draft", "", null).statusCode()).isLessThan(300);
        assertThat(bank.stored("SELECT (SELECT count(*) FROM procedure)::text || ' '"
                        + " || (SELECT count(*) FROM audit_event WHERE subject = 'nothing')::text"))
                .isEqualTo("0 0");
        assertThat(save(null, Written.GOOD).statusCode()).isEqualTo(200);
        assertThat(sent("POST", ALL + "/" + Written.ID + "/archive", "{\"archived\":true}", null).statusCode()).isEqualTo(200);
    }

    @Test
    void publishing_waits_for_a_person_and_a_program_is_none() throws Exception {
        String etag = read(save(null, Written.GOOD)).path("etag").textValue();
        HttpResponse<String> asked = publish(etag);
        assertThat(asked.statusCode()).isEqualTo(202);
        assertThat(read(asked).at("/waiting/comment").textValue()).isEqualTo("for the test");
        HttpResponse<String> decided =
                sent("POST", ALL + "/" + Written.ID + "/publication/approval", "{\"etag\":\"" + etag + "\"}", null);
        assertThat(decided.statusCode()).isEqualTo(409);
        assertThat(decided.body()).contains("SECOND_PERSON_NEEDED");
        assertThat(read(program.get(ALL + "/" + Written.ID + "/versions")).path("versions")).isEmpty();
    }

    @Test
    void a_definition_comes_in_as_yaml_and_leaves_as_json_and_back() throws Exception {
        save(null, Written.GOOD);
        HttpResponse<String> yaml = program.get(ALL + "/" + Written.ID + "/export?version=draft&format=yaml");
        assertThat(yaml.body()).contains("id: say-goodbye").doesNotContain("{");
        HttpResponse<String> back =
                sent("POST", ALL + "/import", JSON.writeValueAsString(Map.of("text", yaml.body())), null);
        assertThat(read(back).at("/definition/nodes/bye/text/en").textValue()).isEqualTo("Goodbye.");
        HttpResponse<String> json = program.get(ALL + "/" + Written.ID + "/export?version=draft&format=json");
        assertThat(JSON.readTree(json.body())).isEqualTo(read(back).path("definition"));
        assertThat(program.get(ALL + "/" + Written.ID + "/export?version=7").statusCode()).isEqualTo(404);
        assertThat(program.get(ALL + "/schema").body()).contains("2020-12");
    }

    @Test
    void a_list_of_steps_comes_in_with_notes_of_what_was_guessed() throws Exception {
        String steps = "[{\"id\": \"hello\", \"type\": \"message\", \"params\": {\"text\": \"Hello\"},"
                + " \"conditions\": {\"default\": \"done\"}}, {\"id\": \"done\", \"type\": \"end\"}]";
        HttpResponse<String> read =
                sent("POST", ALL + "/import", JSON.writeValueAsString(Map.of("text", steps, "format", "STEPS")), null);
        assertThat(read(read).at("/definition/nodes/hello/next").textValue()).isEqualTo("done");
        assertThat(read(read).path("notes")).isNotEmpty();
    }

    @Test
    void what_is_no_definition_is_refused_by_name_and_nothing_of_it_is_kept() throws Exception {
        HttpResponse<String> bad = sent("POST", ALL + "/import", "{\"text\": \"id: [what\"}", null);
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(bad.body()).contains("PROCEDURE_INVALID");
        assertThat(save(null, "{\"title\": {}}").statusCode()).isEqualTo(422);
        assertThat(save(null, Written.GOOD.replace("say-goodbye", "another-name")).body()).contains("another id");
        assertThat(sent("PUT", ALL + "/No%20Name/draft", body(Written.GOOD), null).statusCode()).isEqualTo(422);
        assertThat(read(program.get(ALL)).path("procedures")).isEmpty();
    }

    @Test
    void who_may_only_read_changes_nothing_and_another_bank_finds_nothing() throws Exception {
        save(null, Written.GOOD);
        TestProgram reader = new TestProgram(platform, bank, EnumSet.of(Permission.PROCEDURE_READ));
        assertThat(reader.get(ALL).statusCode()).isEqualTo(200);
        assertThat(TestProgram.send(reader.request(DRAFT).DELETE().build()).statusCode()).isEqualTo(403);
        TestProgram agent = new TestProgram(platform, bank, Role.AGENT.permissions());
        assertThat(agent.get(ALL).statusCode()).isEqualTo(403);
        TestBank other = TestBank.open(platform.getApplicationContext(), "GBP");
        TestProgram stranger = new TestProgram(platform, other, Role.ADMIN.permissions());
        assertThat(stranger.get(ALL + "/" + Written.ID).statusCode()).isEqualTo(404);
        assertThat(read(stranger.get(ALL)).path("procedures")).isEmpty();
    }

    @Test
    void the_languages_that_every_text_needs_are_the_banks_to_say() throws Exception {
        assertThat(read(program.get(ALL)).path("languages").toString()).isEqualTo("[\"en\"]");
        assertThat(sent("PUT", ALL + "/languages", "{\"languages\": [\"en\", \"cy\"]}", null).statusCode())
                .isEqualTo(200);
        assertThat(read(program.get(ALL)).path("languages").toString()).isEqualTo("[\"en\",\"cy\"]");
        assertThat(sent("PUT", ALL + "/languages", "{\"languages\": []}", null).statusCode()).isEqualTo(422);
    }

    private HttpResponse<String> publish(String etag) throws Exception {
        String wish = "{\"etag\":\"" + etag + "\", \"comment\": \"for the test\"}";
        return sent("POST", ALL + "/" + Written.ID + "/publication", wish, null);
    }

    private HttpResponse<String> save(@Nullable String seen, String definition) throws Exception {
        return sent("PUT", DRAFT, body(definition), seen);
    }

    private static String body(String definition) {
        return "{\"definition\": " + definition + ", \"layout\": {}}";
    }

    private HttpResponse<String> sent(String method, String path, String body, @Nullable String seen) throws Exception {
        var request = program.request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        return TestProgram.send((seen == null ? request : request.header("If-Match", "\"" + seen + "\"")).build());
    }

    private static JsonNode read(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        return JSON.readTree(answer.body());
    }
}
