package io.openteller.platform.conversation.internal;

import io.micronaut.serde.ObjectMapper;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.TurnQueue;
import io.openteller.platform.coordination.Hints;
import io.openteller.platform.coordination.OpenStreams;
import io.openteller.platform.coordination.Previews;
import io.openteller.platform.coordination.TextEvent;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.internal.Tenancies;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

/** What one process has of the room, on the real database. */
final class Followers {

    private static final int PATIENCE_SECONDS = 10;

    private final AtomicInteger transactions = new AtomicInteger();
    final TenantDatabase database;
    final Watchers watchers;
    final Conversations conversations;
    final Writing writing;
    final SharedStreams streams;

    Followers(TenantDatabase real, Hints hints) {
        this.database = new Counted(real, transactions);
        this.watchers = new Watchers(hints, Tenancies.platform());
        this.writing = new Writing(database, hints, watchers, new ToldChanges(Tenancies.platform(), false));
        this.conversations = new StoredConversations(database, writing, Clock.systemUTC());
        MessageViews views = new MessageViews(ObjectMapper.getDefault());
        this.streams = new SharedStreams(
                watchers,
                new Partials(new NoPreviews(), database, (conversation, partial) -> partial.text(), ObjectMapper.getDefault()),
                views,
                new StreamEvents(conversations, views, ObjectMapper.getDefault()),
                new Uncounted());
    }

    TurnQueue turns(Audit audit) {
        return new StoredTurns(database, audit, writing, Clock.systemUTC());
    }

    int transactions() {
        return transactions.get();
    }

    Stream follow(Tenant tenant, UUID conversation, long after) {
        return follow(tenant, conversation, after, Integer.MAX_VALUE);
    }

    /** @param room how many events it takes before it is asked for more */
    Stream follow(Tenant tenant, UUID conversation, long after, int room) {
        Stream stream = new Stream(room);
        Flux.from(streams.follow(tenant, conversation, after)).subscribe(stream);
        return stream;
    }

    /** One stream, as its reader has it. */
    static final class Stream extends BaseSubscriber<TextEvent> {
        private final BlockingQueue<TextEvent> heard = new LinkedBlockingQueue<>();
        private final int room;
        private volatile boolean over;

        private Stream(int room) {
            this.room = room;
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            subscription.request(room);
        }

        @Override
        protected void hookOnNext(TextEvent event) {
            heard.add(event);
        }

        @Override
        protected void hookOnComplete() {
            over = true;
        }

        boolean isOver() {
            return over;
        }

        /** The next message. */
        TextEvent message() throws InterruptedException {
            return next("message");
        }

        TextEvent next(String name) throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (true) {
                TextEvent event = heard.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (event == null) {
                    throw new AssertionError("no " + name);
                }
                if (name.equals(event.name())) {
                    return event;
                }
            }
        }

        /** What is there and nobody has taken yet. */
        List<TextEvent> rest() {
            List<TextEvent> rest = new ArrayList<>();
            heard.drainTo(rest);
            return rest;
        }
    }

    private record Counted(TenantDatabase real, AtomicInteger count) implements TenantDatabase {
        @Override
        public <T> T inTransaction(Work<T> work) {
            count.incrementAndGet();
            return real.inTransaction(work);
        }

        @Override
        public void afterCommit(Runnable action) {
            real.afterCommit(action);
        }
    }

    private static final class NoPreviews implements Previews {
        @Override
        public void publish(Tenant tenant, UUID conversation, String preview) {}

        @Override
        public Hints.Listening listen(Tenant tenant, UUID conversation, Consumer<String> listener) {
            return () -> {};
        }
    }

    private static final class Uncounted implements OpenStreams {
        @Override
        public Publisher<TextEvent> open(String kind, Publisher<TextEvent> stream) {
            return stream;
        }
    }
}
