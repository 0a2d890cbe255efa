package io.openteller.platform.banking.internal.intent;

import io.openteller.platform.audit.Audit;
import io.openteller.platform.banking.BankOperations.Session;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Takes the customer's word on a card. */
@Singleton
public class Confirmations {

    private final IntentSql rows;
    private final TenantDatabase database;
    private final Audit audit;

    Confirmations(IntentSql rows, TenantDatabase database, Audit audit) {
        this.rows = rows;
        this.database = database;
        this.audit = audit;
    }

    /** @return false if it is no open card of this customer's in this conversation */
    public boolean answered(Session session, String callId, boolean accepted) {
        return database.inTransaction(sql -> {
            Optional<Intent> asked = rows.locked(sql, callId)
                    .filter(one -> one.conversation().equals(session.conversation())
                            && one.customer().equals(session.customerRef()));
            boolean taken = asked.isPresent() && rows.answered(sql, asked.get(), accepted);
            if (taken) {
                audit.record(sql, accepted ? "bank.confirmed" : "bank.declined", callId);
            }
            return taken;
        });
    }
}
