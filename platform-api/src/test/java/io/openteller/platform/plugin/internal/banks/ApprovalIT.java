package io.openteller.platform.plugin.internal.banks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openteller.packages.Manifest.DataClass;
import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.audit.AuditEntry;
import io.openteller.platform.plugin.CallOutcome;
import io.openteller.platform.plugin.internal.banks.Wishes.Granted;
import io.openteller.platform.plugin.internal.calls.ManifestBuilder;
import io.openteller.platform.plugin.internal.calls.Replica;
import io.openteller.platform.plugin.internal.calls.SetShelf;
import io.openteller.platform.plugin.internal.calls.SetShelf.Code;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.release.Releases;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.spi.Capability;
import io.openteller.spi.Capability.Assurance;
import io.openteller.spi.Capability.Operation;
import io.openteller.spi.Capability.RiskClass;
import io.openteller.spi.OpentellerPlugin.Health;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.AccountReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people of a bank, and what one of them may not do alone. */
class ApprovalIT {

    private static final Map<String, Object> SETTINGS = Map.of("address", "https://core.bank.example/api", "key", "k-1");

    @TempDir
    static Path data;

    private static Replica platform;
    private static SetShelf shelf;

    private Tenant bank;
    private Actor asha;
    private Actor bruno;
    private String plugin;

