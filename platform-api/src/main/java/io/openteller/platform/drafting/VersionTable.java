package io.openteller.platform.drafting;

import io.openteller.platform.drafting.RequestTable.Waiting;
import io.openteller.platform.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Versions that were published. They never change, and none is taken away. */
public class VersionTable {

    private final String kind;

    /** @param kind as the tables are named; never from outside */
    protected VersionTable(String kind) {
        this.kind = kind;
    }

    /** One version. */
    public record Version(
            String id,
            int number,
            String definition,
            String layout,
            String comment,
            Instant publishedAt,
            String askedName,
            String approvedName) {}

    /** All columns of a version, for queries of a kind's own. */
    protected final String select() {
        return "SELECT id, number, definition::text AS definition, layout::text AS layout, comment, published_at, asked_name,"
                + " approved_name FROM " + kind + "_version ";
    }

    /** Newest first. */
    public List<Version> of(Handle sql, String id) {
        return sql.createQuery(select() + "WHERE id = ? ORDER BY number DESC")
                .bind(0, id)
                .map((row, context) -> version(row))
                .list();
    }

    public Optional<Version> find(Handle sql, String id, int number) {
        return sql.createQuery(select() + "WHERE id = ? AND number = ?")
                .bind(0, id)
                .bind(1, number)
                .map((row, context) -> version(row))
                .findOne();
    }

    /** @return the new version's number */
    public int add(Handle sql, Waiting asked, long release, String approvedName) {
        return sql.createQuery("INSERT INTO " + kind + "_version" + """
                         (tenant_id, id, number, definition, layout, release, comment, asked_name, approved_name)
                        SELECT :tenant, :id, coalesce(max(number), 0) + 1, :definition::json, :layout::json, :release,
                            :comment, :asked, :approved
                        FROM\s""" + kind + "_version WHERE id = :id RETURNING number")
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

    protected static Version version(ResultSet row) throws SQLException {
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
