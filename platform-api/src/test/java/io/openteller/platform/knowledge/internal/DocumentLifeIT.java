package io.openteller.platform.knowledge.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.knowledge.Adoption;
import io.openteller.platform.knowledge.Approval;
import io.openteller.platform.knowledge.DocumentInfo;
import io.openteller.platform.knowledge.Edition;
import io.openteller.platform.knowledge.NewDocument;
import io.openteller.platform.knowledge.Standing;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.reading.HandedFile;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.internal.Tenancies;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The steps of a document's life, allowed and refused, on a real database and with a clock that is moved by hand. */
class DocumentLifeIT {

    private static final Actor WRITER = person("Wanda Writer");
    private static final Actor FIRST = person("Fay First");
    private static final Actor SECOND = person("Sam Second");
    private static final String SLUG = "lockers";

    private final TestClock clock = new TestClock();
    private final Documents room = Documents.room(clock);
    private final TimedChanges timed = Documents.timed(clock);
    private final Tenant bank = Tenancies.register("d" + UUID.randomUUID().toString().substring(0, 8));

    @Test
    void a_draft_is_in_no_answer_until_somebody_else_approved_it() {
        in(() -> {
            assertThat(drafted("A locker costs £75.")).isEqualTo(1);
            assertThat(standing(1)).isEqualTo(Standing.DRAFT);
            room.drafting().submit(SLUG, 1, "New price", WRITER);
            assertThat(standing(1)).isEqualTo(Standing.IN_REVIEW);
            assertThat(room.knowledge().editions()).isEmpty();
            refused(ErrorCode.OWN_VERSION, () -> approve(1, WRITER));
            approve(1, FIRST);
            assertThat(standing(1)).isEqualTo(Standing.EFFECTIVE);
            assertThat(said(clock.instant())).contains("£75");
        });
    }

    @Test
    void whoever_handed_it_in_or_wrote_on_it_is_an_author_too() {
        in(() -> {
            drafted("A locker costs £75.");
            room.drafting().edit(SLUG, 1, "A locker costs £76.", null, null, SECOND);
            room.drafting().submit(SLUG, 1, null, FIRST);
            refused(ErrorCode.OWN_VERSION, () -> approve(1, WRITER));
            refused(ErrorCode.OWN_VERSION, () -> approve(1, FIRST));
            refused(ErrorCode.OWN_VERSION, () -> approve(1, SECOND));
            refused(ErrorCode.OWN_VERSION, () -> room.approvals().reject(SLUG, 1, "no", FIRST));
        });
    }

    @Test
    void what_was_fetched_by_the_system_needs_one_person() {
        in(() -> {
            room.drafting().draft(file("A locker costs £75."), Actor.SYSTEM);
            room.drafting().submit(SLUG, 1, null, WRITER);
            refused(ErrorCode.OWN_VERSION, () -> approve(1, WRITER));
            approve(1, FIRST);
            assertThat(standing(1)).isEqualTo(Standing.EFFECTIVE);
        });
    }

    @Test
    void the_same_bytes_again_change_nothing_until_they_are_out_of_force() {
        in(() -> {
            drafted("A locker costs £75.");
            assertThat(room.drafting().draft(file("A locker costs £75."), FIRST).changed()).isFalse();
            inForce(1);
            assertThat(room.drafting().draft(file("A locker costs £75."), FIRST).changed()).isFalse();
            room.approvals().revoke(SLUG, 1, "wrong", FIRST);
            assertThat(drafted("A locker costs £75.")).isEqualTo(2);
        });
    }

    @Test
    void a_version_for_later_leaves_the_present_one_until_then() {
        in(() -> {
            drafted("A locker costs £75.");
            inForce(1);
            clock.pass(Duration.ofDays(1));
            drafted("A locker costs £80.");
            room.drafting().submit(SLUG, 2, null, WRITER);
            Instant start = clock.instant().plus(Duration.ofDays(30));
            room.approvals().approve(SLUG, 2, new Approval(null, start, start.plus(Duration.ofDays(10))), FIRST);
            assertThat(standing(2)).isEqualTo(Standing.SCHEDULED);
            assertThat(standing(1)).isEqualTo(Standing.EFFECTIVE);
            assertThat(said(start.minusSeconds(1))).contains("£75");
            assertThat(said(start)).contains("£80");
            clock.pass(Duration.ofDays(35));
            assertThat(standing(1)).isEqualTo(Standing.SUPERSEDED);
            assertThat(standing(2)).isEqualTo(Standing.EFFECTIVE);
            clock.pass(Duration.ofDays(10));
            assertThat(standing(2)).isEqualTo(Standing.EXPIRED);
            assertThat(said(clock.instant())).isEmpty();
            assertThat(said(start)).contains("£80");
        });
    }

