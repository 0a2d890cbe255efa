package io.openteller.platform.llm.internal.routes;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.openteller.platform.llm.Prompt;
import io.openteller.platform.llm.Task;
import io.openteller.platform.llm.internal.budgets.Digest;
import io.openteller.platform.llm.internal.routes.RouteViews.InForce;
import io.openteller.platform.release.Releases;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes prompts part of a bank's releases: when a platform with another wording starts, every bank that has a route for its
 * task gets a release that says so, once, whichever replica is first. A route that is new gets one with its first start.
 */
@Singleton
class PromptBook implements ApplicationEventListener<StartupEvent> {

    private static final Logger log = LoggerFactory.getLogger(PromptBook.class);
    private static final String PLATFORM = "platform";
    private static final int SHOWN_DIGITS = 12;

    private final Tenants tenants;
    private final SetupSql stored;
    private final Releases releases;
    private final TenantDatabase database;

    PromptBook(Tenants tenants, SetupSql stored, Releases releases, TenantDatabase database) {
        this.tenants = tenants;
        this.stored = stored;
        this.releases = releases;
        this.database = database;
    }

    @Override
    public void onApplicationEvent(StartupEvent started) {
        Thread.ofVirtual().name("model-prompts").start(() -> tenants.all().forEach(bank -> {
            try {
                CurrentTenant.run(bank, this::note);
            } catch (RuntimeException failure) {
                log.error("prompts in force could not be noted bank={}", bank.slug().value(), failure);
            }
        }));
    }

    /** What is in force for the current bank, after noting what is new. */
    List<InForce> note() {
        return database.inTransaction(sql -> {
            Map<String, InForce> known = known(sql);
            for (Task task : stored.read().routes().keySet()) {
                Prompt.inForce(task).ifPresent(version -> note(sql, task, version, known));
            }
            return known(sql).values().stream().toList();
        });
    }

    private void note(Handle sql, Task task, String version, Map<String, InForce> known) {
        String digest = Digest.hex(Prompt.file(version));
        InForce before = known.get(task.name());
        if (before != null && before.version().equals(version) && before.digest().equals(digest)) {
            return;
        }
        UUID bank = CurrentTenant.get().id();
        // Two replicas that start together: the second finds nothing new.
        sql.execute("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", "prompt:" + bank + task);
        InForce now = known(sql).get(task.name());
        if (now != null && !now.equals(before)) {
            return;
        }
        long release = releases.publish(
                PLATFORM, "prompt:" + task, before == null ? null : inWords(before.version(), before.digest()), inWords(version, digest));
        sql.createUpdate("""
                        INSERT INTO model_prompt (tenant_id, task, version, digest, release)
                        VALUES (:tenant, :task, :version, :digest, :release)
                        ON CONFLICT (tenant_id, task) DO UPDATE SET version = excluded.version, digest = excluded.digest,
                            release = excluded.release, at = clock_timestamp()
                        """)
                .bind("tenant", bank)
                .bind("task", task.name())
                .bind("version", version)
                .bind("digest", digest)
                .bind("release", release)
                .execute();
    }

    private static Map<String, InForce> known(Handle sql) {
        return sql.createQuery("SELECT task, version, digest, release FROM model_prompt ORDER BY task")
                .map((row, context) -> new InForce(
                        row.getString("task"), row.getString("version"), row.getString("digest"), row.getLong("release")))
                .stream()
                .collect(Collectors.toMap(InForce::task, one -> one));
    }

    private static String inWords(String version, String digest) {
        return version + ", SHA-256 " + digest.substring(0, SHOWN_DIGITS);
    }
}
