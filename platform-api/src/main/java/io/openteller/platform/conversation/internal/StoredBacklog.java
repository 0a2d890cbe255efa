package io.openteller.platform.conversation.internal;

import io.openteller.platform.conversation.Backlog;
import io.openteller.platform.tenancy.PlatformDatabase;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

@Singleton
class StoredBacklog implements Backlog {

    private final PlatformDatabase database;

    StoredBacklog(PlatformDatabase database) {
        this.database = database;
    }

    @Override
    public Map<UUID, Waiting> turns() {
        return database.inTransaction(sql -> sql.createQuery("SELECT bank, waiting, seconds FROM turns_waiting()")
                .map((row, context) -> Map.entry(
                        row.getObject("bank", UUID.class),
                        new Waiting(row.getLong("waiting"), Duration.ofMillis(Math.max(0, (long) (row.getDouble("seconds") * 1000))))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
