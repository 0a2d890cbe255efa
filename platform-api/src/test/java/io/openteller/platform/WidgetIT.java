package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a customer's browser sees of the platform, over HTTP. */
class WidgetIT {

    private static EmbeddedServer platform;
    private static TestBank bank;

    @BeforeAll
    static void a_bank_with_a_price_list() throws Exception {
        platform = TestPlatform.start(Map.of());
        bank = TestBank.open(platform.getApplicationContext(), "GBP");
        bank.publish(
                platform.getApplicationContext(),
                "cards",
                "# Replacing a lost card\nA new card costs £6 and comes in 5 days.");
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void a_visitor_begins_without_an_identity() throws Exception {
        JsonNode session = TestVisitor.anonymous(platform, bank).session();
        assertThat(session.get("assurance").getStringValue()).isEqualTo("ANONYMOUS");
        assertThat(session.get("bankName").getStringValue()).isEqualTo(bank.tenant().name());
        assertThat(session.get("suggestions").get(0).getStringValue()).isEqualTo("What are the fees?");
    }

    @Test
    void the_bank_vouches_for_a_customer_with_either_kind_of_key() throws Exception {
        for (String token : List.of(bank.vouched("MB-1001"), bank.vouchedByEdwards("MB-1001"))) {
            JsonNode session = TestVisitor.vouched(platform, bank, token).session();
            assertThat(session.get("assurance").getStringValue()).isEqualTo("IDENTIFIED");
        }
    }

    @Test
    void a_question_is_answered_over_the_stream_with_its_source() throws Exception {
        TestVisitor visitor = TestVisitor.anonymous(platform, bank);
        try (TestStream stream = visitor.stream(null)) {
            assertThat(stream.next().name()).isEqualTo("state");
            TestStream.Event disclosure = stream.next();
            assertThat(disclosure.id()).isEqualTo("1");
            assertThat(disclosure.text()).contains("AI assistant", bank.tenant().name());
            assertThat(disclosure.data().get("aiGenerated").getBooleanValue()).isTrue();

            assertThat(visitor.says("How much does replacing a card cost?")).isEqualTo(2);
            assertThat(stream.nextMessage().from("CUSTOMER")).isTrue();
            TestStream.Event reply = stream.nextMessage();
            assertThat(reply.id()).isEqualTo("3");
            assertThat(reply.text()).isEqualTo("A new card costs £6 and comes in 5 days.");
            JsonNode source = reply.data().get("citations").get(0);
            assertThat(source.get("heading").getStringValue()).isEqualTo("Replacing a lost card");
            assertThat(source.get("url").getStringValue())
                    .isEqualTo("/help/" + bank.tenant().slug().value() + "/cards/1");
        }
    }

    @Test
    void who_comes_back_gets_exactly_what_is_missing() throws Exception {
        TestVisitor visitor = TestVisitor.anonymous(platform, bank);
        visitor.says("How much does replacing a card cost?");
        try (TestStream before = visitor.stream(null)) {
            before.nextFrom("CUSTOMER");
            before.nextFrom("ASSISTANT");
        }
        visitor.says("hello");
        try (TestStream resumed = visitor.stream("3")) {
            assertThat(resumed.next().name()).isEqualTo("state");
            List<String> ids = new ArrayList<>();
            ids.add(resumed.nextMessage().id());
            ids.add(resumed.nextMessage().id());
            assertThat(ids).containsExactly("4", "5");
        }
        try (TestStream nothingMissing = visitor.stream("5")) {
            assertThat(nothingMissing.next().name()).isEqualTo("state");
            TestStream.Event more = nothingMissing.nextWithin(1_000);
            assertThat(more == null || !more.name().equals("message")).isTrue();
        }
    }

    @Test
    void a_message_sent_twice_has_one_place_and_one_answer() throws Exception {
        TestVisitor visitor = TestVisitor.anonymous(platform, bank);
        Map<String, String> message = Map.of("clientMessageId", "same", "text", "hello");
        HttpResponse<String> first = visitor.post("/messages", message);
        HttpResponse<String> second = visitor.post("/messages", message);
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body()).contains("\"seq\":2");
        try (TestStream stream = visitor.stream("2")) {
            assertThat(stream.nextMessage().id()).isEqualTo("3");
        }
        assertThat(visitor.post("/messages", message).body()).isEqualTo(first.body());
        assertThat(messages(visitor)).isEqualTo("3");
    }

