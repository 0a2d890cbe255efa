package io.openteller.platform.llm.internal.budgets;

import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The books of the current bank, in the database that all replicas share. */
@Singleton
class Ledger implements Lender {

    private static final String THIS =
            " WHERE account = :account AND unit = :unit AND span = :span AND starts = :starts";

    private final TenantDatabase database;

    Ledger(TenantDatabase database) {
        this.database = database;
    }

    @Override
    public Loan lend(AccountKey key, Instant starts, long limit, long need, long want) {
        return database.inTransaction(sql -> {
            open(sql, key, starts);
            long taken = sql.createQuery("SELECT taken FROM model_ledger" + THIS + " FOR UPDATE")
                    .bindMap(named(key, starts))
                    .mapTo(Long.class)
                    .one();
            long left = limit - taken;
            if (left < need) {
                return new Loan(0, taken);
            }
            long amount = Math.min(left, want);
            add(sql, key, starts, amount);
            return new Loan(amount, taken + amount);
        });
    }

    @Override
    public void giveBack(AccountKey key, Instant starts, long amount) {
        database.inTransaction(sql -> {
            open(sql, key, starts);
            return add(sql, key, starts, -amount);
        });
    }

    /** What replicas have taken so far; for people to read. */
    long taken(AccountKey key, Instant starts) {
        return database.inTransaction(sql -> sql.createQuery("SELECT taken FROM model_ledger" + THIS)
                .bindMap(named(key, starts))
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    private static void open(Handle sql, AccountKey key, Instant starts) {
        int begun = sql.createUpdate("INSERT INTO model_ledger (tenant_id, account, unit, span, starts, taken)"
                        + " VALUES (:tenant, :account, :unit, :span, :starts, 0) ON CONFLICT DO NOTHING")
                .bind("tenant", CurrentTenant.get().id())
                .bindMap(named(key, starts))
                .execute();
        if (begun == 1) {
            sql.createUpdate("DELETE FROM model_ledger WHERE starts < :starts AND span = :span"
                            + " AND account = :account AND unit = :unit")
                    .bindMap(named(key, starts))
                    .execute();
        }
    }

    private static int add(Handle sql, AccountKey key, Instant starts, long amount) {
        return sql.createUpdate("UPDATE model_ledger SET taken = greatest(0, taken + :amount)" + THIS)
                .bindMap(named(key, starts))
                .bind("amount", amount)
                .execute();
    }

    private static Map<String, Object> named(AccountKey key, Instant starts) {
        return Map.of(
                "account", key.account(),
                "unit", key.unit().name(),
                "span", key.span().name(),
                "starts", starts.atOffset(ZoneOffset.UTC));
    }
}
