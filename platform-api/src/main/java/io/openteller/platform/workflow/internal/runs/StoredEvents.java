package io.openteller.platform.workflow.internal.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.conversation.Conversation;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.Opening;
import io.openteller.platform.coordination.Hints;
import io.openteller.platform.coordination.Work;
import io.openteller.platform.procedure.Procedures;
import io.openteller.platform.procedure.Procedures.Published;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.wording.Phrase;
import io.openteller.platform.workflow.BankEvents;
import io.openteller.platform.workflow.Customer;
import io.openteller.platform.workflow.Heard;
import io.openteller.platform.workflow.internal.Speech;
import io.openteller.procedures.definition.VariableType;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Writes down what happened and what it means for runs, in one transaction; the loop {@code run} does the rest, as it does
 * for whatever nobody leads.
 */
@Singleton
class StoredEvents implements BankEvents {

    /** After this long the customer has left. */
    private static final Duration STILL_THERE = Duration.ofHours(24);

    private final TenantDatabase database;
    private final Procedures procedures;
    private final Conversations conversations;
    private final Beginning beginning;
    private final Speech speech;
    private final Audit audit;
    private final Hints hints;

    StoredEvents(
            TenantDatabase database,
            Procedures procedures,
            Conversations conversations,
            Beginning beginning,
            Speech speech,
            Audit audit,
            Hints hints) {
        this.database = database;
        this.procedures = procedures;
        this.conversations = conversations;
        this.beginning = beginning;
        this.speech = speech;
        this.audit = audit;
        this.hints = hints;
    }

    @Override
    public Taken take(Happening what) {
        Tenant tenant = CurrentTenant.get();
        String digest = id(what.customerRef() + "\n" + what.event() + "\n" + what.data()).toString();
        Taken taken = database.inTransaction(sql -> {
            HappeningSql.lock(sql, what.key());
            Optional<Taken> before = HappeningSql.before(sql, what.key(), digest);
            if (before.isPresent()) {
                return before.get();
            }
            UUID id = id(tenant.id() + "/" + what.key());
            Taken.Done done = done(sql, id, what);
            HappeningSql.insert(sql, id, what, digest, done);
            audit.record(sql, "workflow.event", what.event() + " " + what.key());
            return done;
        });
        database.afterCommit(() -> hints.workWaits(tenant, Work.RUNS));
        return taken;
    }

    private Taken.Done done(Handle sql, UUID id, Happening what) {
        List<HappeningSql.Waiting> waiting = HappeningSql.waiting(sql, what.customerRef(), what.event());
        if (!waiting.isEmpty()) {
            waiting.forEach(one -> HappeningSql.occurred(sql, one.run(), id, what));
            return new Taken.Done(Outcome.WOKEN, waiting.getFirst().conversation());
        }
        return procedures.inForce().stream()
                .filter(one -> one.definition().trigger().events().contains(what.event()))
                .findFirst()
                .map(one -> new Taken.Done(Outcome.BEGUN, begun(sql, id, what, one)))
                .orElseGet(() -> new Taken.Done(Outcome.NOTHING, null));
    }

    private UUID begun(Handle sql, UUID id, Happening what, Published procedure) {
        Conversation conversation = conversations
                .lately(what.customerRef(), STILL_THERE)
                .filter(one -> isFree(sql, one.id()))
                .orElseGet(() -> opened(what.customerRef()));
        String language = Objects.requireNonNullElse(conversation.language(), conversation.locale());
        Customer customer =
                new Customer(conversation.id(), id, what.customerRef(), conversation.assurance(), language);
        Run run = beginning.begin(
                customer, procedure.id(), new Heard("", "", 0, false, false), inputs(procedure, what.data()));
        RunSql.unled(sql, run.id());
        return conversation.id();
    }

    /** What waits for nothing but an answer can wait until this is over; what is being done cannot. */
    private static boolean isFree(Handle sql, UUID conversation) {
        return RunSql.open(sql, conversation).map(run -> run.todo() == null).orElse(true);
    }

    private Conversation opened(String customerRef) {
        String greeting = speech.say(Phrase.BANK_WRITES, "en", CurrentTenant.get().name());
        UUID id = conversations.open(new Opening("WIDGET", customerRef, null, "en", greeting));
        return conversations.find(id).orElseThrow();
    }

    /** References come from results alone, whoever names one. */
    private static ObjectNode inputs(Published procedure, ObjectNode data) {
        ObjectNode inputs = Written.object();
        procedure.definition().inputs().forEach((name, type) -> {
            JsonNode value = data.get(name);
            if (value != null && type instanceof VariableType.Plain) {
                inputs.set(name, value);
            }
        });
        return inputs;
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
