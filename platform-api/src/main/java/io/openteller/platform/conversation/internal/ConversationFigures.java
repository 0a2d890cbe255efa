package io.openteller.platform.conversation.internal;

import io.openteller.platform.coordination.Figures;
import io.openteller.platform.tenancy.PlatformDatabase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

@Singleton
class ConversationFigures implements Figures {

    private static final String BOTH = """
            SELECT coalesce(t.bank, c.bank) AS bank, coalesce(t.waiting, 0) AS turns, coalesce(t.seconds, 0) AS oldest_turn,
                coalesce(c.waiting, 0) AS changes, coalesce(c.seconds, 0) AS oldest_change
            FROM turns_waiting() t FULL JOIN changes_waiting() c ON c.bank = t.bank
            """;

    private final PlatformDatabase database;

    ConversationFigures(PlatformDatabase database) {
        this.database = database;
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                Figure.count("openteller.turns.waiting", "Turns that could be answered now and that nobody works on"),
                Figure.longest("openteller.turns.waiting.seconds", "Age of the oldest of them"),
                Figure.count("openteller.outbox.waiting", "Changes that are not known to have been told"),
                Figure.longest("openteller.outbox.waiting.seconds", "Age of the oldest of them"));
    }

    @Override
    public Map<UUID, List<Double>> now() {
        return database.inTransaction(sql -> sql.createQuery(BOTH)
                .map((row, context) -> Map.entry(
                        row.getObject("bank", UUID.class),
                        List.of(row.getDouble("turns"), row.getDouble("oldest_turn"), row.getDouble("changes"), row.getDouble("oldest_change"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
