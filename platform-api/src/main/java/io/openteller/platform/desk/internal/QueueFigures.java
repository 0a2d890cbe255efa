package io.openteller.platform.desk.internal;

import io.openteller.platform.coordination.Figures;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class QueueFigures implements Figures {

    /** Whoever has an agent waits no more. */
    private static final String WAITING = """
            SELECT count(*) AS waiting, count(*) FILTER (WHERE e.due_at < clock_timestamp()) AS late,
                coalesce(extract(epoch FROM clock_timestamp() - min(e.created_at)), 0) AS oldest
            FROM escalation e JOIN conversation c ON c.id = e.conversation_id
            WHERE e.ended_at IS NULL AND c.owner = 'QUEUE'
            """;

    private final TenantDatabase database;

    QueueFigures(TenantDatabase database) {
        this.database = database;
    }

    @Override
    public List<Figure> now() {
        return database.inTransaction(sql -> sql.createQuery(WAITING)
                .map((row, context) -> List.of(
                        Figure.count("openteller.people.waiting", "Customers who wait for a person", row.getLong("waiting")),
                        Figure.count("openteller.people.late", "Of them, longer than the bank promised", row.getLong("late")),
                        Figure.longest(
                                "openteller.people.waiting.seconds",
                                "For how long the first of them has waited",
                                Math.max(0, row.getDouble("oldest")))))
                .one());
    }
}
