package io.openteller.platform.workflow.internal.runs;

import io.openteller.operations.OperationSpec.Assurance;
import io.openteller.platform.banking.BankOperations.Session;
import io.openteller.platform.conversation.Conversation;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.Owner;
import io.openteller.platform.conversation.TurnQueue;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.workflow.internal.runs.HappeningSql.Occurrence;
import io.openteller.procedures.machine.Event;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads on what nobody leads: runs whose process died, those whose time is up, and those that wait for a colleague or for
 * certainty from the bank. What comes of it is told by a turn of its own.
 */
@Singleton
class RunWork {

    private static final Logger log = LoggerFactory.getLogger(RunWork.class);

    private static final Duration WITHIN = Duration.ofSeconds(8);
    private static final Duration TELL_WITHIN = Duration.ofSeconds(25);

    private final TenantDatabase database;
    private final Conversations conversations;
    private final TurnQueue turns;
    private final Leading leading;

    RunWork(TenantDatabase database, Conversations conversations, TurnQueue turns, Leading leading) {
        this.database = database;
        this.conversations = conversations;
        this.turns = turns;
        this.leading = leading;
    }

    /** @return false when none is due */
    boolean next() {
        Optional<Run> due = database.inTransaction(sql -> RunSql.claimDue(sql, Leading.LEASE));
        due.ifPresent(run -> {
            try {
                look(run);
            } catch (Overtaken somebody) {
                log.info("run={} went on elsewhere", run.id());
            }
        });
        return due.isPresent();
    }

    private void look(Run run) {
        Conversation conversation = conversations.find(run.conversation()).orElseThrow();
        if (conversation.owner() != Owner.ASSISTANT && run.takesBack()) {
            // It was decided on before; the colleague finds what came of it among the operations that want a person.
            Run over = led(run, session(conversation));
            database.inTransaction(sql -> rested(sql, over));
            return;
        }
        if (conversation.owner() != Owner.ASSISTANT) {
            handOver(run);
            return;
        }
        Session session = session(conversation);
        Run at = led(run, session);
        database.inTransaction(sql -> {
            // Conversation first, then the run: in the order in which turns lock them.
            if (!at.untold().isEmpty() && !turns.wake(at.conversation(), at.id(), TELL_WITHIN)) {
                RunSql.handOver(sql, at.conversation());
                RunSql.leave(sql, at.id());
            } else if (!at.goesOn()) {
                rested(sql, at);
            }
            return at;
        });
    }

    /** Whoever was overtaken says nothing about when it is looked at. */
    private static Run rested(Handle sql, Run run) {
        if (!RunSql.rest(sql, run, Deeds.lookAgain(run))) {
            throw new Overtaken(run.id());
        }
        return run;
    }

    private Run led(Run run, Session session) {
        Optional<String> rung = database.inTransaction(sql -> RunSql.rung(sql, run.id()));
        if (rung.isPresent() && !run.goesOn()) {
            Event event = new Event.TimerRang(run.now(), rung.get());
            return leading.onward(leading.happened(run, event, null, List.of()), session, WITHIN);
        }
        Optional<Occurrence> news = database.inTransaction(sql -> HappeningSql.unheard(sql, run.id()));
        if (news.isPresent() && !run.goesOn()) {
            Occurrence one = news.get();
            Event event = new Event.Occurred(run.now(), one.event(), Written.tree(one.data()));
            return leading.onward(leading.happened(run, event, one.id(), List.of()), session, WITHIN);
        }
        Todo todo = run.todo();
        boolean isLookedAt = todo != null
                && switch (todo.hold()) {
                    case NONE, APPROVAL, DOUBT -> true;
                    case SIGN_IN, CODE, QUESTIONS, CONFIRM -> false;
                };
        return isLookedAt ? leading.again(run, session, WITHIN) : run;
    }

    private void handOver(Run run) {
        database.inTransaction(sql -> {
            RunSql.handOver(sql, run.conversation());
            RunSql.leave(sql, run.id());
            return run;
        });
    }

    private static Session session(Conversation conversation) {
        String language = conversation.language() == null ? conversation.locale() : conversation.language();
        String intent = conversation.intent();
        return new Session(
                conversation.id(),
                conversation.customerRef(),
                Assurance.valueOf(conversation.assurance().name()),
                language,
                intent == null ? "" : intent);
    }
}
