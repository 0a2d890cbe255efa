package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.internal.Tenancies;
import io.openteller.platform.turn.Turns;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

/**
 * A conversation between the assistant and two people at the desk, over HTTP. The loop is off: the assistant answers when
 * the test says so, so that its silence is no accident.
 */
class HandOverIT {

    private static final EmbeddedServer PLATFORM = TestPlatform.start(Map.of("openteller.turn.loop", "false"));

    private TestBank bank;
    private TestVisitor visitor;
    private TestProgram asha;
    private TestProgram ben;

    @BeforeEach
    void a_bank_with_two_agents_and_a_customer() throws Exception {
        bank = TestBank.open(PLATFORM.getApplicationContext(), "GBP");
        visitor = TestVisitor.anonymous(PLATFORM, bank);
        asha = new TestProgram(PLATFORM, bank, EnumSet.allOf(Permission.class));
        ben = new TestProgram(PLATFORM, bank, EnumSet.allOf(Permission.class));
    }

    @AfterAll
    static void stop() {
        PLATFORM.close();
    }

    @Test
    void the_assistant_is_silent_while_a_person_has_the_conversation_and_answers_again_after() throws Exception {
        visitor.says("What is a standing order?");
        assertThat(assistantAnswers()).isTrue();

        JsonNode taken = changed(asha, "/take-over", version());
        assertThat(taken.get("owner").getStringValue()).isEqualTo("AGENT");
        visitor.says("Are you a person?");
        assertThat(assistantAnswers()).isFalse();
        assertThat(says(asha, "Yes, I am.").statusCode()).isEqualTo(202);
        assertThat(lastAuthor()).isEqualTo("AGENT");

        JsonNode released = changed(asha, "/release", version());
        assertThat(released.get("owner").getStringValue()).isEqualTo("ASSISTANT");
        refused(says(asha, "One more thing."), "NOT_YOURS");
        visitor.says("And what is a direct debit?");
        assertThat(assistantAnswers()).isTrue();
        assertThat(lastAuthor()).isEqualTo("ASSISTANT");
    }

    @Test
    void a_reply_that_the_assistant_owes_is_not_given_once_a_person_has_taken_over() throws Exception {
        visitor.says("What is a standing order?");
        changed(asha, "/take-over", version());
        assistantAnswers();
        assertThat(authors()).doesNotContain("ASSISTANT ASSISTANT").endsWith("SYSTEM");
    }

    @Test
    void what_colleagues_write_among_themselves_is_on_no_stream() throws Exception {
        changed(asha, "/take-over", version());
        try (TestStream customer = visitor.stream("2");
                TestStream desk = TestStream.open(ben.request(path("/events")).header("Last-Event-ID", "2"))) {
            List<String> heard = new ArrayList<>();
            customer.next(event -> event.name().equals("state"));
            desk.next(event -> event.name().equals("state"));
            assertThat(post(asha, "/notes", Map.of("text", "He sounds upset")).statusCode()).isEqualTo(201);
            assertThat(says(asha, "One moment.").statusCode()).isEqualTo(202);
            visitor.says("I wait");
            for (TestStream stream : List.of(customer, desk)) {
                stream.next(event -> heard.add(event.name().equals("message") ? event.text() : "") && event.from("CUSTOMER"));
            }
            assertThat(heard.toString()).contains("One moment.", "I wait").doesNotContain("upset");
        }
    }

    @Test
    void whoever_handed_a_conversation_to_a_colleague_does_not_have_it_any_more() throws Exception {
        changed(asha, "/take-over", version());
        UUID colleague = staffMember("Ben");
        JsonNode handed = json(transfer(asha, version(), colleague));
        assertThat(handed.get("owner").getStringValue()).isEqualTo("AGENT");
        assertThat(handed.get("assignedTo").get("name").getStringValue()).isEqualTo("Ben");

        refused(says(asha, "Still here."), "NOT_YOURS");
        refused(change(asha, "/release", version()), "CONVERSATION_TAKEN");
        refused(change(asha, "/resolve", version()), "CONVERSATION_TAKEN");
        refused(transfer(asha, version(), null), "CONVERSATION_TAKEN");
        assertThat(says(ben, "I am Ben.").statusCode()).isEqualTo(202);
        visitor.says("Hello Ben");
        assertThat(assistantAnswers()).isFalse();
    }

