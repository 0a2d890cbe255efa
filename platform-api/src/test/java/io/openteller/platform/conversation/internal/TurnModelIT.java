package io.openteller.platform.conversation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openteller.platform.audit.Audit;
import io.openteller.platform.audit.ChainState;
import io.openteller.platform.audit.internal.Audits;
import io.openteller.platform.conversation.ClaimedTurn;
import io.openteller.platform.conversation.Reply;
import io.openteller.platform.conversation.ReplyOutcome;
import io.openteller.platform.conversation.TurnQueue;
import io.openteller.platform.conversation.TurnRecord;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.internal.Tenancies;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Any sequence of messages, redeliveries, claims, frozen workers, late answers, holding replies and changes of hands does to
 * the database what it does to the model. A failure names its seed and the shortest sequence that was found.
 */
class TurnModelIT {

    private static final TenantDatabase DATABASE = Tenancies.pooled();

    private final TenantDatabase database = DATABASE;
    private final Audit audit = Audits.chained();
    private final Writing writing = new Writing(
            database,
            new LostHints(),
            new Watchers(new LostHints(), Tenancies.platform()),
            new ToldChanges(Tenancies.platform(), false));
    private final TurnQueue queue = new StoredTurns(database, audit, writing, Clock.systemUTC());

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void the_stored_protocol_is_the_model(@ForAll("acts") List<TurnAct> acts) {
        run(queue, acts);
    }

    /** The property finds what it is for: a queue that takes an answer from whoever comes. */
    @Example
    void a_queue_without_a_fence_is_found_out() {
        List<TurnAct> late = List.of(
                new TurnAct.Say(0, 0, false),
                new TurnAct.Claim(),
                new TurnAct.LeaseEnds(0),
                new TurnAct.Claim(),
                new TurnAct.Answer(0, TurnAct.Answer.Kind.TEXT));
        run(queue, late);
        assertThatThrownBy(() -> run(new Unfenced(queue, database), late)).isInstanceOf(AssertionError.class);
    }

    private void run(TurnQueue tested, List<TurnAct> acts) {
        Tenant bank = Tenancies.register("m" + UUID.randomUUID().toString().substring(0, 12));
        CurrentTenant.run(bank, () -> {
            TurnRun run = new TurnRun(
                    new StoredConversations(database, writing, Clock.systemUTC()),
                    tested,
                    new StoredOwnership(database, audit, writing),
                    database);
            acts.forEach(run::act);
            run.compare();
            assertThat(audit.verify()).isInstanceOf(ChainState.Intact.class);
        });
    }

    @Provide
    Arbitrary<List<TurnAct>> acts() {
        Arbitrary<Integer> some = Arbitraries.integers().between(0, 5);
        Arbitrary<Boolean> seat = Arbitraries.of(true, false);
        Arbitrary<TurnAct> act = Arbitraries.frequencyOf(
                Tuple.of(6, Combinators.combine(some, some, seat).as(TurnAct.Say::new)),
                Tuple.of(1, Combinators.combine(some, some, seat).as(TurnAct.TakeStep::new)),
                Tuple.of(1, some.map(TurnAct.Wake::new)),
                Tuple.of(7, Arbitraries.just(new TurnAct.Claim())),
                Tuple.of(4, some.map(TurnAct.LeaseEnds::new)),
                Tuple.of(6, Combinators.combine(some, Arbitraries.of(TurnAct.Answer.Kind.class)).as(TurnAct.Answer::new)),
                Tuple.of(2, Combinators.combine(some, Arbitraries.of(TurnAct.Hand.Change.class)).as(TurnAct.Hand::new)));
        return act.list().ofMinSize(5).ofMaxSize(40);
    }

    /** A planted fault. */
    private record Unfenced(TurnQueue queue, TenantDatabase database) implements TurnQueue {

        @Override
        public ReplyOutcome reply(ClaimedTurn turn, Reply reply) {
            long newest = database.inTransaction(sql -> sql.createQuery("SELECT fence FROM turn WHERE id = ?")
                    .bind(0, turn.id())
                    .mapTo(Long.class)
                    .one());
            return queue.reply(
                    new ClaimedTurn(
                            turn.id(), turn.conversation(), turn.seq(), turn.text(), turn.resumes(), newest, turn.deadline()),
                    reply);
        }

        @Override
        public Optional<ClaimedTurn> claim(Duration lease) {
            return queue.claim(lease);
        }

        @Override
        public void letGo(ClaimedTurn turn) {
            queue.letGo(turn);
        }

        @Override
        public boolean wake(UUID conversation, UUID by, Duration answerWithin) {
            return queue.wake(conversation, by, answerWithin);
        }

        @Override
        public Optional<String> decision(UUID turn) {
            return queue.decision(turn);
        }

        @Override
        public int refusalsInARow(UUID conversation) {
            return queue.refusalsInARow(conversation);
        }

        @Override
        public List<TurnRecord> decisions(UUID conversation) {
            return queue.decisions(conversation);
        }
    }
}
