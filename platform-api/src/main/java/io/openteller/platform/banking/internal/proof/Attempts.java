package io.openteller.platform.banking.internal.proof;

import io.openteller.platform.audit.Audit;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;

/**
 * Five wrong proofs of one customer within an hour, and for an hour none is taken. An attempt is counted before it is made:
 * as many at once as one likes are as many attempts.
 */
@Singleton
public class Attempts {

    private static final int MOST = 5;

    private final TenantDatabase database;
    private final Audit audit;

    Attempts(TenantDatabase database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    public boolean locked(String customer) {
        return database.inTransaction(sql -> sql.createQuery("SELECT count(*) FROM bank_proof WHERE tenant_id = :tenant"
                        + " AND customer_ref = :customer AND locked_until > clock_timestamp()")
                .bind("tenant", CurrentTenant.get().id())
                .bind("customer", customer)
                .mapTo(Integer.class)
                .one()
                > 0);
    }

    /** @return false if none is taken any more */
    public boolean begun(String customer) {
        return database.inTransaction(sql -> {
            Integer attempts = sql.createQuery("""
                            INSERT INTO bank_proof AS old (tenant_id, customer_ref, attempts, first_at)
                            VALUES (:tenant, :customer, 1, clock_timestamp())
                            ON CONFLICT (tenant_id, customer_ref) DO UPDATE SET
                                attempts = CASE WHEN old.first_at < clock_timestamp() - interval '1 hour' THEN 1
                                    ELSE old.attempts + 1 END,
                                first_at = CASE WHEN old.first_at < clock_timestamp() - interval '1 hour' THEN clock_timestamp()
                                    ELSE old.first_at END,
                                locked_until = CASE WHEN old.first_at < clock_timestamp() - interval '1 hour' THEN NULL
                                    WHEN old.attempts + 1 >= :most THEN clock_timestamp() + interval '1 hour' END
                            WHERE old.locked_until IS NULL OR old.locked_until <= clock_timestamp()
                            RETURNING attempts
                            """)
                    .bind("tenant", CurrentTenant.get().id())
                    .bind("customer", customer)
                    .bind("most", MOST)
                    .mapTo(Integer.class)
                    .findOne()
                    .orElse(0);
            if (attempts == MOST) {
                audit.record(sql, "bank.proof.last-attempt", customer);
            }
            return attempts > 0;
        });
    }

    /** What became of an attempt: a right one clears all, one that was not judged is given back. */
    public void ended(String customer, boolean right, boolean judged) {
        if (right) {
            set(customer, "attempts = 0, locked_until = NULL");
        } else if (!judged) {
            set(customer, "attempts = greatest(attempts - 1, 0), locked_until = NULL");
        }
    }

    private void set(String customer, String what) {
        database.inTransaction(sql -> sql.createUpdate(
                        "UPDATE bank_proof SET " + what + " WHERE tenant_id = :tenant AND customer_ref = :customer")
                .bind("tenant", CurrentTenant.get().id())
                .bind("customer", customer)
                .execute());
    }
}