    @BeforeAll
    static void start() {
        platform = Replica.start(data, Map.of());
        shelf = platform.bean(SetShelf.class);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @BeforeEach
    void a_bank_with_two_administrators_and_a_plugin() {
        bank = platform.bank();
        asha = platform.administrator(bank, "Asha");
        bruno = platform.administrator(bank, "Bruno");
        plugin = "reader-" + UUID.randomUUID().toString().substring(0, 8);
        shelf.put(reader("1.0.0"), code("one"));
    }

    private ManifestBuilder reader(String version) {
        return ManifestBuilder.reader(plugin, version);
    }

    private static Code code(String says) {
        return Replica.reading((context, customer) -> Outcome.notFound(says), context -> Health.up("fine"));
    }

    @Test
    void the_first_switching_on_waits_for_a_second_person_who_sees_all_of_it() {
        assertThat(wish(asha, Wish.configured(SETTINGS))).isEqualTo(Granted.DONE);
        assertThat(wish(asha, Wish.switched(true))).isEqualTo(Granted.ASKED);
        assertThat(answer()).isEqualTo("NotEnabled[]");
        assertThat(words())
                .contains("It can now do AccountReader.accounts: reads, for customers who signed in")
                .contains("It may now call core.bank.example")
                .contains("It is now given balances, loans and investments");
        approve(bruno, pending().id());
        assertThat(answer()).isEqualTo("one");
        assertThat(actions()).contains("plugin.asked", "plugin.approved", "plugin.enabled");
        assertThat(release()).contains("enabled, version 1.0.0", "Asha, approved by Bruno");
    }

    @Test
    void who_asked_decides_neither_way() {
        ask();
        UUID id = pending().id();
        refused(ErrorCode.SECOND_PERSON_NEEDED, () -> approve(asha, id));
        refused(ErrorCode.SECOND_PERSON_NEEDED, () -> reject(asha, id));
        assertThat(answer()).isEqualTo("NotEnabled[]");
        assertThat(pending().id()).isEqualTo(id);
    }

    @Test
    void a_program_decides_nothing() {
        ask();
        Actor program = new Actor(Actor.Kind.KEY, UUID.randomUUID(), "nightly job");
        refused(ErrorCode.SECOND_PERSON_NEEDED, () -> approve(program, pending().id()));
    }

    @Test
    void a_rejected_wish_changes_nothing_and_cannot_be_approved_after() {
        ask();
        UUID id = pending().id();
        reject(bruno, id);
        assertThat(answer()).isEqualTo("NotEnabled[]");
        assertThat(view().pending()).isNull();
        refused(ErrorCode.APPROVAL_DECIDED, () -> approve(bruno, id));
    }

    @Test
    void something_newer_takes_the_place_of_what_was_asked_before() {
        ask();
        UUID first = pending().id();
        assertThat(wish(bruno, Wish.switched(true))).isEqualTo(Granted.ASKED);
        refused(ErrorCode.APPROVAL_DECIDED, () -> approve(asha, first));
        approve(asha, pending().id());
        assertThat(answer()).isEqualTo("one");
    }

    @Test
    void settings_that_changed_meanwhile_are_not_approved_with_it() {
        ask();
        UUID id = pending().id();
        wish(asha, Wish.configured(Map.of("address", "https://elsewhere.example", "key", "k-2")));
        refused(ErrorCode.APPROVAL_OUTDATED, () -> approve(bruno, id));
        assertThat(answer()).isEqualTo("NotEnabled[]");
        assertThat(view().pending()).isNull();
        assertThat(actions()).contains("plugin.outdated");
    }

    @Test
    void a_package_that_changed_meanwhile_is_not_approved() {
        ask();
        UUID id = pending().id();
        shelf.put(reader("1.0.0"), code("another"), "another-sha");
        refused(ErrorCode.APPROVAL_OUTDATED, () -> approve(bruno, id));
        assertThat(answer()).isEqualTo("NotEnabled[]");
    }

    @Test
    void nothing_of_another_bank_is_approved() {
        ask();
        UUID id = pending().id();
        Tenant other = platform.bank();
        Actor stranger = platform.administrator(other, "Stranger");
        assertThatThrownBy(() -> platform.as(other, stranger, () -> bean(SecondPerson.class).approve(id, stranger)))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.code())
                        .isEqualTo(ErrorCode.NOT_FOUND));
        assertThat(pending().id()).isEqualTo(id);
    }

    @Test
    void a_setting_that_leads_to_another_host_waits_and_the_old_one_stays_in_force() {
        enable();
        Map<String, Object> other = Map.of("address", "https://new-core.bank.example", "key", "k-2");
        assertThat(wish(asha, Wish.configured(other))).isEqualTo(Granted.ASKED);
        assertThat(words()).contains("It may now call new-core.bank.example");
        assertThat(view().kept().settings()).containsEntry("address", "https://core.bank.example/api");
        approve(bruno, pending().id());
        assertThat(view().kept().settings()).containsEntry("address", "https://new-core.bank.example");
    }

    @Test
    void a_setting_that_leads_nowhere_else_needs_nobody() {
        enable();
        Map<String, Object> same = Map.of("address", "https://core.bank.example/v2", "limit", 3);
        assertThat(wish(asha, Wish.configured(same))).isEqualTo(Granted.DONE);
        assertThat(answer()).isEqualTo("one");
    }

    @Test
    void a_kept_secret_goes_to_no_other_host() {
        enable();
        ThrowingCallable moved = () -> wish(asha, Wish.configured(Map.of("address", "https://thief.example")));
        assertThatThrownBy(moved).hasMessageContaining("settings do not fit");
        ThrowingCallable tried = () -> platform.as(
                bank, asha, () -> bean(BankPlugins.class).check(plugin, Map.of("address", "https://thief.example")));
        assertThatThrownBy(tried).hasMessageContaining("settings do not fit");
    }

    @Test
    void a_version_that_does_no_more_needs_nobody_and_the_bank_stays_on_its_own_until_then() {
        enable();
        shelf.put(reader("1.1.0"), code("two"));
        assertThat(answer()).isEqualTo("one");
        assertThat(wish(asha, Wish.chosen("1.1.0", null))).isEqualTo(Granted.DONE);
        assertThat(answer()).isEqualTo("two");
        assertThat(release()).contains("enabled, version 1.1.0");
        assertThat(wish(asha, Wish.chosen("1.0.0", null))).isEqualTo(Granted.DONE);
        assertThat(answer()).isEqualTo("one");
    }

    @Test
    void a_version_that_is_riskier_or_sees_more_waits() {
        enable();
        shelf.put(reader("2.0.0").given(DataClass.HOLDINGS, DataClass.CONTACT), code("two"));
        assertThat(wish(asha, Wish.chosen("2.0.0", null))).isEqualTo(Granted.ASKED);
        assertThat(words()).contains("telephone numbers");
        assertThat(answer()).isEqualTo("one");
        Operation changing = new Operation("accounts", RiskClass.CHANGE, Assurance.IDENTIFIED, true, true);
        shelf.put(reader("2.1.0").offering(Capability.of(AccountReader.class, changing)), code("three"));
        assertThat(wish(asha, Wish.chosen("2.1.0", null))).isEqualTo(Granted.ASKED);
        assertThat(words()).contains("changes something");
        approve(bruno, pending().id());
        assertThat(answer()).isEqualTo("three");
        assertThat(wish(asha, Wish.chosen("1.0.0", null))).isEqualTo(Granted.DONE);
        assertThat(wish(asha, Wish.chosen("2.1.0", null))).as("narrowed, then widened again").isEqualTo(Granted.ASKED);
    }

    @Test
    void a_package_that_grew_under_its_version_is_not_called() {
        enable();
        shelf.put(reader("1.0.0").calling("{address}", "*.anywhere.example"), code("grown"), "grown-sha");
        platform.as(bank, asha, () -> {
            bean(KnownVersions.class).forget();
            return "";
        });
        assertThat(answer()).isEqualTo("NotEnabled[]");
        assertThat(view().trouble()).contains("could do more than this bank approved");
        assertThat(wish(asha, Wish.switched(true))).isEqualTo(Granted.ASKED);
        approve(bruno, pending().id());
        assertThat(answer()).isEqualTo("grown");
    }

    @Test
    void switching_off_and_on_again_needs_nobody() {
        enable();
        assertThat(wish(asha, Wish.switched(false))).isEqualTo(Granted.DONE);
        assertThat(answer()).isEqualTo("NotEnabled[]");
        assertThat(wish(bruno, Wish.switched(true))).isEqualTo(Granted.DONE);
        assertThat(answer()).isEqualTo("one");
    }

    @Test
    void where_nobody_else_can_decide_it_says_so_and_the_operator_steps_in_only_there() {
        Actor operator = new Actor(Actor.Kind.OPERATOR, null, "operator");
        ask();
        refused(ErrorCode.SECOND_PERSON_NEEDED, () -> approve(operator, pending().id()));
        bank = platform.bank();
        asha = platform.administrator(bank, "Asha");
        ask();
        assertThat(view().nobodyElse()).isTrue();
        approve(operator, pending().id());
        assertThat(answer()).isEqualTo("one");
        assertThat(release()).contains("approved by operator");
    }

    private void ask() {
        wish(asha, Wish.configured(SETTINGS));
        assertThat(wish(asha, Wish.switched(true))).isEqualTo(Granted.ASKED);
    }

    private void enable() {
        ask();
        approve(bruno, pending().id());
        assertThat(answer()).isEqualTo("one");
    }

    private <T> T bean(Class<T> type) {
        return platform.bean(type);
    }

    private Granted wish(Actor by, Wish wish) {
        return platform.as(bank, by, () -> bean(Wishes.class).make(plugin, wish, new Wish.Who(by, false)));
    }

    private void approve(Actor by, UUID id) {
        platform.as(bank, by, () -> bean(SecondPerson.class).approve(id, by));
    }

    private void reject(Actor by, UUID id) {
        platform.as(bank, by, () -> bean(SecondPerson.class).reject(id, "not now", by));
    }

    private BankPlugin view() {
        return platform.as(bank, asha, () -> bean(BankPlugins.class).get(plugin));
    }

    private Approval pending() {
        return Objects.requireNonNull(view().pending());
    }

    private String words() {
        return pending().difference().lines().toString();
    }

    private List<String> actions() {
        return platform.as(bank, asha, () -> bean(Audit.class).page(Long.MAX_VALUE, "plugin", 50).stream()
                .map(AuditEntry::action)
                .toList());
    }

    private String release() {
        return platform.as(bank, asha, () -> bean(Releases.class).list(1).toString());
    }

    private static void refused(ErrorCode code, ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.code())
                .isEqualTo(code));
    }

    /** What the plugin says to the bank, by which its versions are told apart. */
    private String answer() {
        var called = platform.accounts(bank, plugin, Duration.ofSeconds(2));
        return called instanceof CallOutcome.Answered<?>(var id, Outcome.NotFound<?>(String what), var millis)
                ? what
                : called.toString();
    }
}
