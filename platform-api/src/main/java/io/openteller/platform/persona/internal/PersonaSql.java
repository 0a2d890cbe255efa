package io.openteller.platform.persona.internal;

import io.openteller.platform.tenancy.CurrentTenant;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Editions of personas. They never change; the newest of each is in force. */
@Singleton
class PersonaSql {

    /** One edition. @param body the persona as JSON */
    record Edition(String id, int number, String body, Instant at, String by) {}

    /** Newest first. */
    List<Edition> of(Handle sql, String id) {
        return sql.createQuery("SELECT id, number, body::text AS body, published_at, published_by FROM persona_edition"
                        + " WHERE id = ? ORDER BY number DESC")
                .bind(0, id)
                .map((row, context) -> new Edition(
                        row.getString("id"),
                        row.getInt("number"),
                        row.getString("body"),
                        row.getTimestamp("published_at").toInstant(),
                        row.getString("published_by")))
                .list();
    }

    /** The bodies in force, by persona. */
    List<String> inForce(Handle sql) {
        return sql.createQuery("SELECT DISTINCT ON (id) body::text FROM persona_edition ORDER BY id, number DESC")
                .mapTo(String.class)
                .list();
    }

    void add(Handle sql, String id, int number, String body, long release, String by) {
        sql.execute(
                "INSERT INTO persona_edition (tenant_id, id, number, body, release, published_by)"
                        + " VALUES (?, ?, ?, ?::json, ?, ?)",
                CurrentTenant.get().id(),
                id,
                number,
                body,
                release,
                by);
    }
}
