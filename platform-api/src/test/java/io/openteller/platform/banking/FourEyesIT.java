package io.openteller.platform.banking;

import static io.openteller.platform.banking.Operated.denied;
import static io.openteller.platform.banking.Operated.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.banking.internal.approval.Colleagues;
import io.openteller.platform.banking.internal.policy.Bounds;
import io.openteller.platform.banking.internal.policy.BoundsChange;
import io.openteller.platform.banking.internal.policy.BoundsChanges;
import io.openteller.platform.identity.Identities;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.banking.BankOperations.Consent;
import io.openteller.platform.tenancy.Tenant;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a colleague must agree to, over HTTP and on a real database. */
class FourEyesIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private static EmbeddedServer server;
    private static PaperBank paper;

    private Tenant bank;
    private Operated asha;

    @BeforeAll
    static void start() {
        server = Operated.platform(Map.of("micronaut.server.port", "-1"))
                .getBean(EmbeddedServer.class)
                .start();
        paper = server.getApplicationContext().getBean(PaperBank.class);
    }

    @AfterAll
    static void stop() {
        server.close();
        CLIENT.close();
    }

    @BeforeEach
    void a_customer_of_a_new_bank() {
        paper.fault = PaperBank.Fault.NONE;
        paper.missing = Set.of();
        paper.refund = 200_001;
        bank = Operated.newBank(server.getApplicationContext(), "INR");
        asha = Operated.at(server.getApplicationContext(), bank, "C-1");
    }

    @Test
    void a_refund_above_the_line_waits_for_a_colleague_and_is_paid_once_when_they_agree() throws Exception {
        String arguments = asked("call-1");
        JsonNode waiting = get("/api/v1/approvals", Permission.OPERATION_APPROVE).body().at("/approvals/0");
        assertThat(waiting.path("title").asText()).isEqualTo("Pay this refund");
        assertThat(waiting.path("customer").asText()).isEqualTo("•••• C-1");
        assertThat(waiting.path("reason").asText()).isEqualTo("Above ₹2,000");
        assertThat(waiting.at("/rows/1/value").asText()).isEqualTo("₹2,000.01");
        assertThat(waiting.path("state").asText()).isEqualTo("OPEN");
        UUID id = UUID.fromString(waiting.path("id").asText());
        assertThat(Colleagues.decides(asha.platform(), bank, Colleagues.person("Ben"), id, true)).isEqualTo("AGREED");
        assertThat(heard()).containsExactly(asha.session().conversation() + " call-1");
        output(asha.perform("call-1", "refunds.execute/v1", arguments));
        output(asha.perform("call-1", "refunds.execute/v1", arguments));
        assertThat(paper.counts(bank.slug().value())).containsEntry("refunds.execute/v1", 1L);
        JsonNode decided = get("/api/v1/approvals?state=DECIDED", Permission.OPERATION_APPROVE).body().at("/approvals/0");
        assertThat(decided.path("decidedBy").asText()).isEqualTo("Ben");
        assertThat(get("/api/v1/approvals", Permission.OPERATION_APPROVE).body().path("approvals")).isEmpty();
    }

    @Test
    void who_was_asked_has_to_agree_although_there_is_no_line_and_reads_why() throws Exception {
        String arguments = Arguments.with("subject", "CARD", "text", "looked at");
        assertThat(asha.consult("call-1", "crm.note/v1", arguments, "Only after a look at the file."))
                .isInstanceOf(Consent.Waits.class);
        JsonNode waiting = get("/api/v1/approvals", Permission.OPERATION_APPROVE).body().at("/approvals/0");
        assertThat(waiting.path("words").asText()).isEqualTo("Only after a look at the file.");
        assertThat(waiting.path("reason").asText()).contains("procedure");
        assertThat(asha.perform("call-1", "crm.note/v1", arguments)).isInstanceOf(Ruling.Approval.class);
        UUID id = UUID.fromString(waiting.path("id").asText());
        Colleagues.decides(asha.platform(), bank, Colleagues.person("Ben"), id, true);
        assertThat(asha.consult("call-1", "crm.note/v1", arguments, "")).isEqualTo(new Consent.Given());
        assertThat(paper.counts(bank.slug().value())).as("agreeing does nothing by itself").doesNotContainKey("crm.note/v1");
        output(asha.perform("call-1", "crm.note/v1", arguments));
        assertThat(asha.consult("call-1", "crm.note/v1", Arguments.with("subject", "CARD", "text", "else"), ""))
                .as("something else under the same name")
                .isInstanceOf(Consent.Stopped.class);
    }

    @Test
    void a_refund_at_the_line_needs_nobody() {
        paper.refund = 200_000;
        output(asha.confirmed("call-1", "refunds.execute/v1", Arguments.refund(asha)));
    }

    @Test
    void nobody_is_asked_before_the_customer_has_said_yes() {
        assertThat(asha.perform("call-1", "refunds.execute/v1", Arguments.refund(asha))).isInstanceOf(Ruling.Confirm.class);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void a_colleagues_no_ends_it() {
        String arguments = asked("call-1");
        assertThat(Colleagues.decides(asha.platform(), bank, Colleagues.person("Ben"), waiting().getFirst(), false))
                .isEqualTo("DECLINED");
        assertThat(denied(asha.perform("call-1", "refunds.execute/v1", arguments))).isEqualTo("colleague-declined");
        assertThat(paper.counts(bank.slug().value())).doesNotContainKey("refunds.execute/v1");
    }

    @Test
    void what_nobody_decided_on_in_time_is_over() {
        String arguments = asked("call-1");
        UUID id = waiting().getFirst();
        asha.change("UPDATE bank_approval SET expires_at = clock_timestamp()");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Colleagues.decides(asha.platform(), bank, Colleagues.person("Ben"), id, true))
                .satisfies(late -> assertThat(late.code()).isEqualTo(ErrorCode.APPROVAL_DECIDED));
        Colleagues.timePasses(asha.platform(), bank);
        assertThat(heard()).hasSize(1);
        assertThat(denied(asha.perform("call-1", "refunds.execute/v1", arguments))).isEqualTo("approval-expired");
    }

    @Test
    void who_asked_for_it_a_program_and_somebody_of_another_bank_cannot_agree() throws Exception {
        Actor anna = Colleagues.person("Anna");
        String arguments = Arguments.refund(asha);
        asha.perform("call-1", "refunds.execute/v1", arguments);
        asha.confirm("call-1", true);
        CurrentActor.call(anna, () -> asha.perform("call-1", "refunds.execute/v1", arguments));
        UUID id = waiting().getFirst();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Colleagues.decides(asha.platform(), bank, anna, id, true))
                .satisfies(own -> assertThat(own.code()).isEqualTo(ErrorCode.SECOND_PERSON_NEEDED));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Colleagues.decides(
                        asha.platform(), Operated.newBank(asha.platform(), "INR"), Colleagues.person("Eve"), id, true))
                .satisfies(stranger -> assertThat(stranger.code()).isEqualTo(ErrorCode.NOT_FOUND));
        assertThat(post("/api/v1/approvals/" + id + "/decision", "{\"agree\": true}", Permission.OPERATION_APPROVE).status())
                .as("a program")
                .isEqualTo(409);
        assertThat(post("/api/v1/approvals/" + id + "/decision", "{\"agree\": true}", Permission.CONVERSATION_WORK).status())
                .as("without the permission")
                .isEqualTo(403);
        assertThat(get("/api/v1/approvals", Permission.CONVERSATION_WORK).status()).isEqualTo(403);
        assertThat(waiting()).containsExactly(id);
    }

    @Test
    void a_decision_says_what_it_decides() throws Exception {
        asked("call-1");
        String path = "/api/v1/approvals/" + waiting().getFirst() + "/decision";
        assertThat(post(path, "{}", Permission.OPERATION_APPROVE).status()).isEqualTo(400);
        assertThat(post(path, "{\"agree\": false}", Permission.OPERATION_APPROVE).status()).isEqualTo(400);
        assertThat(get("/api/v1/approvals?state=ALL", Permission.OPERATION_APPROVE).status()).isEqualTo(400);
    }

    @Test
    void a_bank_may_be_stricter_than_the_catalogue_and_never_looser() throws Exception {
        paper.refund = 1_000;
        assertThat(bounds("refunds/execute/v1", "\"aboveMinor\": {\"INR\": 900}").body().path("state").asText())
                .isEqualTo("IN_FORCE");
        asked("call-1");
        bounds("refunds/execute/v1", "\"aboveMinor\": {\"INR\": 90000000}, \"approval\": false");
        agreed("refunds.execute/v1");
        paper.refund = 200_001;
        asked("call-2");
        bounds("access/send_reset_link/v1", "\"limits\": [{\"scope\": \"CUSTOMER\", \"days\": 1, \"count\": 1}]");
        output(asha.perform("access.send_reset_link/v1", "{}"));
        assertThat(denied(asha.perform("access.send_reset_link/v1", "{}"))).isEqualTo("limit-count");
        bounds("credit/score/v1", "\"off\": true");
        assertThat(denied(asha.perform("credit.score/v1", "{}"))).isEqualTo("switched-off");
        assertThat(get("/api/v1/operations/bounds", Permission.PROCEDURE_READ).body().at("/bounds/credit.score~1v1/off").booleanValue())
                .isTrue();
        assertThat(bounds("cards/destroy/v1", "\"off\": true").status()).isEqualTo(404);
        assertThat(bounds("cards/block/v1", "\"limits\": [{\"scope\": \"CUSTOMER\", \"days\": 1}]").status())
                .isEqualTo(400);
    }

    @Test
    void what_loosens_a_bound_waits_for_a_second_person_and_what_tightens_one_does_not() throws Exception {
        bounds("credit/score/v1", "\"off\": true");
        JsonNode wanted = bounds("credit/score/v1", "\"off\": false").body();
        assertThat(wanted.path("state").asText()).isEqualTo("WAITING");
        assertThat(denied(asha.perform("credit.score/v1", "{}"))).isEqualTo("switched-off");
        String decision = "/api/v1/operations/bounds/changes/" + wanted.path("id").asText() + "/decision";
        assertThat(post(decision, "{\"agree\": true}", Permission.PLUGIN_WRITE).status()).as("a program").isEqualTo(409);
        assertThat(post(decision, "{\"agree\": true}", Permission.OPERATION_APPROVE).status()).isEqualTo(403);
        agreed("credit.score/v1");
        output(asha.perform("credit.score/v1", "{}"));
        assertThat(post(decision, "{\"agree\": true}", Permission.PLUGIN_WRITE).status()).as("once").isEqualTo(409);
        assertThat(put("/api/v1/operations/credit/score/v1/bounds", "{\"off\": true}").status()).as("no reason").isEqualTo(400);
        JsonNode changes = get("/api/v1/operations/bounds/changes", Permission.PROCEDURE_READ).body().path("changes");
        assertThat(changes.valueStream().map(one -> one.path("state").asText() + " " + one.path("decidedBy").asText("")))
                .containsExactly("IN_FORCE Ben", "IN_FORCE ");
    }

    @Test
    void who_asked_for_looser_bounds_cannot_agree_to_them_and_a_refusal_says_why() {
        BoundsChanges changes = asha.platform().getBean(BoundsChanges.class);
        Actor anna = Colleagues.person("Anna");
        Bounds off = new Bounds(true, false, List.of(), Map.of());
        CurrentTenant.run(bank, () -> CurrentActor.call(anna, () -> {
            changes.want("credit.score/v1", off, "the bureau is down", anna);
            BoundsChange own = changes.want("credit.score/v1", Bounds.NONE, "it is up again", anna);
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> changes.decide(own.id(), true, "", anna))
                    .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.SECOND_PERSON_NEEDED));
            BoundsChange newer = changes.want("credit.score/v1", Bounds.NONE, "it really is", anna);
            BoundsChange refused = changes.decide(newer.id(), false, "it is not", Colleagues.person("Ben"));
            assertThat(refused.decidedReason()).isEqualTo("it is not");
            return true;
        }));
        assertThat(CurrentTenant.call(bank, changes::changes).stream().map(BoundsChange::state))
                .containsExactly(BoundsChange.State.REFUSED, BoundsChange.State.OVERTAKEN, BoundsChange.State.IN_FORCE);
        assertThat(CurrentTenant.call(bank, changes::inForce)).containsEntry("credit.score/v1", off);
    }

    @Test
    void the_catalogue_says_who_supplies_what() throws Exception {
        paper.missing = Set.of("credit.score/v1");
        Tenant fresh = Operated.newBank(asha.platform(), "INR");
        bank = fresh;
        JsonNode operations = get("/api/v1/operations", Permission.PROCEDURE_READ).body().path("operations");
        assertThat(operations).hasSizeGreaterThan(50);
        assertThat(operations.valueStream().map(one -> one.path("name").asText()))
                .isSorted()
                .contains("cards.block/v1");
        assertThat(operations).allSatisfy(one -> assertThat(one.path("suppliedBy").isTextual())
                .as(one.path("name").asText())
                // Codes are sent through an interface of their own, which this bank has nothing for.
                .isEqualTo(!one.path("name").asText().matches("credit\\.score/v1|codes\\..*")));
        assertThat(operations).allSatisfy(one -> assertThat(one.at("/input/type").asText()).isEqualTo("object"));
    }

    @Test
    void what_nobody_could_find_out_is_on_a_list_until_a_person_says_what_they_found() throws Exception {
        paper.fault = PaperBank.Fault.BOOKS_CLOSED;
        asha.perform("call-1", "access.send_reset_link/v1", "{}");
        String due = "UPDATE bank_intent SET look_at = clock_timestamp(), lease_until = NULL WHERE state = 'IN_DOUBT'";
        asha.change(due);
        while (asha.settle()) {
            asha.change(due);
        }
        JsonNode waits = get("/api/v1/operations/unsettled", Permission.OPERATION_APPROVE).body().path("operations");
        assertThat(waits).hasSize(1);
        assertThat(waits.at("/0/callId").asText()).isEqualTo("call-1");
        assertThat(waits.at("/0/state").asText()).isEqualTo("NEEDS_PERSON");
        Answer settled = post(
                "/api/v1/operations/unsettled/settlement",
                "{\"callId\": \"call-1\", \"notDone\": true, \"reason\": \"Not in the books\"}",
                Permission.OPERATION_APPROVE);
        assertThat(settled.body().path("operations")).isEmpty();
        assertThat(asha.perform("call-1", "access.send_reset_link/v1", "{}")).isInstanceOf(Ruling.Unavailable.class);
        assertThat(asha.stored("SELECT state FROM bank_intent WHERE counted_at IS NULL")).containsExactly("NOT_DONE");
    }

    /** A refund that the customer said yes to and that waits for a colleague. @return its arguments */
    private String asked(String call) {
        String arguments = Arguments.refund(asha);
        assertThat(asha.confirmed(call, "refunds.execute/v1", arguments)).isInstanceOf(Ruling.Approval.class);
        return arguments;
    }

    private List<UUID> waiting() {
        return Colleagues.waiting(asha.platform(), bank);
    }

    private List<String> heard() {
        String conversation = asha.session().conversation().toString();
        return asha.platform().getBean(HeardCalls.class).heard.stream()
                .filter(one -> one.startsWith(conversation))
                .toList();
    }

    private Answer bounds(String operation, String fields) throws Exception {
        return put("/api/v1/operations/" + operation + "/bounds", "{" + fields + ", \"reason\": \"as our board wants it\"}");
    }

    /** Somebody else agrees to the bounds that wait. */
    private void agreed(String operation) {
        BoundsChanges changes = asha.platform().getBean(BoundsChanges.class);
        CurrentTenant.run(bank, () -> changes.changes().stream()
                .filter(one -> one.operation().equals(operation) && one.state() == BoundsChange.State.WAITING)
                .forEach(one -> changes.decide(one.id(), true, "", Colleagues.person("Ben"))));
    }

    private record Answer(int status, JsonNode body) {}

    private Answer get(String path, Permission permission) throws Exception {
        return send(HttpRequest.newBuilder(server.getURI().resolve(path)).GET(), permission);
    }

    private Answer post(String path, String body, Permission permission) throws Exception {
        return send(HttpRequest.newBuilder(server.getURI().resolve(path)).POST(BodyPublishers.ofString(body)), permission);
    }

    private Answer put(String path, String body) throws Exception {
        return send(
                HttpRequest.newBuilder(server.getURI().resolve(path)).PUT(BodyPublishers.ofString(body)),
                Permission.PLUGIN_WRITE);
    }

    private Answer send(HttpRequest.Builder request, Permission permission) throws Exception {
        String key = CurrentTenant.call(bank, () -> server.getApplicationContext()
                .getBean(Identities.class)
                .issueApiKey("k" + UUID.randomUUID(), EnumSet.of(permission)));
        HttpResponse<String> response = CLIENT.send(
                request.header("Authorization", "Bearer " + key).header("Content-Type", "application/json").build(),
                HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), JSON.readTree(response.body()));
    }
}
