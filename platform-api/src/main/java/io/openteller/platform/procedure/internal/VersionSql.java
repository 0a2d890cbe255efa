package io.openteller.platform.procedure.internal;

import io.openteller.platform.procedure.internal.RequestSql.Waiting;
import io.openteller.platform.tenancy.CurrentTenant;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Versions that were published. They never change, and none is taken away. */
@Singleton
class VersionSql {

    private static final String SELECT = "SELECT id, number, definition::text AS definition, layout::text AS layout, comment,"
            + " published_at, asked_name, approved_name FROM procedure_version ";

    /** One version. */
    record Version(
            String id,
            int number,
            String definition,
            String layout,
            String comment,
            Instant publishedAt,
            String askedName,
            String approvedName) {}

    /** Newest first. */
    List<Version> of(Handle sql, String id) {
        return sql.createQuery(SELECT + "WHERE id = ? ORDER BY number DESC")
                .bind(0, id)
                .map((row, context) -> version(row))
                .list();
    }

    Optional<Version> find(Handle sql, String id, int number) {
        return sql.createQuery(SELECT + "WHERE id = ? AND number = ?")
                .bind(0, id)
                .bind(1, number)
                .map((row, context) -> version(row))
                .findOne();
    }

    /** The newest of each procedure that is not archived. */
    List<Version> inForce(Handle sql) {
        return sql.createQuery(SELECT + """
                        v WHERE number = (SELECT max(number) FROM procedure_version n WHERE n.id = v.id)
                            AND NOT EXISTS (SELECT 1 FROM procedure p WHERE p.id = v.id AND p.archived_at IS NOT NULL)
                        ORDER BY id
                        """).map((row, context) -> version(row)).list();
    }

    /** Changes when what is in force does. */
    String stamp(Handle sql) {
        return sql.createQuery("SELECT count(*) || (SELECT '/' || count(archived_at) || '/' || coalesce(max(archived_at)::text, '') FROM procedure)"
                        + " FROM procedure_version")
                .mapTo(String.class)
                .one();
    }

    /** @return the new version's number */
    int add(Handle sql, Waiting asked, long release, String approvedName) {
        return sql.createQuery("""
                        INSERT INTO procedure_version (tenant_id, id, number, definition, layout, release, comment, asked_name,
                            approved_name)
                        SELECT :tenant, :id, coalesce(max(number), 0) + 1, :definition::json, :layout::json, :release,
                            :comment, :asked, :approved
                        FROM procedure_version WHERE id = :id
                        RETURNING number
                        """)
                .bind("tenant", CurrentTenant.get().id())
                .bind("id", asked.id())
                .bind("definition", asked.definition())
                .bind("layout", asked.layout())
                .bind("release", release)
                .bind("comment", asked.comment())
                .bind("asked", asked.askedName())
                .bind("approved", approvedName)
                .mapTo(Integer.class)
                .one();
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getString("id"),
                row.getInt("number"),
                row.getString("definition"),
                row.getString("layout"),
                row.getString("comment"),
                row.getTimestamp("published_at").toInstant(),
                row.getString("asked_name"),
                row.getString("approved_name"));
    }
}
