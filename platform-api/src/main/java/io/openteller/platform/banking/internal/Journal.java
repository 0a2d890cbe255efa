package io.openteller.platform.banking.internal;

import io.openteller.platform.audit.Audit;
import io.openteller.platform.banking.BankResult;
import io.openteller.platform.banking.Caller;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** Writes down what is about to be asked of the bank, and then what came of it. A crash in between is seen as unfinished. */
@Singleton
class Journal {

    private final TenantDatabase database;
    private final Audit audit;

    Journal(TenantDatabase database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /** @param subject what it is done to, without personal data */
    <T> BankResult<T> around(
            String operation, Caller caller, String callId, String subject, Supplier<BankResult<T>> call) {
        database.inTransaction(sql -> sql.execute(
                "INSERT INTO banking_operation (tenant_id, call_id, operation, customer_ref, arguments)"
                        + " VALUES (?, ?, ?, ?, jsonb_build_object('subject', ?::text)) ON CONFLICT DO NOTHING",
                CurrentTenant.get().id(),
                callId,
                operation,
                caller.customerRef(),
                subject));
        BankResult<T> result = call.get();
        database.inTransaction(sql -> {
            audit.record(sql, "bank." + operation, callId);
            return sql.execute(
                    "UPDATE banking_operation SET finished_at = clock_timestamp(), plugin = ?, outcome = ?"
                            + " WHERE call_id = ?",
                    result.plugin(),
                    result.getClass().getSimpleName(),
                    callId);
        });
        return result;
    }
}
