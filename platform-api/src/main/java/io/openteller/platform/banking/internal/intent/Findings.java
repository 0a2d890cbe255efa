package io.openteller.platform.banking.internal.intent;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.banking.CallListener;
import io.openteller.platform.banking.internal.intent.AttemptSql.What;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/** What people do about a call that nobody could find out about: have the bank asked once more, or say what they found. */
@Singleton
class Findings {

    private final UnsettledSql rows;
    private final AttemptSql attempts;
    private final IntentSql intents;
    private final Endings endings;
    private final TenantDatabase database;
    private final Audit audit;
    private final List<CallListener> listeners;

    Findings(
            UnsettledSql rows,
            AttemptSql attempts,
            IntentSql intents,
            Endings endings,
            TenantDatabase database,
            Audit audit,
            List<CallListener> listeners) {
        this.rows = rows;
        this.attempts = attempts;
        this.intents = intents;
        this.endings = endings;
        this.database = database;
        this.audit = audit;
        this.listeners = listeners;
    }

    /** Asks the bank now, also about one that it was not asked about any more. */
    void ask(String callId, Actor by) {
        Intent claimed = database.inTransaction(sql -> {
            if (rows.find(sql, callId).isEmpty()) {
                throw new ProblemException(ErrorCode.NOT_FOUND);
            }
            Intent intent = intents.reopened(sql, callId)
                    .orElseThrow(() -> new ProblemException(
                            ErrorCode.APPROVAL_DECIDED, "It is being found out about right now, or it is known by now"));
            attempts.record(sql, callId, What.WANTED, "", by.name());
            return intent;
        });
        endings.find(claimed, true);
    }

    /** Ends it, or where money moves, waits for a second person. */
    void found(String callId, boolean notDone, String reason, Actor by) {
        database.inTransaction(sql -> {
            Unsettled one = waiting(sql, callId);
            if (!one.needsTwo()) {
                settle(sql, one, notDone, reason, by);
            } else if (one.found() == null) {
                rows.found(sql, callId, notDone, reason, by);
                attempts.record(sql, callId, What.FOUND, words(notDone, reason), by.name());
                audit.record(sql, "bank.finding.said", callId);
            } else {
                throw new ProblemException(ErrorCode.APPROVAL_DECIDED, "A colleague has said what they found; agree, or refuse it");
            }
            return true;
        });
    }

    /** The second person's word on what the first one found. A refusal opens it for findings again. */
    void decide(String callId, boolean agreed, String reason, Actor by) {
        database.inTransaction(sql -> {
            Unsettled one = waiting(sql, callId);
            Unsettled.Finding found = one.found();
            if (found == null) {
                throw new ProblemException(ErrorCode.APPROVAL_DECIDED);
            }
            if (by.kind() != Actor.Kind.STAFF || Objects.equals(by.id(), found.by())) {
                throw new ProblemException(ErrorCode.SECOND_PERSON_NEEDED);
            }
            if (agreed) {
                settle(sql, one, found.notDone(), found.reason(), by);
            } else {
                rows.notFound(sql, callId);
                attempts.record(sql, callId, What.FINDING_REFUSED, reason, by.name());
                audit.record(sql, "bank.finding.refused", callId);
            }
            return true;
        });
    }

    private Unsettled waiting(Handle sql, String callId) {
        return rows.waiting(sql, callId).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
    }

    private void settle(Handle sql, Unsettled one, boolean notDone, String reason, Actor by) {
        rows.settled(sql, one.callId(), notDone, reason, by.name());
        attempts.record(sql, one.callId(), What.SETTLED, words(notDone, reason), by.name());
        audit.record(sql, "bank.settled", one.callId());
        listeners.forEach(each -> each.moved(one.conversation(), one.callId()));
    }

    private static String words(boolean notDone, String reason) {
        return (notDone ? "Not done: " : "Done: ") + reason;
    }
}
