package io.openteller.platform.conversation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.audit.internal.Audits;
import io.openteller.platform.conversation.Message;
import io.openteller.platform.conversation.Opening;
import io.openteller.platform.conversation.Owner;
import io.openteller.platform.conversation.OwnershipOutcome;
import io.openteller.platform.conversation.Person;
import io.openteller.platform.conversation.Reply;
import io.openteller.platform.conversation.StepTaken;
import io.openteller.platform.coordination.HeardHints;
import io.openteller.platform.coordination.Hint;
import io.openteller.platform.coordination.TextEvent;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.internal.Tenancies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes on one database, whose hints are all lost: {@code here} has streams open, {@code elsewhere} writes as well. */
class SharedStreamsIT {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Opening OPENING = new Opening("WIDGET", null, null, "en", "Hello, I am an AI.");
    private static final Person ABE = new Person(UUID.randomUUID(), "Abe");
    private static final TenantDatabase DATABASE = Tenancies.pooled();

    private final Followers here = new Followers(DATABASE, new LostHints());
    private final Followers elsewhere = new Followers(DATABASE, new LostHints());
    private Tenant bank;
    private UUID chat;

    @BeforeEach
    void a_conversation() throws Exception {
        bank = Tenancies.register("s" + UUID.randomUUID().toString().substring(0, 8));
        chat = in(bank, () -> here.conversations.open(OPENING));
    }

