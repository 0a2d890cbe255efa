package io.openteller.platform.banking.internal.intent;

import io.openteller.platform.coordination.Figures;
import io.openteller.platform.tenancy.PlatformDatabase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

@Singleton
class UnsettledFigures implements Figures {

    private final PlatformDatabase database;

    UnsettledFigures(PlatformDatabase database) {
        this.database = database;
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.count("openteller.unsettled.asking", "Calls whose outcome the bank's system is being asked for"),
                Figure.count(
                        "openteller.unsettled.people",
                        "Calls whose outcome people of the bank have to find out, or a second one has to agree on"));
    }

    @Override
    public Map<UUID, List<Double>> now() {
        return database.inTransaction(sql -> sql.createQuery("SELECT bank, asking, people FROM calls_unsettled()")
                .map((row, context) -> Map.entry(
                        row.getObject("bank", UUID.class),
                        List.of(row.getDouble("asking"), row.getDouble("people"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