    @Test
    void a_category_may_ask_for_two_different_people() {
        in(() -> {
            drafted("A locker costs £75.");
            Tenancies.database().inTransaction(sql -> {
                new CategorySql().put(sql, new CategorySql.Level("general", 2, 6));
                return true;
            });
            room.drafting().submit(SLUG, 1, null, WRITER);
            Instant start = clock.instant().plus(Duration.ofDays(1));
            room.approvals().approve(SLUG, 1, new Approval("fine", start, null), FIRST);
            assertThat(standing(1)).isEqualTo(Standing.IN_REVIEW);
            refused(ErrorCode.APPROVED_ALREADY, () -> approve(1, FIRST));
            refused(
                    ErrorCode.EFFECT_DATES_INVALID,
                    () -> room.approvals().approve(SLUG, 1, new Approval(null, start.plusSeconds(1), null), SECOND));
            approve(1, SECOND);
            assertThat(standing(1)).isEqualTo(Standing.SCHEDULED);
            assertThat(room.knowledge().editions().getFirst().from()).isEqualTo(start);
        });
    }

    @Test
    void an_approval_counts_for_the_round_in_which_it_was_given() {
        in(() -> {
            drafted("A locker costs £75.");
            Tenancies.database().inTransaction(sql -> {
                new CategorySql().put(sql, new CategorySql.Level("general", 2, 6));
                return true;
            });
            room.drafting().submit(SLUG, 1, null, WRITER);
            approve(1, FIRST);
            room.drafting().withdraw(SLUG, 1, WRITER);
            room.drafting().edit(SLUG, 1, "A locker costs £750.", null, null, WRITER);
            room.drafting().submit(SLUG, 1, null, WRITER);
            approve(1, SECOND);
            assertThat(standing(1)).isEqualTo(Standing.IN_REVIEW);
            approve(1, FIRST);
            assertThat(standing(1)).isEqualTo(Standing.EFFECTIVE);
        });
    }

    @Test
    void what_was_rejected_can_be_written_anew() {
        in(() -> {
            drafted("A locker costs £7.");
            room.drafting().submit(SLUG, 1, null, WRITER);
            refused(ErrorCode.DOCUMENT_INVALID, () -> room.approvals().reject(SLUG, 1, "  ", FIRST));
            room.approvals().reject(SLUG, 1, "A digit is missing", FIRST);
            assertThat(standing(1)).isEqualTo(Standing.REJECTED);
            refused(ErrorCode.NOT_IN_REVIEW, () -> approve(1, FIRST));
            room.drafting().edit(SLUG, 1, "A locker costs £75.", "Lockers and keys", "Digit added", WRITER);
            assertThat(standing(1)).isEqualTo(Standing.DRAFT);
            inForce(1);
            assertThat(said(clock.instant())).contains("£75");
            assertThat(info().title()).isEqualTo("Lockers and keys");
        });
    }

    @Test
    void no_step_is_taken_from_where_it_does_not_begin() {
        in(() -> {
            drafted("A locker costs £75.");
            refused(ErrorCode.NOT_IN_REVIEW, () -> approve(1, FIRST));
            refused(ErrorCode.NOT_IN_REVIEW, () -> room.drafting().withdraw(SLUG, 1, WRITER));
            refused(ErrorCode.NOT_IN_FORCE, () -> room.approvals().revoke(SLUG, 1, "wrong", FIRST));
            refused(ErrorCode.NEVER_APPROVED, () -> room.drafting().rollBack(SLUG, 1, WRITER));
            room.drafting().submit(SLUG, 1, null, WRITER);
            refused(ErrorCode.NOT_A_DRAFT, () -> room.drafting().submit(SLUG, 1, null, WRITER));
            refused(ErrorCode.VERSION_FROZEN, () -> room.drafting().edit(SLUG, 1, "Free.", null, null, WRITER));
            drafted("A locker costs £80.");
            refused(ErrorCode.REVIEW_OPEN, () -> room.drafting().submit(SLUG, 2, null, WRITER));
            approve(1, FIRST);
            refused(ErrorCode.NOT_IN_REVIEW, () -> approve(1, SECOND));
            refused(ErrorCode.VERSION_FROZEN, () -> room.drafting().edit(SLUG, 1, "Free.", null, null, WRITER));
            refused(ErrorCode.NOT_FOUND, () -> approve(9, FIRST));
            refused(ErrorCode.NOT_FOUND, () -> room.drafting().submit("nothing", 1, null, WRITER));
        });
    }

