package io.openteller.platform.llm.internal;

import io.openteller.platform.llm.ModelCall;
import io.openteller.platform.llm.Prompt;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.UuidV7;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The calls of the current bank, for thirty days. */
@Singleton
class CallSql {

    private static final int KEPT_DAYS = 30;
    private static final int LONGEST_TEXT = 20_000;

    private final TenantDatabase database;
    private final Map<UUID, LocalDate> cleaned = new ConcurrentHashMap<>();

    CallSql(TenantDatabase database) {
        this.database = database;
    }

    record Used(String task, long tokens, long calls, long failed) {}

    /** @param said as it came, with tokens for personal values */
    void add(ModelCall call, Prompt prompt, String said, LocalDate day) {
        database.inTransaction(sql -> {
            UUID bank = CurrentTenant.get().id();
            if (!day.equals(cleaned.put(bank, day))) {
                sql.createUpdate("DELETE FROM model_call WHERE at < :before")
                        .bind("before", day.minusDays(KEPT_DAYS).atStartOfDay().atOffset(ZoneOffset.UTC))
                        .execute();
            }
            return sql.createUpdate("""
                            INSERT INTO model_call (tenant_id, id, task, plugin_id, model, prompt, input_tokens,
                                output_tokens, millis, outcome, detail, asked, said)
                            VALUES (:tenant, :id, :task, :plugin, :model, :prompt, :in, :out, :millis, :outcome, :detail,
                                :asked, :said)
                            """)
                    .bind("tenant", bank)
                    .bind("id", UuidV7.next())
                    .bind("task", call.task().name())
                    .bind("plugin", call.plugin())
                    .bind("model", call.model())
                    .bind("prompt", call.prompt())
                    .bind("in", call.inputTokens())
                    .bind("out", call.outputTokens())
                    .bind("millis", call.millis())
                    .bind("outcome", call.outcome())
                    .bind("detail", call.detail())
                    .bind("asked", kept(prompt.user()))
                    .bind("said", kept(said))
                    .execute();
        });
    }

    /** What was asked on a day, per task. */
    List<Used> used(LocalDate day) {
        return database.inTransaction(sql -> sql.createQuery("""
                        SELECT task, sum(input_tokens + output_tokens) AS tokens, count(*) AS calls,
                            count(*) FILTER (WHERE outcome <> 'SAID') AS failed
                        FROM model_call WHERE at >= :from AND at < :to GROUP BY task ORDER BY task
                        """)
                .bind("from", day.atStartOfDay().atOffset(ZoneOffset.UTC))
                .bind("to", day.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC))
                .map((row, context) -> new Used(
                        row.getString("task"), row.getLong("tokens"), row.getLong("calls"), row.getLong("failed")))
                .list());
    }

    private static String kept(String text) {
        String storable = text.replace("\u0000", "");
        return storable.length() <= LONGEST_TEXT ? storable : storable.substring(0, LONGEST_TEXT);
    }
}
