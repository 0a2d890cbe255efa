package io.openteller.platform.impact.internal;

import io.openteller.platform.answer.Answers;
import io.openteller.platform.answer.Question;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.embedding.Embeddings;
import io.openteller.platform.guard.PersonalData;
import io.openteller.platform.guard.Span;
import io.openteller.platform.impact.internal.Preview.Change;
import io.openteller.platform.impact.internal.Preview.Side;
import io.openteller.platform.impact.internal.PreviewSql.Past;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.retrieval.LoneIndex;
import io.openteller.platform.retrieval.Retrieval;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.UuidV7;
import io.openteller.platform.understanding.LanguageDetection;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks past questions again, in the background: one preview at a time per process, which also has customers to answer. */
@Singleton
class Previews {

    private static final Logger log = LoggerFactory.getLogger(Previews.class);
    private static final int DAYS = 30;
    private static final int MOST = 500;
    private static final int SAID_EVERY = 10;

    private final TenantDatabase database;
    private final PreviewSql rows;
    private final Planned planned;
    private final Answers answers;
    private final Retrieval retrieval;
    private final Embeddings embeddings;
    private final PersonalData personal;
    private final LanguageDetection languages;
    private final Audit audit;
    private final Clock clock;
    private final Semaphore turn = new Semaphore(1, true);

    Previews(
            TenantDatabase database,
            PreviewSql rows,
            Planned planned,
            Answers answers,
            Retrieval retrieval,
            Embeddings embeddings,
            PersonalData personal,
            LanguageDetection languages,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.rows = rows;
        this.planned = planned;
        this.answers = answers;
        this.retrieval = retrieval;
        this.embeddings = embeddings;
        this.personal = personal;
        this.languages = languages;
        this.audit = audit;
        this.clock = clock;
    }

    Preview of(String slug, int version) {
        planned.mustExist(slug, version);
        return database.inTransaction(sql -> rows.find(sql, slug, version));
    }

    /** Comes back at once; while one of the same version runs it changes nothing. */
    Preview start(String slug, int version, String by) {
        planned.mustExist(slug, version);
        UUID run = UuidV7.next();
        List<Past> past = database.inTransaction(sql -> {
            List<Past> asked = rows.questions(sql, DAYS, MOST);
            if (!rows.begin(sql, slug, version, run, asked.size(), by)) {
                return List.<Past>of();
            }
            audit.record(sql, "impact.started", slug + "/" + version);
            return asked;
        });
        Preview begun = of(slug, version);
        if (begun.running()) {
            Tenant tenant = CurrentTenant.get();
            Thread.ofVirtual()
                    .name("impact-" + tenant.slug().value())
                    .start(() -> CurrentTenant.run(tenant, () -> work(run, slug, version, past)));
        }
        return begun;
    }

    private void work(UUID run, String slug, int version, List<Past> past) {
        try {
            turn.acquire();
            try {
                compare(run, slug, version, past);
            } finally {
                turn.release();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException failure) {
            log.error("impact preview failed run={}", run, failure);
            database.inTransaction(sql -> {
                rows.failed(sql, run);
                return run;
            });
        }
    }

    private void compare(UUID run, String slug, int version, List<Past> past) throws IOException {
        Path folder = Files.createTempDirectory("openteller-impact");
        List<Change> changed = new ArrayList<>();
        try (LoneIndex index = LoneIndex.of(folder, planned.with(slug, version, clock.instant()), embeddings)) {
            int done = 0;
            for (Past one : past) {
                Question question =
                        Question.plain(one.question()).in(languages.of(one.question()).code());
                // Both sides in the documents' own words: a model would word the same answer differently.
                Side before = Side.of(answers.compose(question, retrieval));
                Side after = Side.of(answers.compose(question, index::search));
                if (after.saysOtherThan(before)) {
                    changed.add(new Change(masked(one.question()), one.at(), before, after));
                }
                done++;
                if (done % SAID_EVERY == 0 && !said(run, done, changed, "RUNNING")) {
                    return;
                }
            }
            said(run, done, changed, "DONE");
        } finally {
            delete(folder);
        }
    }

    private boolean said(UUID run, int done, List<Change> changed, String state) {
        return database.inTransaction(sql -> rows.beat(sql, run, done, changed, state));
    }

    private String masked(String question) {
        StringBuilder text = new StringBuilder(question);
        for (Span span : personal.find(question).reversed()) {
            text.replace(span.start(), span.end(), "[" + span.type() + "]");
        }
        return text.toString();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    static ProblemException unknown() {
        return new ProblemException(ErrorCode.NOT_FOUND);
    }
}