    @Test
    void nobody_approves_a_time_that_is_over() {
        in(() -> {
            drafted("A locker costs £75.");
            room.drafting().submit(SLUG, 1, null, WRITER);
            Instant now = clock.instant();
            for (Approval wrong : List.of(
                    new Approval(null, null, now.minusSeconds(1)),
                    new Approval(null, now.plusSeconds(9), now.plusSeconds(9)))) {
                refused(ErrorCode.EFFECT_DATES_INVALID, () -> room.approvals().approve(SLUG, 1, wrong, FIRST));
            }
            assertThat(standing(1)).isEqualTo(Standing.IN_REVIEW);
        });
    }

    @Test
    void rolling_back_is_a_copy_that_is_approved_like_any_other() {
        in(() -> {
            drafted("A locker costs £75.");
            inForce(1);
            clock.pass(Duration.ofDays(1));
            drafted("A locker costs £80.");
            inForce(2);
            clock.pass(Duration.ofDays(1));
            assertThat(room.drafting().rollBack(SLUG, 1, SECOND)).isEqualTo(3);
            assertThat(said(clock.instant())).contains("£80");
            refused(ErrorCode.OWN_VERSION, () -> approve(3, SECOND));
            approve(3, WRITER);
            assertThat(said(clock.instant())).contains("£75");
            assertThat(standing(1)).isEqualTo(Standing.SUPERSEDED);
        });
    }

    @Test
    void what_is_archived_is_in_no_answer_and_comes_back_through_review_only() {
        in(() -> {
            drafted("A locker costs £75.");
            inForce(1);
            Instant before = clock.instant();
            clock.pass(Duration.ofDays(1));
            room.approvals().archive(SLUG, FIRST);
            assertThat(said(clock.instant())).isEmpty();
            assertThat(said(before)).contains("£75");
            assertThat(info().archived()).isTrue();
            clock.pass(Duration.ofDays(1));
            room.drafting().restore(SLUG, WRITER);
            assertThat(said(clock.instant())).isEmpty();
            approve(2, FIRST);
            assertThat(said(clock.instant())).contains("£75");
            assertThat(said(before.plus(Duration.ofHours(30)))).isEmpty();
        });
    }

    @Test
    void what_was_revoked_before_its_document_was_archived_does_not_come_back_with_it() {
        in(() -> {
            drafted("A locker costs £75.");
            inForce(1);
            clock.pass(Duration.ofHours(1));
            room.approvals().revoke(SLUG, 1, "The price is wrong", FIRST);
            clock.pass(Duration.ofHours(1));
            room.approvals().archive(SLUG, FIRST);
            room.drafting().restore(SLUG, WRITER);
            assertThat(info().archived()).isFalse();
            assertThat(info().latest().version()).isEqualTo(1);
            assertThat(standing(1)).isEqualTo(Standing.REVOKED);
        });
    }

    @Test
    void what_was_adopted_is_in_force_since_the_day_it_was_said_to_be() {
        in(() -> {
            Instant spring = clock.instant().minus(Duration.ofDays(300));
            Instant autumn = clock.instant().minus(Duration.ofDays(90));
            room.approvals().adopt(file("A locker costs £70."), new Adoption("Ann", "Bob", spring, null));
            room.approvals().adopt(file("A locker costs £75."), new Adoption("Ann", "Bob", autumn, null));
            assertThat(room.adopt(SLUG, file("A locker costs £75.").file()).changed())
                    .isFalse();
            assertThat(said(spring.minusSeconds(1))).isEmpty();
            assertThat(said(autumn.minusSeconds(1))).contains("£70");
            assertThat(said(clock.instant())).contains("£75");
        });
    }

