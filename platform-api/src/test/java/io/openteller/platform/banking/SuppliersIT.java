package io.openteller.platform.banking;

import static io.openteller.platform.banking.Operated.denied;
import static io.openteller.platform.banking.Operated.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.audit.ChainState;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.banking.PaperBank.Effect;
import io.openteller.platform.banking.PaperBank.Fault;
import io.openteller.platform.banking.internal.approval.Colleagues;
import io.openteller.platform.banking.internal.choice.ChoiceChange;
import io.openteller.platform.banking.internal.choice.Choices;
import io.openteller.platform.identity.Identities;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.release.Releases;
import io.openteller.platform.tenancy.CurrentTenant;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bank with two plugins that can do the same, on a real database. Both have the same ids, for different things. */
class SuppliersIT {

    private static final String OTHER = "second";
    private static final Set<String> CARDS =
            Set.of("cards.list/v1", "cards.block/v1", "cards.unblock/v1", "access.send_reset_link/v1");
    private static final Actor ANNA = Colleagues.person("Anna");
    private static final Actor BEN = Colleagues.person("Ben");
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
    void a_customer_of_a_new_bank_with_two_plugins() {
        paper.fault = Fault.NONE;
        paper.silent = Set.of();
        paper.others.clear();
        paper.others.put(OTHER, CARDS);
        bank = Operated.newBank(server.getApplicationContext(), "INR");
        asha = Operated.at(server.getApplicationContext(), bank, "C-1");
    }

    @Test
    void what_one_alone_can_do_is_done_by_it() {
        output(asha.perform("disputes.status/v1", "{}"));
        paper.others.clear();
        output(asha.confirmed("call-1", "cards.block/v1", Arguments.block(card(), "LOST")));
        assertThat(effects()).containsExactly("cards.block/v1 paper");
    }

    @Test
    void what_two_could_change_is_refused_until_the_bank_says_which_and_told_by_the_first() {
        String card = card();
        Ruling.Denied refused = (Ruling.Denied) asha.perform("cards.block/v1", Arguments.block(card, "LOST"));
        assertThat(refused.rule()).isEqualTo("supplier-unchosen");
        assertThat(refused.why()).contains("paper, second", "cards.block/v1", "all of cards");
        assertThat(asha.stored("SELECT rule FROM bank_decision WHERE operation = 'cards.block/v1'"))
                .containsExactly("supplier-unchosen");
        assertThat(effects()).isEmpty();
        chosen("cards", "paper");
        output(asha.confirmed("call-1", "cards.block/v1", Arguments.block(card, "LOST")));
        assertThat(effects()).containsExactly("cards.block/v1 paper");
    }

    @Test
    void one_that_has_not_said_what_it_does_is_not_taken_to_do_nothing() {
        paper.others.put(OTHER, Set.of());
        paper.silent = Set.of(OTHER);
        assertThat(denied(asha.perform("access.send_reset_link/v1", "{}"))).isEqualTo("supplier-unchosen");
        chosen("access", "paper");
        output(asha.perform("access.send_reset_link/v1", "{}"));
        assertThat(effects()).containsExactly("access.send_reset_link/v1 paper");
    }

    @Test
    void what_is_chosen_for_an_operation_goes_before_what_is_chosen_for_its_domain() {
        chosen("cards", OTHER);
        assertThat(((Ruling.Done) asha.perform("cards.list/v1", "{}")).plugin()).isEqualTo(OTHER);
        chosen("cards.list/v1", "paper");
        assertThat(((Ruling.Done) asha.perform("cards.list/v1", "{}")).plugin()).isEqualTo("paper");
        assertThat(denied(asha.perform("cards.limits/v1", Arguments.with("card", card()))))
                .as("the domain's does not do it, and nobody stands in")
                .isEqualTo("supplier-gone");
    }

    @Test
    void nobody_stands_in_for_the_one_that_was_chosen() {
        chosen("cards", OTHER);
        paper.others.clear();
        assertThat(denied(asha.perform("cards.list/v1", "{}"))).isEqualTo("supplier-gone");
        assertThat(effects()).isEmpty();
    }

