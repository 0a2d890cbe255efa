package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import io.openteller.platform.plugin.BuiltPlugins;
import io.openteller.platform.plugin.Installations;
import io.openteller.platform.procedure.StarterProcedures;
import io.openteller.platform.tenancy.CurrentTenant;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a customer gets done at the bank, with the plugins and the procedures as they are shipped. Each test has a bank of its own. */
class ShippedInChatIT {

    private static EmbeddedServer platform;
    private static TestGateway gateway;

    private TestBank bank;
    private TestVisitor customer;
    private TestStream stream;

    @BeforeAll
    static void a_platform_with_plugins() throws Exception {
        gateway = new TestGateway();
        Path plugins = Path.of("target", "platforms", UUID.randomUUID() + "-plugins").toAbsolutePath();
        BuiltPlugins.copiedTo(plugins, "banking-sandbox");
        BuiltPlugins.copiedTo(plugins, "identity-otp");
        platform = TestPlatform.start(Map.of("openteller.plugins.folder", plugins.toString()));
    }

    @AfterAll
    static void stop() {
        platform.close();
        gateway.close();
    }

    @BeforeEach
    void a_customer_signed_in_at_the_banks_site() throws Exception {
        gateway.forget();
        bank = TestBank.open(platform.getApplicationContext(), "INR");
        CurrentTenant.run(bank.tenant(), () -> platform.getApplicationContext().getBean(StarterProcedures.class).publish());
        installed("banking-sandbox", Map.of("dataset", "meridian"));
        installed("identity-otp", Map.of("smsGatewayUrl", gateway.url(), "smsGatewayKey", TestGateway.KEY));
        customer = TestVisitor.vouched(platform, bank, bank.vouched("MB-1001"));
        stream = customer.stream("1");
    }

    @AfterEach
    void leave() {
        stream.close();
    }

    @Test
    void a_balance_is_told_after_the_right_code_and_not_before() throws Exception {
        customer.says("What is my account balance?");
        TestStream.Event asking = stream.nextFrom("ASSISTANT");
        assertThat(asking.text()).contains("••• 001").doesNotContain("₹");
        assertThat(card(asking, "kind")).isEqualTo("OTP");
        String code = gateway.nextCode();
        assertThat(entered(asking, wrong(code))).contains("\"WRONG\"", "\"attemptsLeft\":4");
        assertThat(entered(asking, code)).contains("\"VERIFIED\"");
        assertThat(stream.nextFrom("ASSISTANT").text()).contains("Which account", "Salary account ending 4821, ₹");
        customer.says("the salary account");
        assertThat(stream.nextFrom("ASSISTANT").text())
                .containsPattern("Salary account ending 4821: ₹[0-9,.]+ available, ₹[0-9,.]+ in total");
        assertThat(entered(asking, code)).contains("\"EXPIRED\"");
        assertThat(stored("SELECT count(*)::text FROM decision WHERE record::text LIKE '%accounts.balance/v1%'"))
                .isEqualTo("1");
    }

    @Test
    void a_code_typed_as_a_message_counts_and_is_never_stored() throws Exception {
        customer.says("Show me my recent payments");
        stream.nextFrom("ASSISTANT");
        String code = gateway.nextCode();
        assertThat(said(wrong(code))).contains("\"WRONG\"", "\"attemptsLeft\":4");
        assertThat(said("my code is " + code.substring(0, 3) + " " + code.substring(3))).contains("\"VERIFIED\"");
        assertThat(stream.nextFrom("ASSISTANT").text()).contains("The latest on your accounts:\n- ", "₹");
        assertThat(stored("SELECT count(*)::text FROM message WHERE body ~ '^[0-9 ]+$' OR body LIKE '%my code%'"))
                .isEqualTo("0");
        assertThat(stored("SELECT count(*)::text FROM turn t JOIN decision d ON d.turn_id = t.id WHERE d.record::text LIKE '%"
                        + code + "%'"))
                .isEqualTo("0");
    }

