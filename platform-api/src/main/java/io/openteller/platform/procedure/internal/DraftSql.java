package io.openteller.platform.procedure.internal;

import io.openteller.platform.drafting.DraftTable;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;

/** The draft of a procedure. */
@Singleton
class DraftSql extends DraftTable {

    DraftSql() {
        super("procedure");
    }

    void archive(Handle sql, String id, boolean archived) {
        sql.execute(
                "UPDATE procedure SET archived_at = CASE WHEN ? THEN clock_timestamp() END WHERE id = ?", archived, id);
    }
}
