package io.openteller.platform.conversation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openteller.platform.audit.internal.Audits;
import io.openteller.platform.conversation.AppendOutcome;
import io.openteller.platform.conversation.AppendOutcome.Appended;
import io.openteller.platform.conversation.ClaimedTurn;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.Message;
import io.openteller.platform.conversation.Opening;
import io.openteller.platform.conversation.Owner;
import io.openteller.platform.conversation.Ownership;
import io.openteller.platform.conversation.OwnershipOutcome;
import io.openteller.platform.conversation.Person;
import io.openteller.platform.conversation.Reply;
import io.openteller.platform.conversation.ReplyOutcome;
import io.openteller.platform.conversation.StepTaken;
import io.openteller.platform.conversation.TurnQueue;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.internal.Tenancies;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoredConversationsIT {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration OVER_AT_ONCE = Duration.ZERO;

    private static final Opening OPENING = new Opening("WIDGET", null, null, "en", "Hello, I am an AI.");

    private final Writing writing = new Writing(
            Tenancies.database(),
            new LostHints(),
            new Watchers(new LostHints(), Tenancies.platform()),
            new ToldChanges(Tenancies.platform(), false));
    private final Conversations conversations = new StoredConversations(Tenancies.database(), writing, Clock.systemUTC());
    private final TurnQueue queue = turns(Clock.systemUTC());
    private final Ownership ownership = new StoredOwnership(Tenancies.database(), Audits.chained(), writing);
    private Tenant bank;

    private TurnQueue turns(Clock clock) {
        return new StoredTurns(Tenancies.database(), Audits.chained(), writing, clock);
    }

    @BeforeEach
    void a_bank_of_its_own() {
        bank = Tenancies.register("t" + UUID.randomUUID().toString().substring(0, 8));
    }

    @Test
    void a_message_is_answered_once_and_its_decision_is_kept() throws Exception {
        in(bank, () -> {
            UUID chat = conversations.open(OPENING);
            UUID turn = appended(chat, "m1", "What is the fee?");
            ClaimedTurn claimed = queue.claim(MINUTE).orElseThrow();
            assertThat(claimed.text()).isEqualTo("What is the fee?");
            assertThat(reply(claimed, "None.")).isEqualTo(new ReplyOutcome.Stored(3));
            assertThat(reply(claimed, "None, again.")).isInstanceOf(ReplyOutcome.Superseded.class);
            assertThat(conversations.messages(chat, 0, 10))
                    .extracting(Message::text)
                    .containsExactly("Hello, I am an AI.", "What is the fee?", "None.");
            assertThat(queue.decision(turn)).contains("{\"route\": \"test\"}");
            return null;
        });
    }

    @Test
    void a_redelivered_message_changes_nothing() throws Exception {
        in(bank, () -> {
            UUID chat = conversations.open(OPENING);
            appended(chat, "m1", "Hello");
            assertThat(conversations.append(chat, "m1", "Hello", MINUTE)).isEqualTo(new AppendOutcome.Duplicate(2));
            assertThat(conversations.messages(chat, 1, 10)).hasSize(1);
            return null;
        });
    }

    @Test
    void a_worker_that_lost_its_lease_cannot_answer_after_the_next_one() throws Exception {
        in(bank, () -> {
            UUID chat = conversations.open(OPENING);
            appended(chat, "m1", "Hello");
            ClaimedTurn frozen = queue.claim(OVER_AT_ONCE).orElseThrow();
            ClaimedTurn next = queue.claim(MINUTE).orElseThrow();
            assertThat(next.fence()).isGreaterThan(frozen.fence());
            assertThat(reply(frozen, "late")).isInstanceOf(ReplyOutcome.Superseded.class);
            assertThat(reply(next, "in time")).isInstanceOf(ReplyOutcome.Stored.class);
            return null;
        });
    }

    @Test
    void a_worker_with_a_wrong_clock_has_as_much_time_as_any_other() throws Exception {
        for (Duration wrong : List.of(Duration.ofHours(2), Duration.ofHours(-2))) {
            in(bank, () -> {
                appended(conversations.open(OPENING), "m1", "Hello");
                Clock clock = Clock.offset(Clock.systemUTC(), wrong);
                ClaimedTurn claimed = turns(clock).claim(MINUTE).orElseThrow();
                assertThat(Duration.between(clock.instant(), claimed.deadline()))
                        .isBetween(Duration.ofSeconds(40), MINUTE.plusSeconds(1));
                return null;
            });
        }
    }

    @Test
    void turns_of_one_conversation_are_worked_one_at_a_time_and_in_order() throws Exception {
        in(bank, () -> {
            UUID chat = conversations.open(OPENING);
            appended(chat, "m1", "first");
            appended(chat, "m2", "second");
            ClaimedTurn first = queue.claim(MINUTE).orElseThrow();
            assertThat(first.text()).isEqualTo("first");
            assertThat(queue.claim(MINUTE)).isEmpty();
            reply(first, "one");
            assertThat(queue.claim(MINUTE).orElseThrow().text()).isEqualTo("second");
            return null;
        });
    }

    @Test
    void the_assistant_is_silent_once_a_person_has_the_conversation() throws Exception {
        in(bank, () -> {
            UUID chat = conversations.open(OPENING);
            appended(chat, "m1", "A person, please");
            appended(chat, "m2", "Anybody there?");
            queue.reply(queue.claim(MINUTE).orElseThrow(), reply("A person will come.", Owner.QUEUE));
            ClaimedTurn late = queue.claim(MINUTE).orElseThrow();
            assertThat(reply(late, "Me again")).isInstanceOf(ReplyOutcome.PersonOwns.class);
            assertThat(conversations.append(chat, "m3", "Thanks", MINUTE))
                    .isEqualTo(new AppendOutcome.ForPerson(5));
            assertThat(conversations.messages(chat, 0, 10)).extracting(Message::text).doesNotContain("Me again");
            return null;
        });
    }

    @Test
    void sequence_numbers_have_no_gaps_under_concurrent_writers() throws Exception {
        UUID chat = in(bank, () -> conversations.open(OPENING));
        var failures = new ConcurrentLinkedQueue<Exception>();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < 8; writer++) {
                String name = "w" + writer;
                writers.execute(() -> {
                    try {
                        for (int i = 0; i < 10; i++) {
                            String id = name + "-" + i;
                            in(bank, () -> conversations.append(chat, id, id, MINUTE));
                        }
                    } catch (Exception failure) {
                        failures.add(failure);
                    }
                });
            }
        }
        assertThat(failures).isEmpty();
        assertThat(in(bank, () -> conversations.messages(chat, 0, 100)))
                .extracting(Message::seq)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 81).boxed().toList());
    }

    @Test
    void a_conversation_is_taken_by_one_person_only() throws Exception {
        Person asha = new Person(UUID.randomUUID(), "Asha");
        Person ben = new Person(UUID.randomUUID(), "Ben");
        in(bank, () -> {
            UUID chat = conversations.open(OPENING);
            long version = conversations.find(chat).orElseThrow().version();
            assertThat(ownership.take(chat, asha, version, "Asha has joined."))
                    .isInstanceOf(OwnershipOutcome.Done.class);
            assertThat(ownership.take(chat, ben, version, "Ben has joined."))
                    .isEqualTo(new OwnershipOutcome.Conflict(Owner.AGENT, asha));
            assertThat(ownership.say(chat, ben, "b1", "Hi")).isInstanceOf(OwnershipOutcome.Conflict.class);
            assertThat(ownership.say(chat, asha, "a1", "Hi")).isEqualTo(new OwnershipOutcome.Done(3));
            assertThat(ownership.say(chat, asha, "a1", "Hi")).isEqualTo(new OwnershipOutcome.Done(3));
            assertThat(conversations.messages(chat, 0, 10)).hasSize(3);
            return null;
        });
    }

    @Test
    void a_released_conversation_is_the_assistants_again_and_a_closed_one_is_over() throws Exception {
        Person asha = new Person(UUID.randomUUID(), "Asha");
        in(bank, () -> {
            UUID chat = conversations.open(OPENING);
            ownership.take(chat, asha, 1, "Asha has joined.");
            assertThat(ownership.release(chat, asha, 2, "Back.")).isInstanceOf(OwnershipOutcome.Done.class);
            appended(chat, "m1", "Still there?");
            ownership.take(chat, asha, 3, "Asha has joined.");
            assertThat(ownership.close(chat, asha, 3, "Over.")).isInstanceOf(OwnershipOutcome.Conflict.class);
            assertThat(ownership.close(chat, asha, 4, "Over.")).isInstanceOf(OwnershipOutcome.Done.class);
            assertThat(conversations.append(chat, "m2", "hello", MINUTE)).isInstanceOf(AppendOutcome.Closed.class);
            return null;
        });
    }

    @Test
    void a_confirmed_step_starts_one_turn_however_often_it_is_confirmed() throws Exception {
        in(bank, () -> {
            UUID chat = conversations.open(OPENING);
            StepTaken step = new StepTaken(UUID.randomUUID(), StepTaken.State.DONE, "You confirmed.");
            assertThat(conversations.resume(chat, step, MINUTE)).isInstanceOf(Appended.class);
            assertThat(conversations.resume(chat, step, MINUTE)).isInstanceOf(AppendOutcome.Duplicate.class);
            ClaimedTurn turn = queue.claim(MINUTE).orElseThrow();
            assertThat(turn.resumes()).isEqualTo(step.id());
            return null;
        });
    }

    @Test
    void another_bank_finds_nothing_under_the_same_ids() throws Exception {
        Tenant other = Tenancies.register("t" + UUID.randomUUID().toString().substring(0, 8));
        UUID chat = in(bank, () -> conversations.open(OPENING));
        UUID turn = in(bank, () -> appended(chat, "m1", "secret"));
        ClaimedTurn claimed = in(bank, () -> queue.claim(MINUTE).orElseThrow());
        in(bank, () -> reply(claimed, "answer"));
        in(other, () -> {
            assertThat(conversations.messages(chat, 0, 10)).isEmpty();
            assertThat(queue.decision(turn)).isEmpty();
            assertThat(queue.claim(MINUTE)).isEmpty();
            assertThat(conversations.append(chat, "m2", "hi", MINUTE)).isInstanceOf(AppendOutcome.Unknown.class);
            return null;
        });
    }

    @Test
    void without_a_tenant_there_is_no_transaction() {
        assertThatThrownBy(() -> conversations.open(OPENING)).hasMessageContaining("no tenant is bound");
    }

    private UUID appended(UUID chat, String id, String text) {
        return ((Appended) conversations.append(chat, id, text, MINUTE)).turn();
    }

    private ReplyOutcome reply(ClaimedTurn turn, String text) {
        return queue.reply(turn, reply(text, Owner.ASSISTANT));
    }

    private static Reply reply(String text, Owner next) {
        return new Reply(text, null, next, "CONTAIN", "en", null, null, "{\"route\":\"test\"}");
    }

    private static <T> T in(Tenant tenant, Callable<T> work) throws Exception {
        return CurrentTenant.call(tenant, work::call);
    }
}