    @Test
    void a_reference_of_one_plugin_is_never_sent_to_another_not_even_one_with_the_same_id() {
        chosen("cards", "paper");
        String ofPaper = card();
        chosen("cards", OTHER);
        Ruling.Denied refused = (Ruling.Denied) asha.perform("cards.block/v1", Arguments.block(ofPaper, "LOST"));
        assertThat(refused.rule()).isEqualTo("reference-issuer");
        assertThat(refused.why()).contains("card was given by paper", "second supplies cards.block/v1");
        String ofOther = card();
        assertThat(ofOther).as("the same id at another plugin is another card").isNotEqualTo(ofPaper);
        assertThat(asha.stored("SELECT DISTINCT bank_id FROM bank_reference WHERE kind = 'card'")).hasSize(1);
        output(asha.confirmed("call-2", "cards.block/v1", Arguments.block(ofOther, "LOST")));
        assertThat(effects()).containsExactly("cards.block/v1 second");
        assertThat(denied(asha.perform("cards.block/v1", Arguments.block(ofPaper, "LOST")))).isEqualTo("reference-issuer");
        assertThat(effects()).hasSize(1);
    }

    @Test
    void a_yes_to_a_card_of_one_plugin_does_nothing_at_the_one_that_was_chosen_meanwhile() {
        chosen("cards", "paper");
        String card = card();
        assertThat(asha.perform("call-1", "cards.block/v1", Arguments.block(card, "LOST")))
                .isInstanceOf(Ruling.Confirm.class);
        assertThat(asha.confirm("call-1", true)).isTrue();
        chosen("cards", OTHER);
        assertThat(denied(asha.perform("call-1", "cards.block/v1", Arguments.block(card, "LOST"))))
                .isEqualTo("reference-issuer");
        assertThat(effects()).isEmpty();
    }

    @Test
    void a_reference_of_which_nobody_knows_who_gave_it_is_sent_to_nobody() {
        chosen("cards", "paper");
        String card = card();
        asha.change("UPDATE bank_reference SET issuer = ''");
        assertThat(denied(asha.perform("cards.block/v1", Arguments.block(card, "LOST")))).isEqualTo("reference-issuer");
    }

    @Test
    void what_is_in_doubt_is_found_out_from_the_plugin_that_was_called() {
        chosen("cards", "paper");
        String arguments = Arguments.block(card(), "LOST");
        paper.fault = Fault.BOOKS_CLOSED;
        assertThat(asha.confirmed("call-1", "cards.block/v1", arguments)).isInstanceOf(Ruling.InDoubt.class);
        chosen("cards", OTHER);
        paper.fault = Fault.NONE;
        asha.change("UPDATE bank_intent SET look_at = clock_timestamp(), lease_until = NULL");
        assertThat(asha.settle()).isTrue();
        assertThat(paper.askedWhom).containsEntry(bank.slug().value() + " call-1", "paper");
        assertThat(asha.stored("SELECT state || ' ' || plugin FROM bank_intent")).containsExactly("DONE paper");
        output(asha.perform("call-1", "cards.block/v1", arguments));
        assertThat(effects()).containsExactly("cards.block/v1 paper");
    }

    @Test
    void what_was_done_is_taken_back_where_it_was_done() {
        chosen("cards", "paper");
        output(asha.confirmed("call-1", "cards.block/v1", Arguments.block(card(), "LOST")));
        chosen("cards", OTHER);
        assertThat(asha.compensate("call-1")).isEmpty();
        assertThat(effects()).containsExactly("cards.block/v1 paper", "cards.unblock/v1 paper");
    }