    @Test
    void of_two_who_approve_at_the_same_moment_one_is_told_that_it_is_done() throws Exception {
        in(() -> {
            drafted("A locker costs £75.");
            room.drafting().submit(SLUG, 1, null, WRITER);
        });
        List<Optional<ErrorCode>> outcomes = atOnce(() -> approve(1, FIRST), () -> approve(1, SECOND));
        assertThat(outcomes).containsExactlyInAnyOrder(Optional.empty(), Optional.of(ErrorCode.NOT_IN_REVIEW));
        assertThat(count("document_approval")).isEqualTo(1);
        assertThat(count("release")).isEqualTo(1);
    }

    @Test
    void approving_and_withdrawing_at_the_same_moment_has_one_winner() throws Exception {
        in(() -> {
            drafted("A locker costs £75.");
            room.drafting().submit(SLUG, 1, null, WRITER);
        });
        List<Optional<ErrorCode>> outcomes =
                atOnce(() -> approve(1, FIRST), () -> room.drafting().withdraw(SLUG, 1, WRITER));
        assertThat(outcomes).containsExactlyInAnyOrder(Optional.empty(), Optional.of(ErrorCode.NOT_IN_REVIEW));
        boolean approved = outcomes.getFirst().isEmpty();
        in(() -> assertThat(standing(1)).isEqualTo(approved ? Standing.EFFECTIVE : Standing.DRAFT));
    }

    @Test
    void handing_in_twice_at_the_same_moment_is_one_review() throws Exception {
        in(() -> drafted("A locker costs £75."));
        List<Optional<ErrorCode>> outcomes = atOnce(
                () -> room.drafting().submit(SLUG, 1, null, WRITER), () -> room.drafting().submit(SLUG, 1, null, WRITER));
        assertThat(outcomes).containsExactlyInAnyOrder(Optional.empty(), Optional.of(ErrorCode.NOT_A_DRAFT));
    }

    @Test
    void two_who_store_the_same_new_document_at_once_make_two_versions_of_one() throws Exception {
        List<Optional<ErrorCode>> outcomes =
                atOnce(() -> drafted("A locker costs £75."), () -> drafted("A locker costs £80."));
        assertThat(outcomes).containsOnly(Optional.empty());
        in(() -> assertThat(room.knowledge().versions(SLUG)).hasSize(2));
    }

    @Test
    void the_database_itself_keeps_what_was_approved() {
        in(() -> {
            drafted("A locker costs £75.");
            inForce(1);
            for (String change : List.of(
                    "passages = '[]'", "title = 'x'", "approved_at = now()", "effective_until = now() + interval '1 day'",
                    "state = 'DRAFT', approved_at = NULL")) {
                assertThatThrownBy(() -> Tenancies.database()
                                .inTransaction(sql -> sql.execute("UPDATE document_version SET " + change)))
                        .as(change)
                        .hasMessageContaining("an approved version stays as it is");
            }
            assertThatThrownBy(() -> Tenancies.database()
                            .inTransaction(sql -> sql.execute("DELETE FROM document_approval")))
                    .hasMessageContaining("permission denied");
        });
    }

    @Test
    void another_bank_sees_nothing_of_it() {
        in(() -> {
            drafted("A locker costs £75.");
            inForce(1);
        });
        Tenant other = Tenancies.register("d" + UUID.randomUUID().toString().substring(0, 8));
        CurrentTenant.run(other, () -> {
            assertThat(room.knowledge().list()).isEmpty();
            assertThat(room.knowledge().editions()).isEmpty();
            refused(ErrorCode.NOT_FOUND, () -> room.approvals().revoke(SLUG, 1, "not mine", FIRST));
        });
    }

    @Test
    void what_time_alone_changed_is_a_release_too_and_only_once() {
        in(() -> {
            drafted("A locker costs £75.");
            inForce(1);
            drafted("A locker costs £80.");
            room.drafting().submit(SLUG, 2, null, WRITER);
            Instant start = clock.instant().plus(Duration.ofDays(30));
            room.approvals().approve(SLUG, 2, new Approval(null, start, start.plus(Duration.ofDays(10))), FIRST);
            timed.record();
            assertThat(releases()).containsExactly("null > version 1", "version 1 > version 2 from " + start);
            clock.pass(Duration.ofDays(31));
            timed.record();
            timed.record();
            assertThat(releases()).hasSize(3).endsWith("version 1 > version 2");
            clock.pass(Duration.ofDays(10));
            timed.record();
            timed.record();
            assertThat(releases()).hasSize(4).endsWith("version 2 > null");
        });
    }

