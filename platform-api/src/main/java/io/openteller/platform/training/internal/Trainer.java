package io.openteller.platform.training.internal;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.UuidV7;
import io.openteller.platform.training.internal.IntentBook.Content;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trains in the background: one training at a time per bank, and one per process, which also has customers to answer. */
@Singleton
class Trainer {

    private static final Logger log = LoggerFactory.getLogger(Trainer.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);

    private final TenantDatabase database;
    private final IntentBook book;
    private final RunSql runs;
    private final CandidateMaking making;
    private final Audit audit;
    private final Semaphore turn = new Semaphore(1, true);
    private final Map<UUID, Tenant> running = new ConcurrentHashMap<>();

    Trainer(TenantDatabase database, IntentBook book, RunSql runs, CandidateMaking making, Audit audit) {
        this.database = database;
        this.book = book;
        this.runs = runs;
        this.making = making;
        this.audit = audit;
    }

    /** Comes back at once. */
    void start(String by) {
        UUID run = UuidV7.next();
        Content content = database.inTransaction(sql -> {
            Content taught = book.content(sql);
            if (taught.examples().stream().map(Learned::intent).distinct().count() < 2) {
                throw new ProblemException(ErrorCode.TOO_FEW_INTENTS);
            }
            if (!runs.start(sql, run, by)) {
                throw new ProblemException(ErrorCode.TRAINING_RUNS);
            }
            audit.record(sql, "intents.training-started", run.toString());
            return taught;
        });
        Tenant tenant = CurrentTenant.get();
        Actor actor = CurrentActor.get();
        Thread.ofPlatform().daemon().name("training-" + tenant.slug().value()).start(() ->
                CurrentTenant.run(tenant, () -> CurrentActor.call(actor, () -> {
                    work(run, content, by);
                    return null;
                })));
    }

    /** It is said at once that nothing comes of what is not done, instead of when this process has been silent for long. */
    @PreDestroy
    void stop() {
        running.forEach((run, tenant) -> CurrentTenant.run(tenant, () -> failed(run, RunSql.STOPPED)));
    }

    private void work(UUID run, Content content, String by) {
        running.put(run, CurrentTenant.get());
        RunProgress progress = new RunProgress();
        Thread heart = heartbeat(run, progress);
        long begun = System.nanoTime();
        try {
            turn.acquire();
            try {
                progress.begin();
                var candidate = making.of(content, progress);
                boolean stored = database.inTransaction(sql -> {
                    int number = candidate.store(sql, by);
                    // A run that was taken for dead must not bring its model after all.
                    if (!runs.done(sql, run, "Model " + number + " is ready to be looked at", number)) {
                        throw new LostRun();
                    }
                    audit.record(sql, "intents.trained", "model " + number);
                    return true;
                });
                log.info("training done stored={} examples={} ms={}", stored, content.examples().size(),
                        (System.nanoTime() - begun) / 1_000_000);
            } finally {
                turn.release();
            }
        } catch (LostRun lost) {
            log.warn("training run={} took too long to answer and was given up", run);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (OutOfMemoryError full) {
            log.error("training run={} needs more memory than there is", run, full);
            failed(run, "There was not enough memory for so many examples. Nothing was changed.");
        } catch (RuntimeException failure) {
            log.error("training run={} failed", run, failure);
            failed(run, "Something went wrong on our side. Nothing was changed; start again.");
        } finally {
            heart.interrupt();
            running.remove(run);
        }
    }

    private void failed(UUID run, String line) {
        database.inTransaction(sql -> {
            runs.failed(sql, run, line);
            return run;
        });
    }

    /** Says how far it is, and that it is alive, for whoever asks whichever replica. */
    private Thread heartbeat(UUID run, RunProgress progress) {
        Tenant tenant = CurrentTenant.get();
        return Thread.ofVirtual().name("training-heartbeat").start(() -> CurrentTenant.run(tenant, () -> {
            boolean mine = true;
            while (mine) {
                try {
                    Thread.sleep(HEARTBEAT);
                    mine = database.inTransaction(sql -> runs.beat(sql, run, progress.share(), progress.line()));
                } catch (InterruptedException stop) {
                    return;
                } catch (RuntimeException failure) {
                    log.warn("training run={} could not say that it is alive", run, failure);
                }
            }
        }));
    }

    /** Somebody else trains by now. */
    private static final class LostRun extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
