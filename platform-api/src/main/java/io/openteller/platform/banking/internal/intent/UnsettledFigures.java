package io.openteller.platform.banking.internal.intent;

import io.openteller.platform.coordination.Figures;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class UnsettledFigures implements Figures {

    private final UnsettledSql rows;
    private final TenantDatabase database;

    UnsettledFigures(UnsettledSql rows, TenantDatabase database) {
        this.rows = rows;
        this.database = database;
    }

    @Override
    public List<Figure> now() {
        UnsettledSql.Counts counts = database.inTransaction(rows::counts);
        return List.of(
                Figure.count("openteller.unsettled.asking", "Calls whose outcome the bank's system is being asked for", counts.asking()),
                Figure.count(
                        "openteller.unsettled.people",
                        "Calls whose outcome people of the bank have to find out, or a second one has to agree on",
                        (double) counts.people() + counts.second()));
    }
}
