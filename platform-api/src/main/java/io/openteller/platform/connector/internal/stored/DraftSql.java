package io.openteller.platform.connector.internal.stored;

import io.openteller.platform.drafting.DraftTable;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;

/** The draft of a connector. */
@Singleton
class DraftSql extends DraftTable {

    DraftSql() {
        super("connector");
    }

    boolean known(Handle sql, String id) {
        return sql.createQuery("SELECT count(*) > 0 FROM connector WHERE id = ?").bind(0, id).mapTo(Boolean.class).one();
    }

    /** Of one that was never published: versions keep their name. */
    void rename(Handle sql, String from, String to) {
        sql.execute("UPDATE connector SET id = ? WHERE id = ?", to, from);
    }
}
