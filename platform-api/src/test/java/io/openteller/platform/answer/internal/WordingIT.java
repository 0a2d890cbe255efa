package io.openteller.platform.answer.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.serde.ObjectMapper;
import io.openteller.platform.answer.Question;
import io.openteller.platform.answer.internal.WordedAnswer.Standing;
import io.openteller.platform.audit.internal.Audits;
import io.openteller.platform.embedding.SentenceVectors;
import io.openteller.platform.knowledge.AppliesTo;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.UuidV7;
import io.openteller.platform.tenancy.internal.Tenancies;
import io.openteller.platform.understanding.Mood;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WordingIT {

    private static final SentenceVectors VECTORS = SentenceVectors.local();

    private final WordingBook book = new WordingBook(
            Tenancies.database(), new WordingSql(ObjectMapper.getDefault()), Audits.chained(), Tenancies.changes());
    private final StoredWording stored = new StoredWording(book, VECTORS);
    private final Tenant bank = Tenancies.register("w" + UUID.randomUUID().toString().substring(0, 8));

    @Test
    void wording_is_said_only_after_somebody_else_approved_it() {
        CurrentTenant.run(bank, () -> {
            WordedAnswer written = book.put(answer("fees", List.of("what is the fee"), false, "en"));
            assertThat(stored.of(asked("What is the fee?", "other")).answer()).isNull();
            assertThatThrownBy(() -> book.decide(written.id(), Standing.APPROVED, "Anna Author"))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.code()).isEqualTo(ErrorCode.OWN_VERSION));
            book.decide(written.id(), Standing.APPROVED, "Ben Approver");
            var found = stored.of(asked("What is the fee?", "other")).answer();
            assertThat(found).isNotNull().extracting("text").isEqualTo("It costs £6.");
        });
    }

    @Test
    void a_change_is_not_said_until_it_is_approved_again() {
        CurrentTenant.run(bank, () -> {
            WordedAnswer written = book.put(answer("fees", List.of(), false, "en"));
            book.decide(written.id(), Standing.APPROVED, "Ben Approver");
            book.put(new WordedAnswer(
                    written.id(), "fees", List.of(), "It costs £9.", "en", false, null, "Anna Author", Instant.now(), null,
                    Standing.IN_REVIEW));
            assertThat(stored.of(asked("how much", "fees")).answer()).isNull();
        });
    }

    @Test
    void what_was_said_at_a_moment_stays_known_after_it_was_changed_and_deleted() {
        CurrentTenant.run(bank, () -> {
            Instant before = Instant.now().minusSeconds(5);
            WordedAnswer written = book.put(answer("fees", List.of(), false, "en"));
            book.decide(written.id(), Standing.APPROVED, "Ben Approver");
            Instant first = moment();
            book.put(new WordedAnswer(
                    written.id(), "fees", List.of(), "It costs £9.", "en", false, null, "Anna Author", Instant.now(), null,
                    Standing.IN_REVIEW));
            book.decide(written.id(), Standing.APPROVED, "Ben Approver");
            Instant second = moment();
            book.delete(written.id());
            assertThat(said(before)).isNull();
            assertThat(said(first)).isEqualTo("It costs £6.");
            assertThat(said(second)).isEqualTo("It costs £9.");
            assertThat(said(null)).isNull();
        });
    }

    private @Nullable String said(@Nullable Instant at) {
        var found = stored.of(new Question("how much", List.of(), "en", Mood.CALM, "fees", 0.9, AppliesTo.ALL, at));
        return found.answer() == null ? null : found.answer().text();
    }

    /** The database's own clock, between two of its transactions. */
    private static Instant moment() {
        return Tenancies.database().inTransaction(
                sql -> sql.createQuery("SELECT clock_timestamp()").mapTo(Instant.class).one());
    }

    @Test
    void of_a_strict_intent_nothing_else_may_be_said() {
        CurrentTenant.run(bank, () -> {
            WordedAnswer written = book.put(answer("fees", List.of("what is the fee"), true, "en"));
            book.decide(written.id(), Standing.APPROVED, "Ben Approver");
            var other = stored.of(asked("my parrot eats the letters of your branch", "fees"));
            assertThat(other.onlyApproved()).isTrue();
            assertThat(other.answer()).isNull();
            assertThat(stored.of(asked("what is the fee", "other")).onlyApproved()).isFalse();
        });
    }

    @Test
    void wording_in_another_language_is_not_said() {
        CurrentTenant.run(bank, () -> {
            WordedAnswer written = book.put(answer("fees", List.of(), false, "hi"));
            book.decide(written.id(), Standing.APPROVED, "Ben Approver");
            assertThat(stored.of(asked("how much", "fees")).answer()).isNull();
        });
    }

    private static Question asked(String text, String intent) {
        return new Question(text, List.of(), "en", Mood.CALM, intent, 0.9, AppliesTo.ALL, null);
    }

    private static WordedAnswer answer(String intent, List<String> questions, boolean strict, String language) {
        return new WordedAnswer(
                UuidV7.next(), intent, questions, "It costs £6.", language, strict, null, "Anna Author", Instant.now(), null,
                Standing.IN_REVIEW);
    }
}
