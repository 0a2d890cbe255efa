package io.openteller.platform.banking.internal.intent;

import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds out what became of calls that were not answered, also of those of processes that died. */
@Singleton
public class Settling {

    private final IntentSql rows;
    private final Endings endings;
    private final TenantDatabase database;

    Settling(IntentSql rows, Endings endings, TenantDatabase database) {
        this.rows = rows;
        this.endings = endings;
        this.database = database;
    }

    /** For the current tenant. @return false if none is due */
    public boolean next() {
        Optional<Intent> due = database.inTransaction(rows::claimed);
        due.ifPresent(intent -> endings.find(intent, true));
        return due.isPresent();
    }
}