    @Test
    void every_step_is_on_record_with_whoever_took_it() throws Exception {
        CurrentTenant.run(bank, () -> CurrentActor.call(WRITER, () -> drafted("A locker costs £75.")));
        in(() -> CurrentActor.call(WRITER, () -> {
            room.drafting().submit(SLUG, 1, null, WRITER);
            return 0;
        }));
        in(() -> CurrentActor.call(FIRST, () -> {
            approve(1, FIRST);
            room.approvals().revoke(SLUG, 1, "wrong", FIRST);
            return 0;
        }));
        assertThat(events())
                .containsExactly(
                        "document.drafted Wanda Writer",
                        "document.submitted Wanda Writer",
                        "document.approved Fay First",
                        "document.effective Fay First",
                        "document.revoked Fay First");
    }

    private List<String> releases() {
        return Tenancies.database().inTransaction(
                sql -> sql.createQuery("SELECT coalesce(before, 'null') || ' > ' || coalesce(after, 'null') FROM release"
                                + " ORDER BY number")
                        .mapTo(String.class)
                        .list());
    }

    private List<String> events() {
        return CurrentTenant.call(bank, () -> Tenancies.database().inTransaction(
                sql -> sql.createQuery("SELECT action || ' ' || actor_name FROM audit_event"
                                + " WHERE action LIKE 'document.%' ORDER BY number")
                        .mapTo(String.class)
                        .list()));
    }

    @Test
    void an_approval_says_when_somebody_is_to_look_again() {
        in(() -> {
            drafted("A locker costs £75.");
            inForce(1);
            assertThat(info().reviewDue()).isEqualTo("2028-03-01");
            assertThat(info().owner()).isEqualTo("Wanda Writer");
        });
    }

    private void in(Runnable work) {
        CurrentTenant.run(bank, work);
    }

    private List<Optional<ErrorCode>> atOnce(ThrowingCallable one, ThrowingCallable other) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(outcome(one));
            var second = threads.submit(outcome(other));
            return List.of(first.get(), second.get());
        }
    }

    private Callable<Optional<ErrorCode>> outcome(ThrowingCallable step) {
        return () -> CurrentTenant.call(bank, () -> {
            try {
                step.call();
                return Optional.empty();
            } catch (ProblemException problem) {
                return Optional.of(problem.code());
            } catch (Throwable other) {
                throw new AssertionError(other);
            }
        });
    }

    private int drafted(String text) {
        return room.drafting().draft(file(text), WRITER).version();
    }

    private void inForce(int version) {
        room.drafting().submit(SLUG, version, null, WRITER);
        approve(version, FIRST);
    }

    private void approve(int version, Actor by) {
        room.approvals().approve(SLUG, version, Approval.AT_ONCE, by);
    }

    private static NewDocument file(String text) {
        byte[] content = ("# Lockers\n" + text).getBytes(StandardCharsets.UTF_8);
        return new NewDocument(SLUG, HandedFile.plain(SLUG + ".md", content));
    }

    private Standing standing(int version) {
        return room.knowledge().version(SLUG, version).orElseThrow().standing();
    }

    private DocumentInfo info() {
        return room.knowledge().find(SLUG).orElseThrow();
    }

    /** What the documents in force say at a moment. */
    private String said(Instant moment) {
        List<Edition> editions = room.knowledge().editions().stream()
                .filter(edition -> edition.inForceAt(moment))
                .toList();
        assertThat(editions).hasSizeLessThanOrEqualTo(1);
        return editions.isEmpty() ? "" : editions.getFirst().sections().getFirst().text();
    }

    private long count(String table) {
        return CurrentTenant.call(bank, () -> Tenancies.database().inTransaction(
                sql -> sql.createQuery("SELECT count(*) FROM " + table).mapTo(Long.class).one()));
    }

    private static void refused(ErrorCode code, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        ProblemException.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private static Actor person(String name) {
        return new Actor(Actor.Kind.STAFF, UUID.randomUUID(), name);
    }
}
