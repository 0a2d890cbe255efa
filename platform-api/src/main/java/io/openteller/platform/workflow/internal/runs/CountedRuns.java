package io.openteller.platform.workflow.internal.runs;

import io.openteller.platform.procedure.OpenRuns;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class CountedRuns implements OpenRuns {

    private final TenantDatabase database;

    CountedRuns(TenantDatabase database) {
        this.database = database;
    }

    @Override
    public List<Count> counted() {
        // Each state by itself, so that each finds its index.
        return database.inTransaction(sql -> sql.createQuery("""
                        SELECT procedure, version, count(*) AS runs
                        FROM (SELECT procedure, version FROM workflow_run WHERE status = 'OPEN'
                            UNION ALL SELECT procedure, version FROM workflow_run WHERE status = 'ASIDE') unfinished
                        GROUP BY procedure, version
                        """)
                .map((row, context) ->
                        new Count(row.getString("procedure"), row.getInt("version"), row.getInt("runs")))
                .list());
    }
}
