package io.openteller.platform.procedure.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.internal.Audits;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.release.Releases;
import io.openteller.platform.release.internal.Releasing;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.internal.Tenancies;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From the first draft to a version in force, and who may do what on the way. */
class ProcedureLifeIT {

    private static final Actor WRITER = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "Wanda Writer");
    private static final Actor ASKER = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "Asif Asker");
    private static final Actor SECOND = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "Sita Second");
    private static final Actor PROGRAM = new Actor(Actor.Kind.KEY, UUID.randomUUID(), "a program");

    private final Tenant bank = Tenancies.register("p" + UUID.randomUUID().toString().substring(0, 8));
    private final TenantDatabase database = Tenancies.database();
    private final DraftSql draftSql = new DraftSql();
    private final RequestSql requests = new RequestSql();
    private final VersionSql versions = new VersionSql();
    private final Judge judge = new Judge(database, new LanguageSql(), versions);
    private final Drafts drafts = new Drafts(database, draftSql, requests, judge, Audits.chained());
    private final InForce inForce = new InForce(database, versions, judge, Tenancies.changes());
    private final Releases releases = Releasing.releases();
    private final Publication publication =
            new Publication(database, draftSql, requests, versions, judge, releases, Audits.chained(), inForce);

    @Test
    void what_a_second_person_approved_is_in_force_and_part_of_a_release() {
        UUID etag = saved(null, Written.GOOD);
        asked(etag);
        assertThat(in(inForce::inForce)).isEmpty();
        assertThat(in(() -> publication.approve(Written.ID, etag, SECOND))).isEqualTo(1);
        assertThat(in(() -> inForce.current(Written.ID)).orElseThrow().version()).isEqualTo(1);
        assertThat(in(() -> releases.list(1)).getFirst().what()).isEqualTo("procedure:" + Written.ID);
        assertThat(in(() -> drafts.find(Written.ID))).isEmpty();
    }

    @Test
    void neither_who_wrote_it_nor_who_asked_nor_a_program_may_approve() {
        UUID etag = saved(null, Written.GOOD);
        asked(etag);
        for (Actor wrong : new Actor[] {WRITER, ASKER, PROGRAM, Actor.SYSTEM}) {
            refused(ErrorCode.SECOND_PERSON_NEEDED, () -> publication.approve(Written.ID, etag, wrong));
        }
        assertThat(in(inForce::inForce)).isEmpty();
    }

    @Test
    void what_was_changed_after_it_was_asked_for_is_not_what_is_published() {
        UUID first = saved(null, Written.GOOD);
        asked(first);
        UUID later = saved(first, Written.GOOD.replace("Goodbye", "So long"));
        refused(ErrorCode.APPROVAL_OUTDATED, () -> publication.approve(Written.ID, later, SECOND));
        assertThat(in(() -> publication.approve(Written.ID, first, SECOND))).isEqualTo(1);
        assertThat(in(() -> versions(1))).contains("Goodbye").doesNotContain("So long");
        assertThat(in(() -> drafts.find(Written.ID)).orElseThrow().definition()).contains("So long");
    }

    @Test
    void two_people_cannot_save_over_each_other() {
        UUID first = saved(null, Written.GOOD);
        saved(first, Written.GOOD.replace("Goodbye", "So long"));
        assertThatThrownBy(() -> saved(first, Written.GOOD))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ErrorCode.PROCEDURE_CHANGED);
                    assertThat(problem.detail()).contains("Wanda Writer");
                });
        refused(ErrorCode.PROCEDURE_CHANGED, () -> drafts.save(Written.ID, null, Written.GOOD, "{}", WRITER));
    }

    @Test
    void an_unfinished_draft_is_kept_with_its_findings_and_cannot_be_published() {
        String unfinished = Written.GOOD.replace("\"next\": \"bye\"", "\"next\": \"nowhere\"");
        Drafts.Saved saved = in(() -> drafts.save(Written.ID, null, unfinished, "{}", WRITER));
        assertThat(saved.judged().findings()).isNotEmpty();
        assertThat(in(() -> drafts.find(Written.ID)).orElseThrow().findings())
                .isEqualTo(saved.judged().findings().size());
        refused(ErrorCode.PROCEDURE_FAULTY, () -> {
            publication.ask(Written.ID, saved.etag(), "", ASKER);
            return 0;
        });
    }

    @Test
    void a_conversation_finds_its_version_after_a_newer_one_and_after_archiving() {
        UUID first = saved(null, Written.GOOD);
        asked(first);
        in(() -> publication.approve(Written.ID, first, SECOND));
        UUID second = saved(null, Written.GOOD.replace("Goodbye", "So long"));
        asked(second);
        assertThat(in(() -> publication.approve(Written.ID, second, SECOND))).isEqualTo(2);
        assertThat(in(() -> inForce.current(Written.ID)).orElseThrow().version()).isEqualTo(2);
        in(() -> {
            drafts.archive(Written.ID, true);
            inForce.forget();
            return 0;
        });
        assertThat(in(inForce::inForce)).isEmpty();
        assertThat(in(() -> inForce.version(Written.ID, 1))).isPresent();
        assertThat(in(() -> inForce.version(Written.ID, 3))).isEmpty();
    }

    @Test
    void another_bank_sees_nothing_of_it() {
        UUID etag = saved(null, Written.GOOD);
        asked(etag);
        in(() -> publication.approve(Written.ID, etag, SECOND));
        Tenant other = Tenancies.register("p" + UUID.randomUUID().toString().substring(0, 8));
        CurrentTenant.run(other, () -> {
            assertThat(inForce.inForce()).isEmpty();
            assertThat(inForce.version(Written.ID, 1)).isEmpty();
            assertThat(drafts.find(Written.ID)).isEmpty();
        });
    }

    @Test
    void a_refusal_is_kept_with_its_reason_and_the_draft_stays() {
        UUID etag = saved(null, Written.GOOD);
        asked(etag);
        in(() -> {
            publication.refuse(Written.ID, "the wording is too stiff", SECOND);
            return 0;
        });
        refused(ErrorCode.APPROVAL_DECIDED, () -> publication.approve(Written.ID, etag, SECOND));
        assertThat(in(() -> drafts.find(Written.ID))).isPresent();
        Pages pages = new Pages(database, new OverviewSql(), draftSql, requests, versions, judge);
        assertThat(in(() -> pages.of(Written.ID, WRITER)).refused())
                .isNotNull()
                .satisfies(refused -> assertThat(refused.by() + ": " + refused.reason())
                        .isEqualTo("Sita Second: the wording is too stiff"));
        asked(etag);
        assertThat(in(() -> pages.of(Written.ID, WRITER)).refused()).isNull();
    }

    @Test
    void the_list_says_what_was_refused_and_how_many_are_in_it() {
        UUID etag = saved(null, Written.GOOD);
        asked(etag);
        in(() -> {
            publication.refuse(Written.ID, "the wording is too stiff", SECOND);
            return 0;
        });
        ProcedureViews.Line line = in(() -> listed(Map.of(Written.ID, 3, "another", 8)));
        assertThat(line.runsOpen()).isEqualTo(3);
        assertThat(line.refused()).isNotNull().satisfies(refused -> assertThat(refused.reason())
                .isEqualTo("the wording is too stiff"));
        asked(etag);
        in(() -> publication.approve(Written.ID, etag, SECOND));
        assertThat(in(() -> listed(Map.of()))).satisfies(now -> {
            assertThat(now.refused()).isNull();
            assertThat(now.runsOpen()).isZero();
        });
    }

    private ProcedureViews.Line listed(Map<String, Integer> running) {
        return database.inTransaction(sql -> new OverviewSql().all(sql, null, running)).getFirst();
    }

    private String versions(int number) {
        return database.inTransaction(
                sql -> versions.find(sql, Written.ID, number).orElseThrow().definition());
    }

    private UUID saved(@Nullable UUID seen, String definition) {
        return in(() -> drafts.save(Written.ID, seen, definition, "{}", WRITER).etag());
    }

    private void asked(UUID etag) {
        in(() -> {
            publication.ask(Written.ID, etag, "for the test", ASKER);
            return 0;
        });
    }

    private void refused(ErrorCode code, Callable<Object> act) {
        assertThatThrownBy(() -> in(act))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private <T> T in(Callable<T> act) {
        return CurrentTenant.call(bank, () -> {
            try {
                return act.call();
            } catch (RuntimeException expected) {
                throw expected;
            } catch (Exception impossible) {
                throw new AssertionError(impossible);
            }
        });
    }
}
