package io.openteller.platform.llm.internal.records;

import io.openteller.platform.llm.Prompt;
import io.openteller.platform.llm.internal.providers.Question;
import io.openteller.platform.llm.internal.routes.Setups;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes the calls of the current bank, and forgets those that are older than it wants. */
@Singleton
class CallSql {

    private static final int LONGEST_TEXT = 20_000;

    private final TenantDatabase database;
    private final Setups setups;
    private final Map<UUID, LocalDate> cleaned = new ConcurrentHashMap<>();

    CallSql(TenantDatabase database, Setups setups) {
        this.database = database;
        this.setups = setups;
    }

    void add(List<KeptCall> calls) {
        LocalDate today = LocalDate.ofInstant(calls.getLast().at(), ZoneOffset.UTC);
        int keptDays = setups.current().settings().keptDays();
        UUID bank = CurrentTenant.get().id();
        database.inTransaction(sql -> {
            if (!today.equals(cleaned.get(bank))) {
                sql.createUpdate("DELETE FROM model_call WHERE at < :before")
                        .bind("before", today.minusDays(keptDays).atStartOfDay().atOffset(ZoneOffset.UTC))
                        .execute();
                database.afterCommit(() -> cleaned.put(bank, today));
            }
            return write(sql, bank, calls);
        });
    }

    private static int write(Handle sql, UUID bank, List<KeptCall> calls) {
        PreparedBatch batch = sql.prepareBatch("""
                INSERT INTO model_call (tenant_id, id, at, task, plugin_id, model, served, prompt, input_tokens,
                    output_tokens, millis, first_token_millis, cost_micro, outcome, detail, system, asked, said, streamed,
                    shortened, conversation, shadow_of, agree)
                VALUES (:tenant, :id, :at, :task, :plugin, :model, :served, :prompt, :in, :out, :millis, :first, :cost,
                    :outcome, :detail, :system, :asked, :said, :streamed, :shortened, :conversation::uuid,
                    :shadow::uuid, :agree)
                ON CONFLICT DO NOTHING
                """);
        for (KeptCall kept : calls) {
            Question question = kept.question();
            String asked = storable(question.user());
            batch.bind("tenant", bank)
                    .bind("id", kept.id())
                    .bind("at", kept.at().atOffset(ZoneOffset.UTC))
                    .bind("task", kept.call().task().name())
                    .bind("plugin", kept.call().plugin())
                    .bind("model", kept.model())
                    .bind("served", kept.call().model())
                    .bind("prompt", kept.call().prompt())
                    .bind("in", kept.call().inputTokens())
                    .bind("out", kept.call().outputTokens())
                    .bind("millis", kept.call().millis())
                    .bind("first", kept.firstTokenMillis())
                    .bind("cost", kept.costMicro())
                    .bind("outcome", kept.call().outcome())
                    .bind("detail", kept.call().detail())
                    .bind("system", Prompt.isFixed(question.prompt(), question.system()) ? "" : storable(question.system()))
                    .bind("asked", shortened(asked))
                    .bind("said", shortened(storable(kept.said())))
                    .bind("streamed", kept.streamed())
                    .bind("shortened", asked.length() > LONGEST_TEXT)
                    .bind("conversation", kept.conversation())
                    .bind("shadow", kept.shadowOf())
                    .bind("agree", kept.agree())
                    .add();
        }
        return batch.execute().length;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    /** PostgreSQL cannot store NUL. */
    private static String storable(String text) {
        return text.indexOf('\u0000') < 0 ? text : text.replace("\u0000", "");
    }
}
