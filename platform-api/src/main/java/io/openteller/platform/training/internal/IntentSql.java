package io.openteller.platform.training.internal;

import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.understanding.IntentGuess.Tier;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Intents and examples as they are stored. */
@Singleton
class IntentSql {

    /** One intent without its examples. */
    record Head(String name, String title, Tier tier) {}

    boolean any(Handle sql) {
        return sql.createQuery("SELECT EXISTS (SELECT FROM intent)").mapTo(Boolean.class).one();
    }

    /** Changes to one bank's intents come one after the other until the transaction ends. */
    void lock(Handle sql) {
        sql.execute("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", "intents:" + CurrentTenant.get().id());
    }

    List<Head> heads(Handle sql) {
        return sql.createQuery("SELECT name, title, tier FROM intent ORDER BY name")
                .map((row, context) ->
                        new Head(row.getString("name"), row.getString("title"), Tier.valueOf(row.getString("tier"))))
                .list();
    }

    void put(Handle sql, Head head, String by) {
        sql.execute(
                """
                INSERT INTO intent (tenant_id, name, title, tier, updated_by) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (tenant_id, name) DO UPDATE SET title = excluded.title, tier = excluded.tier,
                    updated_at = now(), updated_by = excluded.updated_by
                """,
                CurrentTenant.get().id(),
                head.name(),
                head.title(),
                head.tier().name(),
                by);
    }

    void touch(Handle sql, String name, String by) {
        sql.execute("UPDATE intent SET updated_at = now(), updated_by = ? WHERE name = ?", by, name);
    }

    boolean delete(Handle sql, String name) {
        return sql.execute("DELETE FROM intent WHERE name = ?", name) > 0;
    }

    /** What was added or changed since then. */
    boolean changedSince(Handle sql, int model) {
        return sql.createQuery("SELECT EXISTS (SELECT FROM intent i, intent_model m"
                        + " WHERE m.number = ? AND i.updated_at > m.trained_at)")
                .bind(0, model)
                .mapTo(Boolean.class)
                .one();
    }

    List<Learned> examples(Handle sql) {
        return sql.createQuery("SELECT * FROM intent_example ORDER BY intent, added_at, id")
                .map((row, context) -> learned(row))
                .list();
    }

    /** Newest first. */
    List<Learned> examples(Handle sql, String intent) {
        return sql.createQuery("SELECT * FROM intent_example WHERE intent = ? ORDER BY added_at DESC, text")
                .bind(0, intent)
                .map((row, context) -> learned(row))
                .list();
    }

    int count(Handle sql) {
        return sql.createQuery("SELECT count(*) FROM intent_example").mapTo(Integer.class).one();
    }

    Optional<Learned> example(Handle sql, UUID id) {
        return sql.createQuery("SELECT * FROM intent_example WHERE id = ?")
                .bind(0, id)
                .map((row, context) -> learned(row))
                .findOne();
    }

    /** Which intent each message is an example of; by the message's id. */
    Map<UUID, String> taken(Handle sql) {
        Map<UUID, String> all = new HashMap<>();
        sql.createQuery("SELECT id, intent FROM intent_example")
                .map((row, context) -> Map.entry(row.getObject("id", UUID.class), row.getString("intent")))
                .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return all;
    }

    /** Those whose message is an example already change nothing. */
    void add(Handle sql, Collection<Learned> examples) {
        if (examples.isEmpty()) {
            return;
        }
        UUID tenant = CurrentTenant.get().id();
        var batch = sql.prepareBatch("INSERT INTO intent_example (tenant_id, id, intent, text, language, source, added_by)"
                + " VALUES (:tenant, :id, :intent, :text, :language, :source, :by) ON CONFLICT DO NOTHING");
        for (Learned example : examples) {
            batch.bind("tenant", tenant)
                    .bind("id", example.id())
                    .bind("intent", example.intent())
                    .bind("text", example.text())
                    .bind("language", example.language())
                    .bind("source", example.source().name())
                    .bind("by", example.addedBy())
                    .add();
        }
        batch.execute();
    }

    boolean remove(Handle sql, String intent, UUID id) {
        return sql.execute("DELETE FROM intent_example WHERE intent = ? AND id = ?", intent, id) > 0;
    }

    void removeAll(Handle sql) {
        sql.execute("DELETE FROM intent_example");
    }

    private static Learned learned(ResultSet row) throws SQLException {
        return new Learned(
                row.getObject("id", UUID.class),
                row.getString("intent"),
                row.getString("text"),
                row.getString("language"),
                Learned.Source.valueOf(row.getString("source")),
                row.getTimestamp("added_at").toInstant(),
                row.getString("added_by"));
    }
}
