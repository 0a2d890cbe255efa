package io.openteller.platform.connector.internal.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.identity.Role;
import io.openteller.platform.identity.Staff;
import io.openteller.platform.plugin.BuiltPlugins;
import io.openteller.platform.plugin.CallOutcome;
import io.openteller.platform.plugin.PluginPlatform;
import io.openteller.platform.plugin.PluginPlatform.Answer;
import io.openteller.platform.plugin.Plugins;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.release.Releases;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.OperationProvider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the first draft to what the real plugin runs on, against a bank on this machine. */
class ConnectorLifeIT {

    private static final String ALL = "/api/v1/connectors";

    @TempDir
    static Path folder;

    private static PluginPlatform platform;
    private static FernBank fern;

    private String id = "fern";
    private Actor wanda = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "Wanda");
    private Actor asif = wanda;
    private Actor sita = wanda;

    @BeforeAll
    static void start() throws Exception {
        Path plugins = folder.resolve("plugins");
        BuiltPlugins.copiedTo(plugins, "banking-rest");
        platform = new PluginPlatform(folder.resolve("data"), plugins);
        fern = new FernBank();
        assertThat(platform.configure("banking-rest", fern.settings()).status()).isEqualTo(200);
        assertThat(platform.enable("banking-rest").body().text("state")).isEqualTo("ENABLED");
    }

    @AfterAll
    static void stop() {
        platform.close();
        fern.close();
    }

    @BeforeEach
    void three_people_and_a_connector_of_its_own_name() {
        id = "fern-" + UUID.randomUUID().toString().substring(0, 8);
        wanda = administrator("Wanda");
        asif = administrator("Asif");
        sita = administrator("Sita");
    }

    private static Actor administrator(String name) {
        String address = name + UUID.randomUUID() + "@fern.example";
        var member = CurrentTenant.call(
                platform.bank, () -> platform.bean(Staff.class).put(address, name, EnumSet.of(Role.ADMIN)));
        return new Actor(Actor.Kind.STAFF, member.id(), name);
    }

    private static <T> T in(Tenant bank, Actor actor, Supplier<T> work) {
        return CurrentTenant.call(bank, () -> CurrentActor.call(actor, work::get));
    }

    private UUID saved(@Nullable UUID seen, String document) {
        return in(platform.bank, wanda, () -> platform.bean(Drafts.class).save(id, seen, document, "{}", wanda).etag());
    }

    private void asked(UUID etag) {
        in(platform.bank, asif, () -> {
            platform.bean(Publication.class).ask(id, etag, "for the test", asif);
            return id;
        });
    }

    private int approved(UUID etag, Actor by) {
        return in(platform.bank, by, () -> platform.bean(Publication.class).approve(id, etag, by));
    }

    private int published(String amount) {
        UUID etag = saved(null, FernBank.connector(id, amount));
        asked(etag);
        return approved(etag, sita);
    }

    private static long balance() {
        CallOutcome<String> called = CurrentTenant.call(platform.bank, () -> platform.bean(Plugins.class)
                .call("banking-rest", OperationProvider.class, UUID.randomUUID().toString(), Duration.ofSeconds(10),
                        (provider, context) -> provider.perform(context, "accounts.balance/v1", "C1", "{\"account\": \"A-1\"}")));
        assertThat(called).isInstanceOf(CallOutcome.Answered.class);
        var answered = (CallOutcome.Answered<String>) called;
        assertThat(answered.outcome()).isInstanceOf(Outcome.Done.class);
        return Judge.read(((Outcome.Done<String>) answered.outcome()).value()).at("/balance/minor").asLong();
    }

    private static void refused(ErrorCode code, Supplier<?> act) {
        assertThatThrownBy(act::get)
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @Test
    void what_a_second_person_approved_is_what_the_plugin_runs_on_and_part_of_the_release() {
        assertThat(published("old")).isEqualTo(1);
        assertThat(balance()).isEqualTo(100);
        assertThat(in(platform.bank, wanda, () -> platform.bean(Releases.class).list(2)))
                .extracting(Releases.Release::what)
                .containsExactly("plugin:banking-rest", "connector:" + id);
        assertThat(in(platform.bank, wanda, () -> platform.bean(Releases.class).list(2)))
                .extracting(Releases.Release::by)
                .containsOnly("Asif, approved by Sita");
        var page = in(platform.bank, wanda, () -> platform.bean(Pages.class).of(id, wanda));
        assertThat(page.draft()).isNull();
        assertThat(page.running()).isEqualTo(new StoredViews.RunningConnector(id, 1, null));
    }

    @Test
    void a_change_on_the_same_host_waits_for_a_second_person_too() {
        published("old");
        UUID etag = saved(null, FernBank.connector(id, "new"));
        asked(etag);
        assertThat(balance()).isEqualTo(100);
        assertThat(approved(etag, sita)).isEqualTo(2);
        assertThat(balance()).isEqualTo(200);
    }

    @Test
    void a_call_that_is_under_way_ends_by_the_version_that_it_began_with() throws Exception {
        published("old");
        CountDownLatch gate = fern.closed();
        int before = fern.asked.size();
        CompletableFuture<Long> slow = CompletableFuture.supplyAsync(ConnectorLifeIT::balance);
        while (fern.asked.size() == before && !slow.isDone()) {
            Thread.onSpinWait();
        }
        UUID etag = saved(null, FernBank.connector(id, "new"));
        asked(etag);
        approved(etag, sita);
        gate.countDown();
        assertThat(slow.get(30, TimeUnit.SECONDS)).isEqualTo(100);
        assertThat(balance()).isEqualTo(200);
    }

    @Test
    void neither_who_wrote_it_nor_who_asked_nor_a_program_may_approve() {
        UUID etag = saved(null, FernBank.connector(id, "old"));
        asked(etag);
        for (Actor wrong : new Actor[] {wanda, asif, new Actor(Actor.Kind.KEY, UUID.randomUUID(), "a program"), Actor.SYSTEM}) {
            refused(ErrorCode.SECOND_PERSON_NEEDED, () -> approved(etag, wrong));
        }
    }

    @Test
    void what_was_changed_after_it_was_asked_for_is_not_what_is_published() {
        UUID first = saved(null, FernBank.connector(id, "old"));
        asked(first);
        UUID later = saved(first, FernBank.connector(id, "new"));
        refused(ErrorCode.APPROVAL_OUTDATED, () -> approved(later, sita));
        assertThat(approved(first, sita)).isEqualTo(1);
        assertThat(balance()).isEqualTo(100);
        assertThat(in(platform.bank, wanda, () -> platform.bean(Drafts.class).find(id))).isPresent();
    }

    @Test
    void two_people_cannot_save_over_each_other_and_a_draft_with_findings_is_kept_and_not_published() {
        String unfinished = FernBank.connector(id, "old").replace("accounts.balance/v1", "accounts.hide/v1");
        UUID first = saved(null, unfinished);
        UUID second = saved(first, unfinished.replace("Fern Bank", "Fern"));
        refused(ErrorCode.CONNECTOR_CHANGED, () -> saved(first, unfinished));
        refused(ErrorCode.CONNECTOR_CHANGED, () -> saved(null, unfinished));
        refused(ErrorCode.CONNECTOR_FAULTY, () -> {
            asked(second);
            return 0;
        });
        refused(ErrorCode.CONNECTOR_INVALID, () -> saved(second, FernBank.connector("another", "old")));
    }

    @Test
    void a_draft_changes_its_name_and_what_was_published_keeps_it() {
        String other = id + "-new";
        UUID etag = saved(null, FernBank.connector(id, "old"));
        in(platform.bank, wanda, () -> {
            platform.bean(Drafts.class).rename(id, etag, other, wanda);
            return 0;
        });
        assertThat(in(platform.bank, wanda, () -> platform.bean(Drafts.class).find(id))).isEmpty();
        var renamed = in(platform.bank, wanda, () -> platform.bean(Drafts.class).find(other)).orElseThrow();
        assertThat(Judge.name(renamed.definition())).isEqualTo(other);
        published("old");
        UUID again = saved(null, FernBank.connector(id, "new"));
        refused(ErrorCode.CONNECTOR_INVALID, () -> in(platform.bank, wanda, () -> {
            platform.bean(Drafts.class).rename(id, again, "free-name", wanda);
            return 0;
        }));
    }

    @Test
    void the_plugins_own_form_cannot_change_what_is_published() throws Exception {
        published("old");
        String more = fern.settings().replace("}", ", \"connector\": \"{}\"}");
        Answer answer = platform.send("PUT", "/api/v1/plugins/banking-rest/settings", "{\"settings\": " + more + "}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().text("errors")).contains("connector", "published by two people");
        assertThat(platform.configure("banking-rest", fern.settings()).status()).isEqualTo(200);
        assertThat(balance()).isEqualTo(100);
    }

    @Test
    void another_bank_sees_nothing_of_it() {
        published("old");
        Tenant other = platform.another();
        assertThat(in(other, wanda, () -> platform.bean(Drafts.class).find(id))).isEmpty();
        refused(ErrorCode.NOT_FOUND, () -> in(other, wanda, () -> platform.bean(Pages.class).of(id, wanda)));
        assertThat(in(other, wanda, () -> platform.bean(Pages.class).all(wanda)).connectors()).isEmpty();
    }

    @Test
    void the_console_saves_lists_reads_versions_and_takes_files_out() throws Exception {
        published("old");
        String body = "{\"connector\": " + FernBank.connector(id, "new") + ", \"workbench\": {\"samples\": {}}}";
        assertThat(platform.send("PUT", ALL + "/" + id + "/draft", body).status()).isEqualTo(200);
        assertThat(platform.send("GET", ALL, "").body().text("connectors")).contains(id, "operations=2", "version=1");
        assertThat(platform.send("GET", ALL + "/" + id + "/versions", "").body().text("versions")).contains("approvedBy=Sita");
        assertThat(platform.send("GET", ALL + "/" + id + "/versions/1", "").body().text("connector")).contains("response.old");
        assertThat(platform.send("GET", ALL + "/" + id + "/export?version=draft", "").body().text("name")).isEqualTo(id);
        assertThat(platform.send("GET", ALL + "/" + id + "/export?version=9", "").status()).isEqualTo(404);
        assertThat(platform.send("DELETE", ALL + "/" + id + "/draft", "").status()).isEqualTo(200);
        assertThat(platform.send("GET", ALL + "/" + id, "").body().text("draft")).isIn("", "null");
        assertThat(platform.send("PUT", ALL + "/schema/draft", body).status()).isEqualTo(422);
    }

    private Answer tried(String operation, String arguments, boolean testSystem, String document) throws Exception {
        return platform.send("POST", ALL + "/trial", "{\"connector\": " + document + ", \"operation\": \"" + operation
                + "\", \"customerRef\": \"C1\", \"arguments\": " + arguments + ", \"testSystem\": " + testSystem + "}");
    }

    @Test
    void a_draft_is_tried_against_the_bank_and_its_key_is_not_shown() throws Exception {
        Answer answer = tried("accounts.balance/v1", "{\"account\": \"A-1\"}", false, FernBank.connector(id, "new"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().text("outcome")).isEqualTo("DONE");
        assertThat(answer.body().text("result")).contains("minor=200");
        assertThat(answer.body().text("exchanges"))
                .contains("status=200", "/v1/new/C1/A-1", "X-Fern-Key=•••", "\"new\": 200");
        assertThat(answer.body().toString()).doesNotContain(FernBank.KEY);
    }

    @Test
    void what_does_not_fit_the_operation_is_said_over_the_banks_own_answer() throws Exception {
        String wrong = FernBank.connector(id, "new").replace("'asOf': response.at", "'asOf': response.when");
        Answer answer = tried("accounts.balance/v1", "{\"account\": \"A-1\"}", false, wrong);
        assertThat(answer.body().text("outcome")).isEqualTo("UNAVAILABLE");
        assertThat(answer.body().text("faults")).contains("asOf");
    }

    @Test
    void what_acts_is_tried_on_a_test_system_alone() throws Exception {
        String card = "{\"card\": \"K-1\", \"reason\": \"LOST\"}";
        Answer refused = tried("cards.block/v1", card, false, FernBank.connector(id, "new"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().text("code")).isEqualTo("TRIAL_REFUSED");
        String disguised = FernBank.connector(id, "new").replace("\"method\": \"GET\"", "\"method\": \"POST\"");
        assertThat(tried("accounts.balance/v1", "{\"account\": \"A-1\"}", false, disguised).body().text("code"))
                .isEqualTo("TRIAL_REFUSED");
        assertThat(fern.asked).noneMatch(one -> one.startsWith("POST"));
        assertThat(tried("cards.block/v1", card, true, FernBank.connector(id, "new")).body().text("outcome")).isEqualTo("DONE");
        assertThat(fern.asked).contains("POST /stop/C1/K-1");
        fern.asked.clear();
    }
}
