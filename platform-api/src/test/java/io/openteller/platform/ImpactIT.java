package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.serde.ObjectMapper;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.Opening;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.turn.Turns;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a draft would change in what customers were told, over HTTP. */
class ImpactIT {

    private static final String IMPACT = "/api/v1/documents/card-fees/versions/2/impact";
    private static final int SECONDS = 60;

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
    void a_bank_whose_customers_asked_and_a_draft_with_another_fee() throws Exception {
        bank = TestBank.open(platform.getApplicationContext(), "GBP");
        bank.publish(
                platform.getApplicationContext(),
                "card-fees",
                "# Replacing a card\n\nA new debit card costs £6.\n\n## Delivery\n\nA new debit card comes in 5 days.");
        editor = program(EnumSet.of(Permission.KNOWLEDGE_READ, Permission.KNOWLEDGE_WRITE));
        asked("How much does a new debit card cost?");
        asked("In how many days does a new debit card come?");
        HttpResponse<String> draft = editor.upload(
                "/api/v1/documents",
                "card-fees.md",
                "# Replacing a card\n\nA new debit card costs £8.\n\n## Delivery\n\nA new debit card comes in 5 days."
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(draft.statusCode()).as(draft.body()).isEqualTo(201);
    }

    @Test
    void past_questions_are_answered_from_the_draft_and_what_differs_is_shown() throws Exception {
        assertThat(editor.post(IMPACT).statusCode()).isEqualTo(202);
        JsonNode found = finished();
        assertThat(found.get("failed").getBooleanValue()).isFalse();
        assertThat(found.get("asked").getIntValue()).isEqualTo(2);
        assertThat(found.get("changed").size()).isEqualTo(1);
        JsonNode change = found.get("changed").get(0);
        assertThat(change.get("question").getStringValue()).isEqualTo("How much does a new debit card cost?");
        assertThat(change.get("before").get("text").getStringValue()).contains("£6");
        assertThat(change.get("after").get("text").getStringValue()).contains("£8");
    }

    @Test
    void before_it_is_asked_for_nothing_was_found_and_what_is_not_there_has_no_impact() throws Exception {
        assertThat(json(editor.get(IMPACT)).get("asked").getIntValue()).isZero();
        assertThat(editor.post("/api/v1/documents/card-fees/versions/9/impact").statusCode()).isEqualTo(404);
        assertThat(editor.post("/api/v1/documents/unknown/versions/1/impact").statusCode()).isEqualTo(404);
    }

    @Test
    void who_may_only_read_cannot_begin_one_and_another_bank_sees_nothing() throws Exception {
        assertThat(program(EnumSet.of(Permission.KNOWLEDGE_READ)).post(IMPACT).statusCode()).isEqualTo(403);
        TestBank other = TestBank.open(platform.getApplicationContext(), "GBP");
        TestProgram stranger = new TestProgram(platform, other, EnumSet.allOf(Permission.class));
        assertThat(stranger.get(IMPACT).statusCode()).isEqualTo(404);
    }

    private TestProgram program(Set<Permission> permissions) {
        return new TestProgram(platform, bank, permissions);
    }

    private JsonNode finished() throws Exception {
        for (int i = 0; i < SECONDS * 5; i++) {
            JsonNode preview = json(editor.get(IMPACT));
            if (!preview.get("running").getBooleanValue()) {
                return preview;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("the preview was still running after " + SECONDS + " s");
    }

    private void asked(String question) {
        Conversations conversations = platform.getApplicationContext().getBean(Conversations.class);
        Turns turns = platform.getApplicationContext().getBean(Turns.class);
        CurrentTenant.run(bank.tenant(), () -> {
            UUID chat = conversations.open(new Opening("WIDGET", null, null, "en", "Hello, I am an AI."));
            turns.accept(chat, "m1", question);
            assertThat(turns.answerNext()).isTrue();
        });
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return ObjectMapper.getDefault().readValue(response.body(), JsonNode.class);
    }
}
