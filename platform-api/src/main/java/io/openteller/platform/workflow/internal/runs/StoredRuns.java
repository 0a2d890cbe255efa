package io.openteller.platform.workflow.internal.runs;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.openteller.operations.OperationSpec;
import io.openteller.platform.banking.BankOperations;
import io.openteller.platform.banking.BankOperations.Session;
import io.openteller.platform.desk.Packet;
import io.openteller.platform.procedure.Procedures;
import io.openteller.platform.procedure.Procedures.Published;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.workflow.Customer;
import io.openteller.platform.workflow.Heard;
import io.openteller.platform.workflow.RunReply;
import io.openteller.platform.workflow.Runs;
import io.openteller.platform.workflow.Startable;
import io.openteller.platform.workflow.UnderWay;
import io.openteller.platform.workflow.internal.StepSql;
import io.openteller.platform.workflow.internal.runs.Holding.Held;
import io.openteller.procedures.definition.Definition.Trigger;
import io.openteller.procedures.machine.Effect;
import io.openteller.procedures.machine.Event;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

@Singleton
class StoredRuns implements Runs {

    /** Of what is in force, as long as it is. */
    private final Cache<List<Published>, List<Startable>> startable =
            Caffeine.newBuilder().weakKeys().build();

    /** A turn has 25 seconds, and its reply is still to be checked. */
    private static final Duration WITHIN = Duration.ofSeconds(9);

    private final TenantDatabase database;
    private final Procedures procedures;
    private final Beginning beginning;
    private final Leading leading;
    private final Holding holding;
    private final Replying replying;
    private final StepSql steps;
    private final Asking asking;

    StoredRuns(
            TenantDatabase database,
            Procedures procedures,
            Beginning beginning,
            Leading leading,
            Holding holding,
            Replying replying,
            StepSql steps,
            Asking asking) {
        this.database = database;
        this.procedures = procedures;
        this.beginning = beginning;
        this.leading = leading;
        this.holding = holding;
        this.replying = replying;
        this.steps = steps;
        this.asking = asking;
    }

    @Override
    public List<Startable> startable() {
        return Objects.requireNonNull(startable.get(
                procedures.inForce(), inForce -> inForce.stream().map(StoredRuns::startable).toList()));
    }

    private static Startable startable(Published published) {
        Trigger trigger = published.definition().trigger();
        return new Startable(
                published.id(),
                published.version(),
                trigger.intents(),
                trigger.phrases());
    }

    @Override
    public Optional<UnderWay> underWay(UUID conversation) {
        return database.inTransaction(sql -> RunSql.speaking(sql, conversation)).stream()
                .findFirst()
                .map(run -> new UnderWay(
                        run.id(),
                        run.procedure(),
                        run.version(),
                        procedures
                                .version(run.procedure(), run.version())
                                .map(found -> found.definition().trigger().intents())
                                .orElse(List.of())));
    }

    @Override
    public RunReply begin(Customer customer, String procedure, Heard heard) {
        Session session = session(customer, heard.intent());
        Run begun = beginning.begin(customer, procedure, heard);
        leading.onward(begun, session, WITHIN);
        return replying.reply(customer.conversation());
    }

    @Override
    public RunReply tell(Customer customer, Heard heard) {
        Session session = session(customer, heard.intent());
        Optional<Held> open = holding.take(customer.conversation(), customer.turn());
        boolean stays = false;
        if (open.isPresent()) {
            Run run = leading.onward(open.get().run(), session, WITHIN);
            if (run.status() == Run.Status.OPEN && !open.get().knows()) {
                Event.Understood understood = new Event.Understood(
                        customer.language(),
                        heard.intent(),
                        heard.confidence(),
                        heard.wantsPerson(),
                        heard.question());
                Event message = new Event.Message(run.now(), heard.text(), understood, heard.crossed());
                run = leading.onward(
                        leading.happened(run, message, customer.turn(), List.of()), session, WITHIN);
            }
            stays = run.status() != Run.Status.ASIDE;
        }
        if (!stays) {
            turnedTo(customer, heard, session);
        }
        return replying.reply(customer.conversation());
    }

