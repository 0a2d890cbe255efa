package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.serde.ObjectMapper;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.CustomerMark;
import io.openteller.platform.conversation.Opening;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.internal.Tenancies;
import io.openteller.platform.turn.Turns;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From questions that nobody could answer to the board, over HTTP; the questions go the whole way of a turn. */
class CurationIT {

    private static final String GAPS = "/api/v1/knowledge/gaps";

    private static EmbeddedServer platform;

    private TestBank bank;
    private TestProgram editor;

    @BeforeAll
    static void start() {
        platform = TestPlatform.start(Map.of("openteller.turn.loop", "false"));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @BeforeEach
    void a_bank_with_an_editor() throws Exception {
        bank = TestBank.open(platform.getApplicationContext(), "GBP");
        bank.publish(platform.getApplicationContext(), "card-fees", "# Replacing a card\nA new card costs £6 and comes in 5 days.");
        editor = new TestProgram(platform, bank, EnumSet.of(Permission.KNOWLEDGE_READ, Permission.KNOWLEDGE_WRITE));
    }

    @Test
    void questions_nobody_could_answer_become_gaps_and_the_most_asked_comes_first() throws Exception {
        asked("Do you sell travel insurance?");
        asked("Which airport lounges do you have?");
        asked("Can I buy travel insurance from you?");
        asked("Is travel insurance offered?");
        JsonNode gaps = gaps();
        assertThat(labels(gaps)).hasSize(2);
        JsonNode first = gaps.get(0);
        assertThat(first.get("label").getStringValue()).contains("insurance");
        assertThat(first.get("volume").getIntValue()).isEqualTo(3);
        assertThat(first.get("unanswered").getIntValue()).isEqualTo(3);
        assertThat(first.get("state").getStringValue()).isEqualTo("OPEN");
        assertThat(texts(first)).containsExactly(
                "Is travel insurance offered?",
                "Can I buy travel insurance from you?",
                "Do you sell travel insurance?");
        assertThat(first.get("outline").get(0).getStringValue()).isEqualTo("Who can have it (1 of 3 ask)");
    }

    @Test
    void what_was_answered_is_no_gap() throws Exception {
        asked("How much does a new card cost?");
        assertThat(labels(gaps())).isEmpty();
    }

    @Test
    void a_decision_stays_with_its_gap_and_new_questions_after_closing_are_counted() throws Exception {
        asked("Do you sell travel insurance?");
        String id = gaps().get(0).get("id").getStringValue();
        JsonNode planned = decide(id, "PLANNED", "Rachel");
        assertThat(planned.get("owner").getStringValue()).isEqualTo("Rachel");
        asked("Can I buy travel insurance from you?");
        JsonNode again = gaps().get(0);
        assertThat(again.get("id").getStringValue()).isEqualTo(id);
        assertThat(again.get("state").getStringValue()).isEqualTo("PLANNED");
        decide(id, "CLOSED", null);
        assertThat(gaps().get(0).get("askedSinceClosed").getIntValue()).isZero();
        asked("Is travel insurance offered?");
        assertThat(gaps().get(0).get("askedSinceClosed").getIntValue()).isEqualTo(1);
        assertThat(bank.stored("SELECT count(*) FROM audit_event WHERE action LIKE 'knowledge.gap.%'")).isEqualTo("2");
    }

    @Test
    void personal_data_stays_out_of_the_board() throws Exception {
        asked("Do you sell travel insurance to ananya.rao@mail.example?");
        assertThat(gaps().get(0).get("label").getStringValue()).doesNotContain("ananya").contains("[EMAIL_1]");
    }

    @Test
    void another_banks_gaps_and_unknown_ones_cannot_be_decided() throws Exception {
        asked("Do you sell travel insurance?");
        String id = gaps().get(0).get("id").getStringValue();
        TestBank other = TestBank.open(platform.getApplicationContext(), "GBP");
        TestProgram stranger = new TestProgram(platform, other, EnumSet.allOf(Permission.class));
        assertThat(put(stranger, id, "CLOSED", null).statusCode()).isEqualTo(404);
        assertThat(put(editor, UUID.randomUUID().toString(), "CLOSED", null).statusCode()).isEqualTo(404);
        assertThat(put(editor, id, "GONE", null).statusCode()).isEqualTo(400);
        TestProgram reader = new TestProgram(platform, bank, EnumSet.of(Permission.KNOWLEDGE_READ));
        assertThat(put(reader, id, "CLOSED", null).statusCode()).isEqualTo(403);
        assertThat(bank.stored("SELECT count(*) FROM knowledge_gap")).isEqualTo("0");
    }

    @Test
    void a_document_knows_what_became_of_its_answers() throws Exception {
        UUID first = asked("How much does a new card cost?", "C-1");
        rated(first, 1);
        asked("When does a new card come?", "C-1");
        JsonNode used = json(editor.get("/api/v1/knowledge/usage")).get("items").get(0);
        assertThat(used.get("slug").getStringValue()).isEqualTo("card-fees");
        assertThat(used.get("cited").getIntValue()).isEqualTo(2);
        assertThat(used.get("resolved").getIntValue()).isEqualTo(2);
        assertThat(used.get("recontacted").getIntValue()).isEqualTo(1);
        assertThat(used.get("thumbsDown").getIntValue()).isEqualTo(1);
        voted(first, true);
        assertThat(thumbsDown()).as("what is said of the answer counts before what is said of the conversation").isZero();
        voted(first, false);
        assertThat(thumbsDown()).isEqualTo(1);
        JsonNode days = json(editor.get("/api/v1/knowledge/usage/card-fees?days=7")).get("byDay");
        assertThat(days.size()).isEqualTo(8);
        assertThat(days.get(7).get("cited").getIntValue()).isEqualTo(2);
        assertThat(editor.get("/api/v1/knowledge/usage/unknown").statusCode()).isEqualTo(404);
    }

    @Test
    void a_draft_that_says_otherwise_than_a_document_in_force_is_noticed_before_it_is_approved() throws Exception {
        drafted("new-fees", "# Replacing a card\nA new card costs £8 and comes in 5 days.");
        JsonNode checked = json(editor.get("/api/v1/knowledge/checks/new-fees/1"));
        assertThat(checked.get("contradictions").size()).isEqualTo(1);
        JsonNode contradiction = checked.get("contradictions").get(0);
        assertThat(contradiction.get("there").get("slug").getStringValue()).isEqualTo("card-fees");
        assertThat(contradiction.get("why").getStringValue()).contains("£8", "£6");
    }

    @Test
    void a_draft_that_says_the_same_again_is_a_near_duplicate_and_no_contradiction() throws Exception {
        drafted("same-again", "# Replacing a card\nA new card costs £6, and comes in 5 days.");
        JsonNode checked = json(editor.get("/api/v1/knowledge/checks/same-again/1"));
        assertThat(checked.get("nearDuplicates").get(0).get("there").get("slug").getStringValue())
                .isEqualTo("card-fees");
        assertThat(checked.get("contradictions").size()).isZero();
    }

    @Test
    void what_speaks_of_something_else_is_neither() throws Exception {
        drafted("lockers", "# Lockers\nA small locker costs £75 a year.");
        drafted("credit-cards", "# Replacing a credit card\nA new credit card costs £9.");
        for (String slug : List.of("lockers", "credit-cards")) {
            JsonNode checked = json(editor.get("/api/v1/knowledge/checks/" + slug + "/1"));
            assertThat(checked.get("nearDuplicates").size()).as(slug).isZero();
            assertThat(checked.get("contradictions").size()).as(slug).isZero();
        }
        assertThat(editor.get("/api/v1/knowledge/checks/unknown/1").statusCode()).isEqualTo(404);
    }

    @Test
    void a_document_whose_review_is_due_is_on_the_list_and_one_in_good_order_is_not() throws Exception {
        assertThat(json(editor.get("/api/v1/knowledge/stale")).get("items").size()).isZero();
        CurrentTenant.run(bank.tenant(), () -> Tenancies.database()
                .inTransaction(sql -> sql.execute("UPDATE document SET review_due = current_date - 1")));
        JsonNode stale = json(editor.get("/api/v1/knowledge/stale")).get("items");
        assertThat(stale.get(0).get("slug").getStringValue()).isEqualTo("card-fees");
        assertThat(stale.get(0).get("reason").getStringValue()).isEqualTo("REVIEW_DUE");
    }

    private void drafted(String slug, String markdown) throws Exception {
        HttpResponse<String> response = editor.upload(
                "/api/v1/documents", slug + ".md", markdown.getBytes(StandardCharsets.UTF_8));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    }

    private void asked(String question) throws Exception {
        asked(question, null);
    }

    private UUID asked(String question, @Nullable String customer) {
        Conversations conversations = platform.getApplicationContext().getBean(Conversations.class);
        Turns turns = platform.getApplicationContext().getBean(Turns.class);
        return CurrentTenant.call(bank.tenant(), () -> {
            UUID chat = conversations.open(new Opening("WIDGET", customer, null, "en", "Hello, I am an AI."));
            turns.accept(chat, "m1", question);
            assertThat(turns.answerNext()).isTrue();
            return chat;
        });
    }

    private void rated(UUID conversation, int rating) {
        CurrentTenant.run(bank.tenant(), () -> Tenancies.database()
                .inTransaction(sql -> sql.execute(
                        "UPDATE conversation SET csat_rating = ? WHERE id = ?", rating, conversation)));
    }

    private void voted(UUID conversation, boolean helpful) {
        Conversations conversations = platform.getApplicationContext().getBean(Conversations.class);
        CurrentTenant.run(
                bank.tenant(),
                () -> assertThat(conversations.mark(conversation, new CustomerMark.Voted(3, helpful)))
                        .isTrue());
    }

    private int thumbsDown() throws Exception {
        return json(editor.get("/api/v1/knowledge/usage"))
                .get("items")
                .get(0)
                .get("thumbsDown")
                .getIntValue();
    }

    private JsonNode gaps() throws Exception {
        return json(editor.get(GAPS)).get("items");
    }

    private JsonNode decide(String id, String state, @Nullable String owner) throws Exception {
        return json(put(editor, id, state, owner));
    }

    private static HttpResponse<String> put(TestProgram program, String id, String state, @Nullable String owner)
            throws Exception {
        String body = "{\"state\":\"" + state + "\"" + (owner == null ? "" : ",\"owner\":\"" + owner + "\"") + "}";
        return TestProgram.send(program.request(GAPS + "/" + id)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build());
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return ObjectMapper.getDefault().readValue(response.body(), JsonNode.class);
    }

    private static List<String> labels(JsonNode gaps) {
        return StreamSupport.stream(gaps.values().spliterator(), false)
                .map(gap -> gap.get("label").getStringValue())
                .toList();
    }

    private static List<String> texts(JsonNode gap) {
        return StreamSupport.stream(gap.get("questions").values().spliterator(), false)
                .map(question -> question.get("text").getStringValue())
                .toList();
    }
}
