package io.openteller.platform.banking.internal.policy;

import io.openteller.platform.banking.BankOperations.Session;
import io.openteller.platform.banking.Ruling;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.UuidV7;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** Every decision on a call, kept without what it was about. */
@Singleton
public class Decisions {

    private final TenantDatabase database;

    Decisions(TenantDatabase database) {
        this.database = database;
    }

    /** Of a call that goes no further. */
    public <R extends Ruling> R stopped(Session session, String callId, String operation, Rule rule, R ruling) {
        database.inTransaction(sql -> {
            record(sql, session, callId, operation, rule, outcome(ruling));
            return true;
        });
        return ruling;
    }

    public void allowed(Handle sql, Asked asked, Rule rule) {
        record(sql, asked.session(), asked.callId(), asked.operation(), rule, "ALLOWED");
    }

    private static void record(Handle sql, Session session, String callId, String operation, Rule rule, String outcome) {
        sql.createUpdate("""
                        INSERT INTO bank_decision
                            (tenant_id, id, conversation_id, call_id, operation, intent, assurance, outcome, rule)
                        VALUES (:tenant, :id, :conversation, :call, :operation, :intent, :assurance, :outcome, :rule)
                        """)
                .bind("tenant", CurrentTenant.get().id())
                .bind("id", UuidV7.next())
                .bind("conversation", session.conversation())
                .bind("call", callId)
                .bind("operation", operation)
                .bind("intent", session.intent())
                .bind("assurance", session.assurance().name())
                .bind("outcome", outcome)
                .bind("rule", rule.id())
                .execute();
    }

    private static String outcome(Ruling ruling) {
        return ruling.getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }
}