    @Test
    void a_choice_holds_when_somebody_else_agrees_is_part_of_a_release_and_audited() {
        ChoiceChange wanted = wanted("cards", OTHER, ANNA);
        assertThat(wanted.state()).isEqualTo(ChoiceChange.State.WAITING);
        assertThat(CurrentTenant.call(bank, () -> choices().inForce())).isEmpty();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> decided(wanted.id(), true, ANNA))
                .satisfies(own -> assertThat(own.code()).isEqualTo(ErrorCode.SECOND_PERSON_NEEDED));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> decided(wanted.id(), true, new Actor(Actor.Kind.KEY, UUID.randomUUID(), "a program")))
                .satisfies(program -> assertThat(program.code()).isEqualTo(ErrorCode.SECOND_PERSON_NEEDED));
        assertThat(CurrentTenant.call(bank, () -> choices().inForce())).isEmpty();
        ChoiceChange agreed = decided(wanted.id(), true, BEN);
        Releases releases = server.getApplicationContext().getBean(Releases.class);
        Releases.Release newest = CurrentTenant.call(bank, () -> releases.list(1)).getFirst();
        assertThat(agreed.release()).isEqualTo(newest.number());
        assertThat(newest.what()).isEqualTo("supplier:cards");
        assertThat(newest.by()).isEqualTo("Anna, approved by Ben");
        assertThat(newest.after()).isEqualTo(OTHER);
        assertThat(asha.stored("SELECT action || ' ' || subject FROM audit_event WHERE action LIKE 'bank.supplier%' ORDER BY number"))
                .containsExactly("bank.supplier.asked cards by second", "bank.supplier.changed cards by second");
        assertThat(CurrentTenant.call(bank, () -> server.getApplicationContext().getBean(Audit.class).verify()))
                .isInstanceOf(ChainState.Intact.class);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> decided(wanted.id(), true, BEN))
                .satisfies(twice -> assertThat(twice.code()).isEqualTo(ErrorCode.APPROVAL_DECIDED));
    }

    @Test
    void a_newer_wish_overtakes_one_that_waits_and_a_refusal_changes_nothing() {
        ChoiceChange first = wanted("cards", OTHER, ANNA);
        ChoiceChange second = wanted("cards", "paper", BEN);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> decided(first.id(), true, BEN))
                .satisfies(old -> assertThat(old.code()).isEqualTo(ErrorCode.APPROVAL_DECIDED));
        assertThat(decided(second.id(), false, ANNA).decidedReason()).isEqualTo("not now");
        assertThat(CurrentTenant.call(bank, () -> choices().inForce())).isEmpty();
    }

    @Test
    void what_is_not_supplied_any_more_cannot_be_agreed_to() {
        ChoiceChange wanted = wanted("cards", OTHER, ANNA);
        paper.others.clear();
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> decided(wanted.id(), true, BEN));
        assertThat(CurrentTenant.call(bank, () -> choices().inForce())).isEmpty();
    }

    @Test
    void what_one_bank_chose_is_nothing_to_another() {
        chosen("cards", OTHER);
        Tenant stranger = Operated.newBank(server.getApplicationContext(), "INR");
        UUID waiting = wanted("access", OTHER, ANNA).id();
        assertThat(CurrentTenant.call(stranger, () -> choices().inForce())).isEmpty();
        assertThat(CurrentTenant.call(stranger, () -> choices().changes())).isEmpty();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> CurrentTenant.call(stranger, () -> choices().decide(waiting, true, "", BEN)))
                .satisfies(foreign -> assertThat(foreign.code()).isEqualTo(ErrorCode.NOT_FOUND));
        Operated elsewhere = Operated.at(server.getApplicationContext(), stranger, "C-1");
        assertThat(denied(elsewhere.perform("access.send_reset_link/v1", "{}"))).isEqualTo("supplier-unchosen");
        for (String table : List.of("bank_supplier", "bank_supplier_change")) {
            assertThat(elsewhere.stored("SELECT scope FROM " + table)).as(table).isEmpty();
        }
    }

    @Test
    void the_screen_is_told_who_supplies_what_and_who_else_could() throws Exception {
        assertThat(operation("cards.block/v1").at("/supply/state").asText()).isEqualTo("UNCHOSEN");
        assertThat(operation("cards.block/v1").at("/supply/why").asText()).contains("paper, second");
        assertThat(operation("cards.block/v1").path("suppliedBy").isTextual()).isFalse();
        assertThat(operation("cards.list/v1").path("suppliedBy").asText()).isEqualTo("paper");
        JsonNode wanted = post("/changes", "{\"scope\": \"cards.block/v1\", \"supplier\": \"second\", \"reason\": \"newer\"}");
        assertThat(wanted.path("state").asText()).isEqualTo("WAITING");
        assertThat(post("/changes/" + wanted.path("id").asText() + "/decision", "{\"agree\": true}").path("status").asInt())
                .as("a program decides nothing")
                .isEqualTo(409);
        decided(UUID.fromString(wanted.path("id").asText()), true, BEN);
        JsonNode block = operation("cards.block/v1");
        assertThat(block.path("suppliedBy").asText()).isEqualTo("second");
        assertThat(block.at("/supply/chosenFor").asText()).isEqualTo("cards.block/v1");
        assertThat(block.at("/supply/cutOff").valueStream().map(JsonNode::asText))
                .as("cards are listed by another one, so that none can ever be blocked here")
                .containsExactly("card");
        chosen("cards.list/v1", OTHER);
        assertThat(operation("cards.block/v1").at("/supply/cutOff")).isEmpty();
        paper.others.clear();
        assertThat(operation("cards.block/v1").at("/supply/state").asText()).isEqualTo("GONE");
        assertThat(get("").at("/chosen/cards.block~1v1").asText()).isEqualTo("second");
        assertThat(get("/changes").path("changes")).hasSize(2);
    }

    @Test
    void a_wish_for_what_nobody_has_or_nobody_supplies_or_without_a_reason_is_refused() throws Exception {
        assertThat(post("/changes", "{\"scope\": \"cards.melt/v1\", \"supplier\": \"second\", \"reason\": \"x\"}").path("status").asInt())
                .isEqualTo(404);
        assertThat(post("/changes", "{\"scope\": \"loans\", \"supplier\": \"second\", \"reason\": \"x\"}").path("status").asInt())
                .isEqualTo(400);
        assertThat(post("/changes", "{\"scope\": \"cards\", \"supplier\": \"second\"}").path("status").asInt()).isEqualTo(400);
        assertThat(post("/changes", "{\"scope\": \"cards\", \"reason\": \"as it is\"}").path("status").asInt()).isEqualTo(400);
    }

    private String card() {
        return asha.reference("cards.list/v1", "/cards/0/card");
    }

    private List<String> effects() {
        return paper.ledger(bank.slug().value()).stream().map(SuppliersIT::words).toList();
    }

    private static String words(Effect effect) {
        return effect.operation() + " " + effect.plugin();
    }

    private static Choices choices() {
        return server.getApplicationContext().getBean(Choices.class);
    }

    private ChoiceChange wanted(String scope, @Nullable String supplier, Actor by) {
        return CurrentTenant.call(bank, () -> CurrentActor.call(by, () -> choices().want(scope, supplier, "as agreed", by)));
    }

    private ChoiceChange decided(UUID id, boolean agreed, Actor by) {
        return CurrentTenant.call(
                bank, () -> CurrentActor.call(by, () -> choices().decide(id, agreed, agreed ? "" : "not now", by)));
    }

    private void chosen(String scope, @Nullable String supplier) {
        decided(wanted(scope, supplier, ANNA).id(), true, BEN);
    }

    private JsonNode operation(String name) throws Exception {
        return send(HttpRequest.newBuilder(server.getURI().resolve("/api/v1/operations")).GET(), Permission.PROCEDURE_READ)
                .path("operations")
                .valueStream()
                .filter(one -> one.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode get(String path) throws Exception {
        return send(
                HttpRequest.newBuilder(server.getURI().resolve("/api/v1/operations/suppliers" + path)).GET(),
                Permission.PROCEDURE_READ);
    }

    private JsonNode post(String path, String body) throws Exception {
        return send(
                HttpRequest.newBuilder(server.getURI().resolve("/api/v1/operations/suppliers" + path))
                        .POST(BodyPublishers.ofString(body)),
                Permission.PLUGIN_WRITE);
    }

    private JsonNode send(HttpRequest.Builder request, Permission permission) throws Exception {
        String key = CurrentTenant.call(bank, () -> server.getApplicationContext()
                .getBean(Identities.class)
                .issueApiKey("k" + UUID.randomUUID(), EnumSet.of(permission)));
        HttpResponse<String> response = CLIENT.send(
                request.header("Authorization", "Bearer " + key).header("Content-Type", "application/json").build(),
                HttpResponse.BodyHandlers.ofString());
        return JSON.readTree(response.body());
    }
}