    @Test
    void a_card_is_blocked_once_however_often_that_is_confirmed() throws Exception {
        TestStream.Event asking = confirmation("9034");
        assertThat(TestVisitor.written(asking.data().get("card").get("lines"))).contains("9034");
        assertThat(confirmed(asking, true)).contains("\"DONE\"");
        assertThat(confirmed(asking, true)).contains("\"DONE\"");
        assertThat(confirmed(asking, false)).contains("\"DONE\"");
        assertThat(stream.nextFrom("ASSISTANT").text()).contains("The card ending 9034 is blocked since");
        assertThat(blocks()).isEqualTo("DONE");
        assertThat(stored("SELECT count(*)::text FROM message WHERE body LIKE '%is blocked since%'"))
                .isEqualTo("1");
    }

    @Test
    void who_declines_changes_nothing() throws Exception {
        TestStream.Event asking = confirmation("2217");
        assertThat(confirmed(asking, false)).contains("\"DECLINED\"");
        assertThat(stream.nextFrom("ASSISTANT").text()).contains("The card still works");
        assertThat(confirmed(asking, true)).contains("\"DECLINED\"");
        assertThat(blocks()).isEqualTo("DECLINED");
    }

    @Test
    void a_payment_that_was_not_made_has_a_reference_and_a_time_in_the_first_reply() throws Exception {
        Map<String, String> message = Map.of("clientMessageId", "d1", "text", "I didn't make this ₹5,000 payment");
        customer.post("/messages", message);
        customer.post("/messages", message);
        TestStream.Event reply = stream.nextFrom("ASSISTANT");
        assertThat(reply.text())
                .containsPattern("reference for it is REF-[0-9A-Z]{10}")
                .containsPattern("at [0-9]{1,2} [A-Z][a-z]+ 20[0-9]{2}, [0-9]{1,2}:[0-9]{2} [ap]m");
        assertThat(stored("SELECT count(*)::text FROM workflow_run")).isEqualTo("1");
    }

    @Test
    void a_bank_without_that_procedure_notes_the_dispute_and_a_person_goes_on() throws Exception {
        TestBank bare = TestBank.open(platform.getApplicationContext(), "INR");
        TestVisitor visitor = TestVisitor.vouched(platform, bare, bare.vouched("MB-1001"));
        visitor.says("I didn't make this ₹5,000 payment");
        try (TestStream theirs = visitor.stream("1")) {
            String reply = theirs.nextFrom("ASSISTANT").text();
            assertThat(reply).containsPattern("under REF-[0-9A-Z]{10}, at [0-9]{1,2} [A-Z][a-z]{2} 20[0-9]{2}, [0-9]{2}:[0-9]{2} IST");
            theirs.next(event -> event.name().equals("state") && text(event, "owner").equals("QUEUE"));
            JsonNode packet = TestVisitor.json(bare.stored("SELECT packet::text FROM escalation WHERE reason = 'DISPUTE'"));
            String noted = packet.get("facts").get(0).get("value").getStringValue();
            assertThat(reply).contains(noted.substring(0, noted.indexOf(',')));
            assertThat(packet.get("summary").getStringValue()).contains("I didn't make this ₹5,000 payment");
        }
    }

    @Test
    void a_bank_without_procedures_answers_from_its_documents_and_touches_nothing() throws Exception {
        TestBank bare = TestBank.open(platform.getApplicationContext(), "INR");
        TestVisitor visitor = TestVisitor.vouched(platform, bare, bare.vouched("MB-1001"));
        visitor.says("What is my account balance?");
        try (TestStream theirs = visitor.stream("1")) {
            TestStream.Event reply = theirs.nextFrom("ASSISTANT");
            assertThat(reply.text()).doesNotContain("₹");
            assertThat(reply.data().get("card")).isNull();
        }
        assertThat(bare.stored("SELECT record->>'route' FROM decision")).isEqualTo("REFUSE");
    }

