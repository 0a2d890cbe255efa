package io.openteller.platform.impact.internal;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.openteller.platform.tenancy.CurrentTenant;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The last preview of each version, and the past questions it is made of. */
@Singleton
class PreviewSql {

    /** Longer than the longest answer takes: a run that has not said anything for so long has died with its process. */
    private static final String DEAD = "interval '60 seconds'";

    private final ObjectMapper json;

    PreviewSql(ObjectMapper json) {
        this.json = json;
    }

    record Past(String question, Instant at) {}

    /** What customers asked and the assistant answered or could not, each once, the newest first. */
    List<Past> questions(Handle sql, int days, int most) {
        return sql.createQuery(
                        """
                        SELECT m.body AS question, max(d.created_at) AS at
                        FROM decision d
                        JOIN turn t ON t.tenant_id = d.tenant_id AND t.id = d.turn_id
                        JOIN message m ON m.tenant_id = t.tenant_id AND m.conversation_id = t.conversation_id
                            AND m.seq = t.request_seq
                        WHERE d.created_at > now() - make_interval(days => ?)
                            AND (jsonb_array_length(d.record -> 'passages') > 0 OR d.record ->> 'route' = 'REFUSE')
                        GROUP BY m.body ORDER BY max(d.created_at) DESC LIMIT ?
                        """)
                .bind(0, days)
                .bind(1, most)
                .map((row, context) -> new Past(
                        row.getString("question"), row.getTimestamp("at").toInstant()))
                .list();
    }

    /** @return whether it may begin: not while another of the same version runs */
    boolean begin(Handle sql, String slug, int version, UUID id, int asked, String by) {
        return sql.execute(
                        """
                        INSERT INTO impact_preview AS p (tenant_id, slug, version, id, state, asked, started_by)
                        VALUES (?, ?, ?, ?, 'RUNNING', ?, ?)
                        ON CONFLICT (tenant_id, slug, version) DO UPDATE SET id = excluded.id, state = 'RUNNING',
                            asked = excluded.asked, done = 0, changed = '[]', started_by = excluded.started_by,
                            started_at = now(), beat_at = now()
                        WHERE p.state <> 'RUNNING' OR p.beat_at < now() - """
                                + DEAD,
                        CurrentTenant.get().id(),
                        slug,
                        version,
                        id,
                        asked,
                        by)
                > 0;
    }

    /** @return whether the run is still the one that counts */
    boolean beat(Handle sql, UUID id, int done, List<Preview.Change> changed, String state) {
        return sql.execute(
                        "UPDATE impact_preview SET done = ?, changed = ?::jsonb, state = ?, beat_at = now() WHERE id = ?",
                        done,
                        written(changed),
                        state,
                        id)
                > 0;
    }

    void failed(Handle sql, UUID id) {
        sql.execute("UPDATE impact_preview SET state = 'FAILED' WHERE id = ?", id);
    }

    Preview find(Handle sql, String slug, int version) {
        return sql.createQuery("SELECT *, beat_at < now() - " + DEAD
                        + " AS dead FROM impact_preview WHERE slug = ? AND version = ?")
                .bind(0, slug)
                .bind(1, version)
                .map((row, context) -> {
                    String state = row.getString("state");
                    boolean dead = row.getBoolean("dead");
                    return new Preview(
                            row.getInt("asked"),
                            read(row.getString("changed")),
                            state.equals("RUNNING") && !dead,
                            row.getInt("done"),
                            state.equals("FAILED") || state.equals("RUNNING") && dead);
                })
                .findOne()
                .orElse(Preview.NONE);
    }

    private String written(List<Preview.Change> changed) {
        try {
            return json.writeValueAsString(changed);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private List<Preview.Change> read(String stored) {
        try {
            return json.readValue(stored, Argument.listOf(Preview.Change.class));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
