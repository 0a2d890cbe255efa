package io.openteller.platform.desk.internal;

import io.openteller.platform.coordination.Figures;
import io.openteller.platform.tenancy.PlatformDatabase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

@Singleton
class QueueFigures implements Figures {

    private final PlatformDatabase database;

    QueueFigures(PlatformDatabase database) {
        this.database = database;
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.count("openteller.people.waiting", "Customers who wait for a person"),
                Figure.count("openteller.people.late", "Of them, longer than the bank promised"),
                Figure.longest("openteller.people.waiting.seconds", "For how long the first of them has waited"));
    }

    @Override
    public Map<UUID, List<Double>> now() {
        return database.inTransaction(sql -> sql.createQuery("SELECT bank, waiting, late, seconds FROM people_waiting()")
                .map((row, context) -> Map.entry(
                        row.getObject("bank", UUID.class),
                        List.of(row.getDouble("waiting"), row.getDouble("late"), row.getDouble("seconds"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