    @Test
    void a_visitor_whom_nobody_vouches_for_is_asked_to_sign_in() throws Exception {
        TestVisitor visitor = TestVisitor.anonymous(platform, bank);
        visitor.says("What is my account balance?");
        try (TestStream theirs = visitor.stream("1")) {
            TestStream.Event reply = theirs.nextFrom("ASSISTANT");
            assertThat(reply.text()).contains("Please sign in").doesNotContain("₹");
        }
        assertThat(gateway.sentNothing()).isTrue();
    }

    @Test
    void when_the_bank_does_not_answer_a_person_takes_over_and_nothing_is_made_up() throws Exception {
        customer.says("Show me my recent payments");
        entered(stream.nextFrom("ASSISTANT"), gateway.nextCode());
        assertThat(stream.nextFrom("ASSISTANT").text()).contains("The latest on your accounts");
        installed("banking-sandbox", Map.of("dataset", "meridian", "outage", true));
        customer.says("Show me my recent payments");
        assertThat(stream.nextFrom("ASSISTANT").text())
                .contains("I cannot see your payments right now")
                .doesNotContain("₹");
        stream.next(event -> event.name().equals("state") && text(event, "owner").equals("QUEUE"));
        assertThat(stored("SELECT reason FROM escalation")).isEqualTo("FAILED");
    }

    @Test
    void a_challenge_is_of_no_use_in_another_conversation() throws Exception {
        customer.says("What is my account balance?");
        TestStream.Event asking = stream.nextFrom("ASSISTANT");
        String code = gateway.nextCode();
        TestVisitor again = TestVisitor.vouched(platform, bank, bank.vouched("MB-1001"));
        Map<String, String> stolen = Map.of("challengeId", card(asking, "challengeId"), "code", code);
        assertThat(again.post("/step-up", stolen).statusCode()).isEqualTo(404);
        assertThat(entered(asking, code)).contains("\"VERIFIED\"");
    }

    private String said(String text) throws Exception {
        return customer.post("/messages", Map.of("clientMessageId", UUID.randomUUID().toString(), "text", text))
                .body();
    }

    /** Up to the card that shows what is about to be done. */
    private TestStream.Event confirmation(String digits) throws Exception {
        customer.says("Please block my card");
        assertThat(entered(stream.nextFrom("ASSISTANT"), gateway.nextCode())).contains("\"VERIFIED\"");
        assertThat(stream.nextFrom("ASSISTANT").text()).contains("Which card", digits);
        customer.says(digits);
        assertThat(stream.nextFrom("ASSISTANT").text()).contains("What happened to the card ending " + digits);
        customer.says("I lost it");
        TestStream.Event asking = stream.nextFrom("ASSISTANT");
        assertThat(card(asking, "kind")).isEqualTo("CONFIRM");
        return asking;
    }

    private String blocks() {
        return stored("SELECT state FROM bank_intent WHERE operation = 'cards.block/v1'");
    }

    private String entered(TestStream.Event asking, String code) throws Exception {
        HttpResponse<String> answer =
                customer.post("/step-up", Map.of("challengeId", card(asking, "challengeId"), "code", code));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private String confirmed(TestStream.Event asking, boolean accept) throws Exception {
        return customer.post("/confirmations/" + card(asking, "actionId"), Map.of("accept", accept))
                .body();
    }

    private void installed(String plugin, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("dataFolder", Path.of("target", "platforms", UUID.randomUUID() + "-bank").toAbsolutePath().toString());
        Installations installations = platform.getApplicationContext().getBean(Installations.class);
        CurrentTenant.run(bank.tenant(), () -> {
            installations.configure(plugin, all, "test");
            installations.enable(plugin, true, "test");
        });
    }

    private String stored(String query) {
        return bank.stored(query);
    }

    private static String card(TestStream.Event event, String field) {
        return event.data().get("card").get(field).getStringValue();
    }

    private static String text(TestStream.Event event, String field) {
        return event.data().get(field).getStringValue();
    }

    private static String wrong(String code) {
        return code.startsWith("1") ? "2" + code.substring(1) : "1" + code.substring(1);
    }
}
