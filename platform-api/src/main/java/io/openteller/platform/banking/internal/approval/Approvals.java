package io.openteller.platform.banking.internal.approval;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.banking.CallListener;
import io.openteller.platform.banking.internal.approval.Approval.State;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** What waits for a colleague, and their word on it. */
@Singleton
public class Approvals {

    private final ApprovalSql rows;
    private final TenantDatabase database;
    private final Audit audit;
    private final List<CallListener> listeners;

    Approvals(ApprovalSql rows, TenantDatabase database, Audit audit, List<CallListener> listeners) {
        this.rows = rows;
        this.database = database;
        this.audit = audit;
        this.listeners = listeners;
    }

    List<Approval> list(boolean open) {
        return database.inTransaction(sql -> rows.list(sql, open));
    }

    /** A person decides, and not the one who asked. */
    Approval decide(UUID id, boolean agreed, String reason, Actor by) {
        return database.inTransaction(sql -> {
            Approval asked = rows.find(sql, id, true).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
            if (by.kind() != Actor.Kind.STAFF) {
                throw new ProblemException(ErrorCode.SECOND_PERSON_NEEDED, "A person has to decide, not a program");
            }
            if (by.id() != null && by.id().equals(asked.askedBy())) {
                throw new ProblemException(
                        ErrorCode.SECOND_PERSON_NEEDED, "You asked for this yourself; a colleague has to decide");
            }
            if (asked.state() != State.OPEN) {
                throw new ProblemException(ErrorCode.APPROVAL_DECIDED);
            }
            rows.decide(sql, id, agreed ? State.AGREED : State.DECLINED, by, reason);
            audit.record(sql, agreed ? "bank.approved" : "bank.disapproved", asked.callId());
            told(asked);
            return rows.find(sql, id, false).orElseThrow();
        });
    }

    /** For the current tenant: what nobody decided on in time. */
    public void expire() {
        database.inTransaction(sql -> {
            List<Approval> over = rows.expire(sql);
            over.forEach(one -> told(one));
            return over.size();
        });
    }

    private void told(Approval about) {
        listeners.forEach(one -> one.moved(about.conversation(), about.callId()));
    }
}