    @Test
    void only_a_conversation_that_has_ended_can_be_rated_and_only_once() throws Exception {
        TestVisitor visitor = TestVisitor.anonymous(platform, bank);
        assertThat(visitor.post("/csat", Map.of("rating", 5)).body()).contains("ALREADY_RATED");
        TestPeople.closes(platform.getApplicationContext(), bank, visitor.conversation());
        try (TestStream stream = visitor.stream(null)) {
            stream.next(event -> event.name().equals("state")
                    && event.data().get("owner").getStringValue().equals("CLOSED"));
        }
        assertThat(visitor.post("/csat", Map.of("rating", 4)).statusCode()).isEqualTo(204);
        assertThat(visitor.post("/csat", Map.of("rating", 1)).statusCode()).isEqualTo(409);
        HttpResponse<String> late = visitor.post("/messages", Map.of("clientMessageId", "late", "text", "hello?"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("CONVERSATION_CLOSED");
    }

    @Test
    void an_answer_is_voted_on_once_and_the_vote_can_change() throws Exception {
        TestVisitor visitor = TestVisitor.anonymous(platform, bank);
        visitor.says("How much does replacing a card cost?");
        try (TestStream stream = visitor.stream("2")) {
            assertThat(stream.nextFrom("ASSISTANT").data().get("helpful")).isNull();
        }
        assertThat(visitor.post("/messages/3/vote", Map.of("helpful", false)).statusCode()).isEqualTo(204);
        assertThat(visitor.post("/messages/3/vote", Map.of("helpful", true)).statusCode()).isEqualTo(204);
        try (TestStream stream = visitor.stream("2")) {
            assertThat(stream.nextFrom("ASSISTANT").data().get("helpful").getBooleanValue()).isTrue();
        }
        assertThat(bank.stored("SELECT count(*) FROM answer_vote v JOIN turn t ON t.id = v.turn_id"
                        + " WHERE t.conversation_id = '" + visitor.conversation() + "'"))
                .isEqualTo("1");
    }

    @Test
    void only_an_answer_of_ones_own_conversation_can_be_voted_on() throws Exception {
        TestVisitor visitor = TestVisitor.anonymous(platform, bank);
        visitor.says("How much does replacing a card cost?");
        try (TestStream stream = visitor.stream("2")) {
            stream.nextFrom("ASSISTANT");
        }
        for (String seq : List.of("1", "2", "4")) {
            assertThat(visitor.post("/messages/" + seq + "/vote", Map.of("helpful", true)).statusCode())
                    .as("the greeting, the question and what is not there")
                    .isEqualTo(404);
        }
        assertThat(visitor.post("/messages/3/vote", Map.of()).statusCode()).isEqualTo(400);
        TestVisitor other = TestVisitor.anonymous(platform, bank);
        assertThat(other.post("/messages/3/vote", Map.of("helpful", true)).statusCode()).isEqualTo(404);
    }

    @Test
    void who_asks_for_a_person_waits_in_the_queue() throws Exception {
        TestVisitor visitor = TestVisitor.anonymous(platform, bank);
        assertThat(visitor.post("/handoff", Map.of()).statusCode()).isEqualTo(202);
        assertThat(visitor.post("/handoff", Map.of()).statusCode()).isEqualTo(202);
        try (TestStream stream = visitor.stream(null)) {
            assertThat(stream.next().data().get("owner").getStringValue()).isEqualTo("QUEUE");
        }
        assertThat(bank.stored("SELECT count(*)::text FROM escalation WHERE reason = 'PERSON_REQUESTED'"
                        + " AND conversation_id = '" + visitor.conversation() + "'"))
                .isEqualTo("1");
    }

    private static String messages(TestVisitor visitor) {
        return bank.stored(
                "SELECT count(*)::text FROM message WHERE conversation_id = '" + visitor.conversation() + "'");
    }
}
