package io.openteller.platform.knowledge.internal;

import io.openteller.platform.tenancy.CurrentTenant;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** How strictly each category is held to. */
@Singleton
class CategorySql {

    private static final int ONE_APPROVAL = 1;
    private static final int A_YEAR = 12;

    /**
     * @param approvals how many different people approve: 1 or 2
     * @param reviewMonths how long after an approval somebody is to look at it again
     */
    record Level(String name, int approvals, int reviewMonths) {}

    /** Those that documents have, and those that were set. */
    List<Level> all(Handle sql) {
        return sql.createQuery("""
                        SELECT n.name, coalesce(c.approvals, :approvals) AS approvals, coalesce(c.review_months, :months) AS months
                        FROM (SELECT category AS name FROM document UNION SELECT name FROM document_category) n
                        LEFT JOIN document_category c ON c.name = n.name ORDER BY n.name
                        """)
                .bind("approvals", ONE_APPROVAL)
                .bind("months", A_YEAR)
                .map((row, context) ->
                        new Level(row.getString("name"), row.getInt("approvals"), row.getInt("months")))
                .list();
    }

    Level of(Handle sql, String name) {
        return all(sql).stream()
                .filter(level -> level.name().equals(name))
                .findFirst()
                .orElse(new Level(name, ONE_APPROVAL, A_YEAR));
    }

    void put(Handle sql, Level level) {
        sql.execute(
                "INSERT INTO document_category (tenant_id, name, approvals, review_months) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (tenant_id, name) DO UPDATE SET approvals = excluded.approvals,"
                        + " review_months = excluded.review_months",
                CurrentTenant.get().id(),
                level.name(),
                level.approvals(),
                level.reviewMonths());
    }
}