    @Test
    void what_goes_back_to_the_queue_is_nobodys_until_the_next_takes_it() throws Exception {
        changed(asha, "/take-over", version());
        JsonNode queued = json(transfer(asha, version(), null));
        assertThat(queued.get("owner").getStringValue()).isEqualTo("QUEUE");
        refused(says(asha, "Still here."), "NOT_YOURS");
        visitor.says("Is anybody there?");
        assertThat(assistantAnswers()).isFalse();
        assertThat(ben.get("/api/v1/desk/queue?scope=waiting").body()).contains(visitor.conversation().toString());

        changed(ben, "/claim", version());
        assertThat(says(ben, "Now I am here.").statusCode()).isEqualTo(202);
        refused(change(asha, "/claim", version()), "CONVERSATION_TAKEN");
    }

    @Test
    void of_two_who_saw_the_same_state_one_gets_the_conversation() throws Exception {
        long seen = version();
        changed(asha, "/claim", seen);
        refused(change(ben, "/claim", seen), "CONVERSATION_TAKEN");
        refused(change(asha, "/release", seen), "CONVERSATION_TAKEN");
        assertThat(view().get("owner").getStringValue()).isEqualTo("AGENT");
        changed(asha, "/release", version());
    }

    @Test
    void nobody_can_go_on_in_what_has_ended() throws Exception {
        changed(asha, "/take-over", version());
        changed(asha, "/resolve", version());
        refused(says(asha, "Hello?"), "CONVERSATION_CLOSED");
        refused(change(ben, "/take-over", version()), "CONVERSATION_CLOSED");
        refused(transfer(asha, version(), null), "CONVERSATION_CLOSED");
    }

    private boolean assistantAnswers() {
        Turns turns = PLATFORM.getApplicationContext().getBean(Turns.class);
        return CurrentTenant.call(bank.tenant(), turns::answerNext);
    }

    /** The second agent as a member of staff: a conversation is handed to people, and they are known by their id. */
    private UUID staffMember(String name) {
        UUID id = UUID.fromString(bank.stored("SELECT id FROM api_key ORDER BY created_at DESC LIMIT 1"));
        CurrentTenant.run(bank.tenant(), () -> Tenancies.database().inTransaction(sql -> sql.execute(
                "INSERT INTO staff (tenant_id, id, email, name, roles) VALUES (?, ?, ?, ?, '{AGENT}')",
                bank.tenant().id(),
                id,
                name.toLowerCase(java.util.Locale.ROOT) + "@bank.example",
                name)));
        return id;
    }

    private JsonNode view() throws Exception {
        return json(asha.get(path("")));
    }

    private long version() throws Exception {
        return view().get("version").getLongValue();
    }

    private String authors() throws Exception {
        StringBuilder authors = new StringBuilder();
        view().get("messages")
                .values()
                .forEach(message ->
                        authors.append(' ').append(message.get("author").getStringValue()));
        return authors.toString();
    }

    private String lastAuthor() throws Exception {
        String all = authors();
        return all.substring(all.lastIndexOf(' ') + 1);
    }

    private JsonNode changed(TestProgram agent, String what, long version) throws Exception {
        return json(change(agent, what, version));
    }

    private HttpResponse<String> change(TestProgram agent, String what, long version) throws Exception {
        return post(agent, what, Map.of("version", version));
    }

    private HttpResponse<String> says(TestProgram agent, String text) throws Exception {
        return post(agent, "/messages", Map.of("clientMessageId", UUID.randomUUID().toString(), "text", text));
    }

    private HttpResponse<String> transfer(TestProgram agent, long version, @Nullable UUID to) throws Exception {
        Map<String, Object> body = new HashMap<>(Map.of("version", version, "reason", "Knows more about it"));
        if (to != null) {
            body.put("toStaffId", to.toString());
        }
        return post(agent, "/transfer", body);
    }

    private HttpResponse<String> post(TestProgram agent, String what, Map<String, ?> body) throws Exception {
        return TestProgram.send(agent.request(path(what))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(TestVisitor.written(body)))
                .build());
    }

    private String path(String what) {
        return "/api/v1/desk/conversations/" + visitor.conversation() + what;
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return TestVisitor.json(answer.body());
    }

    private static void refused(HttpResponse<String> answer, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(answer.body()).contains(code);
    }
}