    /** The message asked for another procedure: it begins now, and the one that was left is kept. */
    private void turnedTo(Customer customer, Heard heard, Session session) {
        database.inTransaction(sql -> RunSql.speaking(sql, customer.conversation())).stream()
                .filter(run -> run.status() == Run.Status.ASIDE)
                .flatMap(run -> run.untold().stream())
                .filter(Output.Turned.class::isInstance)
                .map(Output.Turned.class::cast)
                .findFirst()
                .ifPresent(turned -> leading.onward(
                        beginning.begin(customer, turned.procedure(), heard), session, WITHIN));
    }

    @Override
    public Optional<RunReply> resume(Customer customer, UUID by) {
        Taken taken = database.inTransaction(sql -> {
            Optional<StepSql.Step> found = steps.find(customer.conversation(), by);
            return new Taken(found, found.isEmpty() ? Optional.empty() : holding.look(customer.conversation(), by));
        });
        Optional<StepSql.Step> step = taken.step();
        // Earlier versions of the platform asked for steps without a run, too.
        String of = step.map(found -> found.arguments().get("run")).orElse(null);
        if (step.isPresent() && of != null) {
            UUID run = UUID.fromString(of);
            holding.take(customer.conversation(), by, taken.open())
                    .filter(found -> found.run().id().equals(run))
                    .ifPresent(found -> stepTaken(found, step.get(), session(customer, "")));
            return Optional.of(replying.reply(customer.conversation()));
        }
        return database.inTransaction(sql -> RunSql.find(sql, by))
                .filter(run -> run.conversation().equals(customer.conversation()))
                .map(run -> replying.reply(customer.conversation()));
    }

    private record Taken(Optional<StepSql.Step> step, Optional<Held> open) {}

    private void stepTaken(Held held, StepSql.Step step, Session session) {
        Run run = held.run();
        Todo todo = run.todo();
        if (todo == null || todo.hold() == Todo.Hold.NONE || held.knows()) {
            leading.onward(run, session, WITHIN);
            return;
        }
        if (step.kind() == StepSql.Kind.QUESTIONS && step.state() == StepSql.State.OPEN) {
            // Their time was over; others are asked.
            leading.again(run, session, WITHIN);
            return;
        }
        boolean yes = step.state() == StepSql.State.DONE;
        if (step.kind() == StepSql.Kind.CONFIRM && !step.id().toString().equals(todo.callId())) {
            // A card that was shown anew since; what it stood for may not be what would be done now.
            return;
        }
        if (step.kind() == StepSql.Kind.CONFIRM) {
            asking.settle(run, todo, yes, session);
        }
        boolean isTheAnswer = !yes
                || (step.kind() == StepSql.Kind.CONFIRM && todo.effect() instanceof Effect.Confirm)
                || todo.effect() instanceof Effect.Verify;
        if (isTheAnswer) {
            leading.onward(
                    leading.happened(run, Asking.answered(run, todo, yes), step.id(), List.of()), session, WITHIN);
        } else {
            leading.again(run, session, WITHIN);
        }
    }

    @Override
    public void told(RunReply reply) {
        database.inTransaction(sql -> {
            reply.told().forEach((run, count) -> RunSql.told(sql, run, count));
            return reply;
        });
    }

    @Override
    public List<Packet.Fact> leave(UUID conversation) {
        return database.inTransaction(sql -> RunSql.handOverAndSilence(sql, conversation)).stream()
                .flatMap(run -> Replying.about(run).stream())
                .toList();
    }

    private static Session session(Customer customer, String intent) {
        return new Session(
                customer.conversation(),
                customer.ref(),
                OperationSpec.Assurance.valueOf(customer.assurance().name()),
                customer.language(),
                intent);
    }
}
