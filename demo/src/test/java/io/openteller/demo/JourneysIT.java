package io.openteller.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The main job as people see it: real Chromium on the real product, with PostgreSQL, Redis and Keycloak. Ordered, because
 * the administrator looks at what the customer did, and the kill comes last.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneysIT {

    private RunningDemo demo;
    private String disputed = "";

    @BeforeAll
    void start() throws Exception {
        Journey.requireBrowser();
        demo = RunningDemo.start();
    }

    @AfterAll
    void stop() throws Exception {
        if (demo != null) {
            demo.close();
        }
    }

    @Test
    @Order(1)
    void a_visitor_gets_a_cited_answer_and_opens_its_source() throws Exception {
        JsonNode facts = Journey.play("cited-answer", demo);
        assertThat(routes(facts)).containsExactly("CONTAIN");
    }

    @Test
    @Order(2)
    void a_question_in_hindi_is_answered_in_hindi() throws Exception {
        JsonNode facts = Journey.play("hindi", demo);
        assertThat(routes(facts)).containsExactly("CONTAIN");
    }

    @Test
    @Order(3)
    void a_customer_steps_up_with_a_code_sees_balances_and_blocks_a_card() throws Exception {
        JsonNode facts = Journey.play("one-time-code", demo);
        assertThat(of(facts, "SELECT assurance FROM conversation WHERE id = ?::uuid")).containsExactly("STEPPED_UP");
    }

    @Test
    @Order(4)
    void a_disputed_payment_goes_to_a_person_who_answers_live() throws Exception {
        JsonNode facts = Journey.play("dispute-to-person", demo);
        disputed = facts.path("conversation").asText();
        assertThat(of(facts, "SELECT owner || ' ' || csat_rating FROM conversation WHERE id = ?::uuid"))
                .containsExactly("CLOSED 5");
        assertThat(of(facts, "SELECT author FROM message WHERE conversation_id = ?::uuid AND author <> 'SYSTEM' ORDER BY seq"))
                .as("the assistant is silent from the person's first word on")
                .containsExactly(
                        "ASSISTANT", "CUSTOMER", "ASSISTANT", "CUSTOMER", "ASSISTANT", "AGENT", "CUSTOMER");
        assertThat(demo.database()
                        .column(
                                "meridian",
                                "SELECT DISTINCT actor_name FROM audit_event WHERE subject LIKE '%' || ? || '%' AND actor_name = ?",
                                disputed,
                                facts.path("agent").asText()))
                .as("the audit names the person who claimed and resolved it")
                .hasSize(1);
    }

    @Test
    @Order(5)
    void an_administrator_opens_the_decision_step_by_step() throws Exception {
        assertThat(disputed).as("the conversation of the dispute").isNotEmpty();
        JsonNode facts =
                Journey.play("decision-record", demo, Map.of("OPENTELLER_E2E_CONVERSATION", disputed));
        assertThat(facts.path("dashboard").path("conversations").asLong())
                .isEqualTo(demo.database().count("meridian", "SELECT count(*) FROM conversation"));
    }

    @Test
    @Order(6)
    void the_console_shows_what_there_is_and_the_audit_is_intact() throws Exception {
        JsonNode facts = Journey.play("console-pages", demo);
        assertThat(facts.path("audit").path("intact").asBoolean()).isTrue();
    }

    @Test
    @Order(7)
    void one_bank_does_not_exist_for_the_other() throws Exception {
        JsonNode facts = Journey.play("two-banks", demo);
        String conversation = facts.path("conversation").asText();
        String query = "SELECT count(*) FROM conversation WHERE id = ?::uuid";
        assertThat(demo.database().count("meridian", query, conversation)).isOne();
        assertThat(demo.database().count("harbour", query, conversation)).isZero();
    }

    @Test
    @Order(8)
    void a_changed_fee_is_approved_by_a_second_person_before_customers_are_told() throws Exception {
        JsonNode facts = Journey.play("fee-change", demo);
        assertThat(demo.database()
                        .column(
                                "meridian",
                                "SELECT count(*)::text FROM audit_event WHERE subject LIKE ?",
                                "demand-drafts%" + facts.path("version").asText() + "%"))
                .as("the audit knows the version")
                .isNotEmpty();
        assertThat(facts.path("author").asText())
                .isNotEqualTo(facts.path("approver").asText());
    }

    @Test
    @Order(9)
    void a_procedure_is_published_by_two_people_and_a_customer_is_led_through_it() throws Exception {
        JsonNode facts = Journey.play("credit-score", demo);
        assertThat(of(facts, "SELECT procedure || ' ' || version FROM workflow_run WHERE conversation_id = ?::uuid"))
                .containsExactly("tell-credit-score 1");
        assertThat(of(facts, "SELECT operation FROM bank_decision WHERE conversation_id = ?::uuid"))
                .contains("credit.score/v1");
    }

    @Test
    @Order(10)
    void a_dispute_is_built_by_keyboard_published_by_another_run_by_a_customer_and_its_refund_agreed_to() throws Exception {
        JsonNode facts = Journey.play("dispute-by-keyboard", demo);
        assertThat(of(facts, "SELECT procedure || ' ' || version || ' ' || status FROM workflow_run WHERE conversation_id = ?::uuid"))
                .containsExactly("charged-twice 1 FINISHED");
        assertThat(of(
                        facts,
                        "SELECT a.state || ' ' || a.decided_name FROM bank_approval a JOIN bank_intent i USING (tenant_id, call_id)"
                                + " WHERE i.conversation_id = ?::uuid"))
                .as("one approval, by the supervisor")
                .containsExactly("AGREED " + facts.path("approver").asText());
        assertThat(demo.ledger("meridian"))
                .filteredOn(one -> one.path("operation").asText().equals("refunds.execute/v1"))
                .as("the bank's own book")
                .singleElement()
                .satisfies(refund -> {
                    assertThat(refund.path("customer").asText()).isEqualTo("MB-1002");
                    assertThat(refund.path("booked").path("minor").asLong()).isEqualTo(245_000);
                    assertThat(refund.path("result").path("reference").asText())
                            .isEqualTo(facts.path("refund").asText());
                });
    }

    @Test
    @Order(11)
    void a_refund_above_the_line_is_paid_when_a_colleague_agrees_and_the_no_to_another_is_told_in_words() throws Exception {
        JsonNode facts = Journey.play("refund-approved", demo);
        String decided = "SELECT a.state || ' ' || a.decided_name FROM bank_approval a JOIN bank_intent i USING (tenant_id, call_id)"
                + " WHERE i.conversation_id = ?::uuid";
        String approver = facts.path("approver").asText();
        assertThat(of(facts, decided)).containsExactly("AGREED " + approver);
        String declined = facts.path("declined").asText();
        assertThat(demo.database().column("meridian", decided, declined)).containsExactly("DECLINED " + approver);
        assertThat(demo.database()
                        .column(
                                "meridian",
                                "SELECT body FROM message WHERE conversation_id = ?::uuid AND author = 'AGENT'",
                                declined))
                .containsExactly(facts.path("words").asText());
        assertThat(demo.ledger("meridian"))
                .filteredOn(one -> one.path("operation").asText().equals("refunds.execute/v1")
                        && List.of("MB-1007", "MB-1004").contains(one.path("customer").asText()))
                .as("the bank's own book: the one that was agreed to, once")
                .singleElement()
                .satisfies(refund -> {
                    assertThat(refund.path("customer").asText()).isEqualTo("MB-1007");
                    assertThat(refund.path("booked").path("minor").asLong()).isEqualTo(640_000);
                    assertThat(refund.path("result").path("reference").asText())
                            .isEqualTo(facts.path("refund").asText());
                });
    }

    @Test
    @Order(12)
    void a_payment_from_an_unknown_device_is_disputed_after_a_code_and_questions_and_all_that_tells_of_it_is_sent() throws Exception {
        JsonNode facts = Journey.play("dispute-unknown-device", demo);
        assertThat(of(facts, "SELECT procedure || ' ' || version || ' ' || status FROM workflow_run WHERE conversation_id = ?::uuid"))
                .containsExactly("transaction-dispute 1 FINISHED");
        assertThat(of(facts, "SELECT DISTINCT kind FROM workflow_step WHERE conversation_id = ?::uuid AND state = 'DONE' ORDER BY kind"))
                .as("what the customer did")
                .containsExactly("CODE", "CONFIRM", "QUESTIONS");
        String dispute = facts.path("dispute").asText();
        assertThat(demo.outbox("meridian"))
                .filteredOn(one -> one.path("reference").asText().equals(dispute))
                .extracting(one -> one.path("channel").asText())
                .as("note, text message, e-mail, in the bank's order")
                .containsExactly("CRM", "SMS", "EMAIL");
    }

    @Test
    @Order(13)
    void a_banks_own_api_is_mapped_tried_and_published_and_a_customer_is_served_by_it() throws Exception {
        JsonNode facts = Journey.play("connector", demo);
        String accounts = "GET /customers/MB-1002/accounts";
        assertThat(facts.path("asked"))
                .as("what the server was asked, in the alphabet's order")
                .extracting(JsonNode::asText)
                .containsExactly(accounts, accounts + "/F-77/balance", accounts + "/F-77/reservations");
        assertThat(of(facts, "SELECT DISTINCT operation FROM bank_decision WHERE conversation_id = ?::uuid"))
                .contains("accounts.list/v1", "accounts.balance/v1", "accounts.holds/v1");
    }

    @Test
    @Order(14)
    void a_customer_reads_along_while_a_model_writes_and_votes_on_the_answer() throws Exception {
        JsonNode facts = Journey.play("read-along", demo);
        String conversation = facts.path("conversation").asText();
        assertThat(demo.database()
                        .column(
                                "harbour",
                                "SELECT seq || ' ' || author FROM message WHERE conversation_id = ?::uuid ORDER BY seq",
                                conversation))
                .as("what was shown while it was written is no message")
                .containsExactly("1 ASSISTANT", "2 CUSTOMER", "3 ASSISTANT");
        assertThat(demo.database()
                        .column(
                                "harbour",
                                "SELECT helpful::text FROM answer_vote v JOIN turn t ON t.id = v.turn_id"
                                        + " WHERE t.conversation_id = ?::uuid",
                                conversation))
                .containsExactly("false");
    }

    @Test
    @Order(15)
    void messages_accepted_before_a_kill_are_answered_once_after_the_next_up() throws Exception {
        List<WidgetVisitor> visitors = WidgetVisitor.many(18, demo.url(), "meridian");
        WidgetVisitor.allWrite(visitors, "What is the fee for replacing a debit card?");
        demo.killPlatform();
        String unanswered = "SELECT count(*) FROM turn WHERE status <> 'DONE'";
        assertThat(demo.database().count("meridian", unanswered))
                .as("the kill came between accept and answer")
                .isPositive();

        demo.up();
        WidgetVisitor.await(() -> demo.database().count("meridian", unanswered) == 0);
        for (WidgetVisitor visitor : visitors) {
            assertThat(visitor.writeAgain()).as("the same message is known").isEqualTo(visitor.written());
            assertThat(demo.database()
                            .column(
                                    "meridian",
                                    "SELECT author FROM message WHERE conversation_id = ?::uuid ORDER BY seq",
                                    visitor.conversation()))
                    .containsExactly("ASSISTANT", "CUSTOMER", "ASSISTANT");
        }
    }

    private List<String> routes(JsonNode facts) {
        return of(facts, "SELECT last_route FROM conversation WHERE id = ?::uuid");
    }

    /** @param query with one question mark: the conversation of the journey */
    private List<String> of(JsonNode facts, String query) {
        return demo.database().column("meridian", query, facts.path("conversation").asText());
    }
}