    @Test
    void what_this_process_stores_is_on_all_streams_written_once_and_read_by_nobody() throws Exception {
        List<Followers.Stream> streams = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            streams.add(here.follow(bank, chat, 0));
            assertThat(streams.getLast().message().id()).isEqualTo("1");
        }
        int before = here.transactions();
        say(here, "Hello");
        TextEvent first = streams.getFirst().message();
        assertThat(first.id()).isEqualTo("2");
        assertThat(first.data()).contains("\"text\":\"Hello\"", "\"author\":\"CUSTOMER\"");
        assertThat(streams.getFirst().next("state").data()).contains("\"working\":true");
        for (Followers.Stream other : streams.subList(1, 3)) {
            assertThat(other.message()).isSameAs(first);
            assertThat(other.next("state").data()).contains("\"working\":true");
        }
        assertThat(here.transactions() - before).as("the message's own").isEqualTo(1);
    }

    @Test
    void the_hint_that_says_the_same_makes_nobody_read_and_one_that_says_more_does() throws Exception {
        HeardHints hints = new HeardHints();
        Followers heard = new Followers(DATABASE, hints);
        Followers.Stream stream = heard.follow(bank, chat, 0);
        assertThat(stream.message().id()).isEqualTo("1");
        int before = heard.transactions();
        say(heard, "Hello");
        assertThat(stream.message().id()).isEqualTo("2");
        // Whatever was asked for meanwhile comes before this.
        say(elsewhere, "Of another process");
        say(heard, "Hello again");
        assertThat(stream.message().id()).isEqualTo("3");
        assertThat(stream.message().id()).isEqualTo("4");
        int reads = heard.transactions() - before - 2;
        assertThat(reads).as("one look for what is missing").isEqualTo(1);
        say(elsewhere, "Told of by Redis");
        hints.publish(new Hint(UUID.randomUUID(), bank.id(), chat, "message"));
        assertThat(stream.message().id()).isEqualTo("5");
    }

    @Test
    void what_was_missed_is_read_before_what_comes_after_it() throws Exception {
        Followers.Stream stream = here.follow(bank, chat, 0);
        assertThat(stream.message().id()).isEqualTo("1");
        say(elsewhere, "nobody here is told");
        say(here, "this one is handed over");
        assertThat(stream.message().data()).contains("nobody here is told");
        assertThat(stream.message().data()).contains("this one is handed over");
        assertThat(stream.rest()).noneMatch(event -> event.name().equals("message"));
    }

    @Test
    void what_is_handed_over_in_another_order_comes_in_its_own_and_once() throws Exception {
        List<Change> changes = changesOf(elsewhere, () -> {
            say(elsewhere, "two");
            say(elsewhere, "three");
            say(elsewhere, "four");
        });
        UUID open = chat;
        Followers.Stream stream = here.follow(bank, open, 1);
        for (int seq = 2; seq <= 4; seq++) {
            assertThat(stream.message().id()).isEqualTo("" + seq);
        }
        for (int index : new int[] {2, 0, 1, 2}) {
            in(bank, () -> {
                here.watchers.stored(open, changes.get(index));
                return null;
            });
        }
        say(here, "five");
        assertThat(stream.next("message").id()).isEqualTo("5");
    }

    @Test
    void a_change_of_another_bank_is_heard_by_nobody_here() throws Exception {
        Tenant other = Tenancies.register("s" + UUID.randomUUID().toString().substring(0, 8));
        Followers.Stream own = here.follow(bank, chat, 1);
        own.next("state");
        Followers.Stream stranger = here.follow(other, chat, 0);
        // As if the other bank had a conversation of the same id, and this was its next message.
        Change real = changesOf(elsewhere, () -> say(elsewhere, "of this bank")).getFirst();
        Change foreign = new Change(said(real.message(), "of another bank"), real.after(), real.hints());
        in(other, () -> {
            here.watchers.stored(chat, foreign);
            return null;
        });
        in(bank, () -> {
            here.watchers.stored(UUID.randomUUID(), foreign);
            return null;
        });
        say(here, "goes on");
        assertThat(own.message().data()).contains("of this bank");
        assertThat(own.message().data()).contains("goes on");
        await(stranger::isOver);
        assertThat(stranger.rest()).isEmpty();
    }

    private static Message said(Message as, String text) {
        return new Message(as.seq(), as.author(), text, null, null, null, null, null, null, as.createdAt());
    }

    @Test
    void a_reader_without_room_has_it_all_when_it_has_room_again_and_others_do_not_wait() throws Exception {
        Followers.Stream quick = here.follow(bank, chat, 0);
        Followers.Stream slow = here.follow(bank, chat, 0, 2);
        assertThat(slow.message().id()).isEqualTo("1");
        for (int seq = 2; seq <= 30; seq++) {
            say(here, "number " + seq);
        }
        for (int seq = 1; seq <= 30; seq++) {
            assertThat(quick.message().id()).isEqualTo("" + seq);
        }
        assertThat(slow.rest()).isEmpty();
        for (int seq = 2; seq <= 30; seq++) {
            slow.request(1);
            assertThat(slow.message().id()).isEqualTo("" + seq);
        }
        slow.request(1);
        assertThat(slow.next("state").data()).contains("\"working\":true");
    }

    @Test
    void many_write_in_two_processes_and_each_stream_has_everything_once_and_in_order() throws Exception {
        int writers = 6;
        int each = 40;
        List<Followers.Stream> streams = new ArrayList<>();
        try (ExecutorService crew = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < writers; i++) {
                Followers process = i % 3 == 0 ? elsewhere : here;
                crew.submit(() -> {
                    for (int n = 0; n < each; n++) {
                        say(process, "one of many");
                    }
                    return null;
                });
            }
            for (int i = 0; i < 8; i++) {
                streams.add(here.follow(bank, chat, i % 2, i % 4 == 3 ? 1 : Integer.MAX_VALUE));
                Thread.sleep(20);
            }
        }
        // The last of elsewhere may have come last.
        here.watchers.lookForLost();
        long all = 1 + writers * each;
        for (int i = 0; i < streams.size(); i++) {
            Followers.Stream stream = streams.get(i);
            List<Long> heard = new ArrayList<>();
            while (heard.isEmpty() || heard.getLast() < all) {
                if (i % 4 == 3) {
                    stream.request(2);
                }
                heard.add(Long.parseLong(stream.message().id()));
            }
            assertThat(heard).isEqualTo(LongStream.rangeClosed(1 + i % 2, all).boxed().toList());
        }
    }

    /** What is handed over instead of being read must be what would have been read. */
    @Test
    void what_is_handed_over_is_what_stands_in_the_database() throws Exception {
        var turns = elsewhere.turns(Audits.chained());
        var ownership = new StoredOwnership(elsewhere.database, Audits.chained(), elsewhere.writing);
        UUID action = UUID.randomUUID();
        same(() -> elsewhere.conversations.append(chat, "m1", "What is the fee?", MINUTE));
        same(() -> elsewhere.conversations.append(chat, "m2", "And the limit?", MINUTE));
        String card = "{\"citations\":[{\"title\":\"Fees\",\"heading\":\"Cards\",\"url\":\"https://b.example/f\"}],"
                + "\"card\":{\"kind\":\"CONFIRM\",\"actionId\":\"" + action + "\",\"amount\":1.50}}";
        same(() -> turns.reply(turns.claim(MINUTE).orElseThrow(), new Reply("None.", card, Owner.ASSISTANT, "A", "en", null, null, "{}")));
        same(() -> turns.reply(turns.claim(MINUTE).orElseThrow(), new Reply("Five.", null, Owner.ASSISTANT, "A", "en", null, null, "{}")));
        same(() -> elsewhere.conversations.resume(chat, new StepTaken(action, StepTaken.State.DONE, "Confirmed."), MINUTE));
        same(() -> turns.reply(turns.claim(MINUTE).orElseThrow(), new Reply("Once more.", card, Owner.ASSISTANT, "A", "en", null, null, "{}")));
        same(() -> elsewhere.conversations.append(chat, "m3", "A person", MINUTE));
        same(() -> turns.reply(turns.claim(MINUTE).orElseThrow(), new Reply("Soon.", null, Owner.QUEUE, "E", "en", null, null, "{}")));
        same(() -> elsewhere.conversations.append(chat, "m4", "Hello?", MINUTE));
        assertThat(in(bank, () -> ownership.take(chat, ABE, elsewhere.conversations.find(chat).orElseThrow().version(), "Abe is here.")))
                .isInstanceOf(OwnershipOutcome.Done.class);
        same(() -> ownership.say(chat, ABE, "a1", "Hello, I am Abe."));
        same(() -> elsewhere.conversations.append(chat, "m5", "Hello Abe", MINUTE));
    }

    private void same(Callable<?> act) throws Exception {
        List<Change> changes = changesOf(elsewhere, () -> in(bank, act));
        assertThat(changes).hasSize(1);
        Change change = changes.getFirst();
        in(bank, () -> {
            var now = elsewhere.conversations.find(chat).orElseThrow();
            assertThat(change.after()).isEqualTo(ConversationState.of(now));
            assertThat(elsewhere.conversations.messages(chat, now.lastSeq() - 1, 10)).containsExactly(change.message());
            return null;
        });
    }

    private void say(Followers process, String text) throws Exception {
        in(bank, () -> process.conversations.append(chat, UUID.randomUUID().toString(), text, MINUTE));
    }

    private interface Act {
        void run() throws Exception;
    }

    /** What a process hands over to whoever follows the conversation in it. */
    private List<Change> changesOf(Followers process, Act act) throws Exception {
        List<Change> changes = new CopyOnWriteArrayList<>();
        try (var ignored = process.watchers.watch(bank, chat, new Watchers.Watcher() {
            @Override
            public void hear(Hint hint) {}

            @Override
            public void hand(Change change) {
                changes.add(change);
            }

            @Override
            public void check(long lastSeq, long version) {}
        })) {
            act.run();
        }
        return changes;
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        for (int i = 0; i < 500 && !done.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(done.getAsBoolean()).isTrue();
    }

    private static <T> T in(Tenant tenant, Callable<T> work) throws Exception {
        return CurrentTenant.call(tenant, work::call);
    }
}
