package io.openteller.platform.procedure.internal;

import io.openteller.platform.drafting.VersionTable;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Versions of procedures. */
@Singleton
class VersionSql extends VersionTable {

    VersionSql() {
        super("procedure");
    }

    /** The newest of each procedure that is not archived. */
    List<Version> inForce(Handle sql) {
        return sql.createQuery(select() + """
                        v WHERE number = (SELECT max(number) FROM procedure_version n WHERE n.id = v.id)
                            AND NOT EXISTS (SELECT 1 FROM procedure p WHERE p.id = v.id AND p.archived_at IS NOT NULL)
                        ORDER BY id
                        """).map((row, context) -> version(row)).list();
    }
}
