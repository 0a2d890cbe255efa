package io.openteller.platform.banking.internal.intent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.Catalogue;
import io.openteller.operations.OperationSpec;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.banking.CallListener;
import io.openteller.platform.banking.Ruling;
import io.openteller.platform.banking.internal.intent.AttemptSql.What;
import io.openteller.platform.banking.internal.reference.References;
import io.openteller.platform.banking.internal.supply.Answer;
import io.openteller.platform.banking.internal.supply.BankSide;
import io.openteller.platform.banking.internal.supply.Past;
import io.openteller.platform.coordination.Leases;
import io.openteller.platform.coordination.Leases.InHand;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the call, and finds out what became of it: by the answer, by asking for it, in the end by a person. */
@Singleton
public class Endings {

    private static final Logger log = LoggerFactory.getLogger(Endings.class);

    private static final int MOST_ATTEMPTS = 9;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    private final BankSide bank;
    private final IntentSql rows;
    private final AttemptSql attempts;
    private final Results results;
    private final References references;
    private final TenantDatabase database;
    private final Audit audit;
    private final List<CallListener> listeners;
    private final InHand<AskedAbout> asking;

    /** @param attempt the fence: each time that it is taken to ask about it has another */
    private record AskedAbout(String callId, int attempt) {}

    Endings(
            BankSide bank,
            IntentSql rows,
            AttemptSql attempts,
            Results results,
            References references,
            TenantDatabase database,
            Audit audit,
            List<CallListener> listeners,
            Leases leases) {
        this.bank = bank;
        this.rows = rows;
        this.attempts = attempts;
        this.results = results;
        this.references = references;
        this.database = database;
        this.audit = audit;
        this.listeners = listeners;
        this.asking = leases.held("call that was asked about", this::letGo);
    }

    /** @param intent whose lease this thread holds, and which the bank was not asked for yet */
    Ruling call(Intent intent) {
        long begun = System.nanoTime();
        return switch (bank.perform(intent.asking())) {
            case Answer.Told(String json, Instant asOf, var plugin, long millis) ->
                results.read(spec(intent), json)
                        .map(output -> done(intent, output, asOf, millis, false))
                        .orElseGet(() -> {
                            tried(intent, What.CALLED, "its answer could not be read");
                            return find(intent, begun, false);
                        });
            case Answer.Refused(String reason, var plugin, long millis) ->
                nothing(intent, Intent.State.REFUSED, reason, millis, false);
            case Answer.Silent(String cause, var plugin, var millis) -> {
                tried(intent, What.CALLED, cause);
                yield find(intent, begun, false);
            }
            case Answer.NotAsked none ->
                nothing(intent, Intent.State.NOT_DONE, "the plugin is not switched on any more", 0, false);
        };
    }

    /**
     * Asks the bank what became of it.
     *
     * @param intent whose lease this thread holds
     * @param later whether whoever made the call has gone
     */
    Ruling find(Intent intent, boolean later) {
        return find(intent, System.nanoTime(), later);
    }

    /** What was asked about may be asked by another process at once; what was called for may not, while the bank may still do it. */
    private void letGo(AskedAbout asked) {
        if (database.inTransaction(sql -> rows.letGo(sql, asked.callId(), asked.attempt()))) {
            log.info("call given back that was asked about call={}", asked.callId());
        }
    }

    private Ruling find(Intent intent, long begun, boolean later) {
        return asking.during(new AskedAbout(intent.callId(), intent.attempts()), () -> ask(intent, begun, later));
    }

    private Ruling ask(Intent intent, long begun, boolean later) {
        Past past = bank.reconcile(intent.asking());
        long millis = (System.nanoTime() - begun) / 1_000_000;
        tried(intent, What.ASKED, words(past));
        return switch (past) {
            case Past.Performed(String json, Instant asOf) ->
                results.read(spec(intent), json)
                        .map(output -> done(intent, output, asOf, millis, later))
                        .orElseGet(() -> doubt(intent, "what the bank says of it cannot be read", later));
            case Past.Never(String reason) -> nothing(intent, Intent.State.NOT_DONE, reason, millis, later);
            case Past.Unknown(String cause) -> doubt(intent, cause, later);
        };
    }

    private static String words(Past past) {
        return switch (past) {
            case Past.Performed done -> "the bank did it";
            case Past.Never(String reason) -> reason;
            case Past.Unknown(String cause) -> cause;
        };
    }

    /** By itself: what was asked and answered is so whatever becomes of it. */
    private void tried(Intent intent, What what, String came) {
        database.inTransaction(sql -> {
            attempts.record(sql, intent.callId(), what, came, null);
            return true;
        });
    }

    private Ruling done(Intent intent, ObjectNode output, Instant asOf, long millis, boolean later) {
        return ended(intent, later, sql -> {
            ObjectNode issued = references.issue(sql, intent.session(), intent.issuer(), spec(intent).output(), output);
            return rows.done(sql, intent, issued, asOf, millis);
        });
    }

    private Ruling nothing(Intent intent, Intent.State state, String reason, long millis, boolean later) {
        return ended(intent, later, sql -> rows.nothingDone(sql, intent, state, reason, millis));
    }

    private Ruling doubt(Intent intent, String reason, boolean later) {
        if (intent.attempts() >= MOST_ATTEMPTS) {
            return ended(intent, later, sql -> rows.toPerson(sql, intent, reason));
        }
        return database.inTransaction(sql -> {
            rows.lookAgain(sql, intent, reason, FIRST_PAUSE.multipliedBy(1L << intent.attempts()));
            return Rulings.of(rows.find(sql, intent.callId()).orElseThrow());
        });
    }

    /** Whoever is first to know ends it; everybody else is told what was found. */
    private Ruling ended(Intent intent, boolean later, Predicate<Handle> ending) {
        return database.inTransaction(sql -> {
            boolean first = ending.test(sql);
            Intent now = rows.find(sql, intent.callId()).orElseThrow();
            if (first) {
                audit.record(sql, "bank." + now.operation().replaceFirst("/.*", ""), now.callId());
                Optional.ofNullable(now.undoes()).ifPresent(undone -> undoing(sql, undone, now));
                if (later) {
                    listeners.forEach(one -> one.moved(now.conversation(), now.callId()));
                }
            }
            return Rulings.of(now);
        });
    }

    private void undoing(Handle sql, String undone, Intent by) {
        if (by.state() == Intent.State.DONE) {
            rows.undone(sql, undone, by.callId());
        } else {
            rows.attention(sql, undone, "it could not be undone: " + by.state());
        }
    }

    private static OperationSpec spec(Intent intent) {
        return Catalogue.standard().find(intent.operation()).orElseThrow();
    }
}
