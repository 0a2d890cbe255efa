package io.openteller.platform.conversation.internal;

import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.serde.ObjectMapper;
import io.openteller.platform.conversation.Conversation;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.EventStreams;
import io.openteller.platform.conversation.Message;
import io.openteller.platform.conversation.MessageView;
import io.openteller.platform.conversation.Partial;
import io.openteller.platform.coordination.Hints;
import io.openteller.platform.coordination.OpenStreams;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/**
 * Each open stream reads what is new from the database whenever it is told to look. Reading by sequence number makes resuming
 * exact, and what a slow reader has not taken stays where it is: in the database. A stream on which nothing happens has no thread.
 */
@Singleton
class PolledStreams implements EventStreams {

    private static final Logger log = LoggerFactory.getLogger(PolledStreams.class);
    private static final int PAGE = 100;
    private static final Duration HEARTBEAT = Duration.ofSeconds(12);

    /** So long a reader may have no room before its stream ends; it resumes where it was. */
    private static final Duration STUCK = Duration.ofSeconds(30);

    private final Conversations conversations;
    private final TenantDatabase database;
    private final Watchers watchers;
    private final Partials partials;
    private final MessageViews views;
    private final ObjectMapper json;
    private final OpenStreams open;
    private final Set<Reader> readers = ConcurrentHashMap.newKeySet();

    PolledStreams(
            Conversations conversations,
            TenantDatabase database,
            Watchers watchers,
            Partials partials,
            MessageViews views,
            ObjectMapper json,
            OpenStreams open) {
        this.conversations = conversations;
        this.database = database;
        this.watchers = watchers;
        this.partials = partials;
        this.views = views;
        this.json = json;
        this.open = open;
    }

    @Override
    public List<MessageView> views(List<Message> messages) {
        return messages.stream().map(views::view).toList();
    }

    @Override
    public void show(UUID conversation, Partial partial) {
        partials.show(conversation, partial);
    }

    @Override
    public Publisher<Event<String>> follow(Tenant tenant, UUID conversation, long afterSeq) {
        Flux<Event<String>> events = Flux.create(
                sink -> new Reader(tenant, conversation, afterSeq, sink).begin(), FluxSink.OverflowStrategy.BUFFER);
        return open.open("conversation", events);
    }

    /** One look at all of them is less than a timer for each. */
    @Scheduled(fixedDelay = "1s")
    void beat() {
        readers.forEach(Reader::beat);
    }

    /** What is new: the conversation as it is now, and what was said since. */
    private record News(Conversation now, List<Message> messages) {}

    private News news(UUID conversation, long seen, int most) {
        return database.inTransaction(sql -> {
            Conversation now = conversations.find(conversation).orElseThrow();
            return new News(now, now.lastSeq() > seen ? conversations.messages(conversation, seen, most) : List.of());
        });
    }

    /** Nobody waits for it while there is nothing to do: a thread reads when it is told to, and goes. */
    private final class Reader implements Watchers.Watcher {
        private final Tenant tenant;
        private final UUID conversation;
        private final FluxSink<Event<String>> sink;
        private final AtomicInteger looks = new AtomicInteger();
        private final Partials.Inbox partial;
        private final Hints.Listening watching;
        private volatile long seen;
        private volatile long version = -1;
        private volatile boolean waitsForRoom;
        private volatile long lastRoom = System.nanoTime();
        private volatile long lastSent = System.nanoTime();
        private String lastState = "";

        Reader(Tenant tenant, UUID conversation, long afterSeq, FluxSink<Event<String>> sink) {
            this.tenant = tenant;
            this.conversation = conversation;
            this.seen = afterSeq;
            this.sink = sink;
            this.partial = partials.open(tenant, conversation, this::look);
            this.watching = watchers.watch(tenant, conversation, this);
        }

        void begin() {
            readers.add(this);
            sink.onDispose(this::close);
            sink.onRequest(more -> roomAgain());
            look();
        }

        /** Whoever is told while a thread reads is heard by that one. */
        @Override
        public void look() {
            if (looks.getAndIncrement() == 0) {
                Thread.ofVirtual().name("stream-" + conversation).start(() -> CurrentTenant.run(tenant, this::work));
            }
        }

        private void work() {
            int told = looks.get();
            try {
                do {
                    if (!sink.isCancelled()) {
                        read();
                        partial.take().filter(shown -> hasRoom()).ifPresent(this::send);
                    }
                    told = looks.addAndGet(-told);
                } while (told != 0);
            } catch (RuntimeException failure) {
                // The client resumes from the last number it saw.
                log.warn("a stream ended early conversation={}", conversation, failure);
                sink.complete();
            }
        }

        private void close() {
            if (readers.remove(this)) {
                partial.close();
                watching.close();
            }
        }

        void beat() {
            if (isStuck()) {
                close();
                // Whoever takes what is on the way after all learns why it ends there, and from where to come back.
                sink.next(Event.of("{\"code\":\"TOO_SLOW\",\"after\":" + seen + "}").name("resume"));
                sink.complete();
            } else if (System.nanoTime() - lastSent > HEARTBEAT.toNanos() && hasRoom()) {
                send(Event.of("{}").name("heartbeat"));
            }
        }

        private void send(Event<String> event) {
            lastSent = System.nanoTime();
            sink.next(event);
        }

        @Override
        public boolean isBehind(long lastSeq, long versionNow) {
            return lastSeq > seen || versionNow != version;
        }

        /** However much there is to tell meanwhile: being told does not make room. */
        boolean isStuck() {
            return !hasRoom() && System.nanoTime() - lastRoom > STUCK.toNanos();
        }

        boolean hasRoom() {
            boolean room = sink.requestedFromDownstream() > 0;
            if (!room) {
                waitsForRoom = true;
                // What was made between the first look and this is not missed.
                room = sink.requestedFromDownstream() > 0;
            }
            if (room) {
                lastRoom = System.nanoTime();
            }
            return room;
        }

        void roomAgain() {
            lastRoom = System.nanoTime();
            if (waitsForRoom) {
                waitsForRoom = false;
                look();
            }
        }

        void read() {
            if (!hasRoom()) {
                return;
            }
            // No more than there is room for: the rest would be read again.
            News news = news(conversation, seen, (int) Math.clamp(sink.requestedFromDownstream(), 1, PAGE));
            // The first event of a stream is a state; later a state must not run ahead of the messages that led to it.
            if (lastState.isEmpty()) {
                state(news.now());
            }
            for (Message message : news.messages()) {
                if (!hasRoom()) {
                    return;
                }
                send(Event.of(written(views.view(message)))
                        .name("message")
                        .id(Long.toString(message.seq())));
                seen = message.seq();
            }
            if (news.now().lastSeq() > seen) {
                look();
            } else {
                state(news.now());
            }
        }

        private void state(Conversation now) {
            version = now.version();
            String state = written(ConversationState.of(now));
            if (!state.equals(lastState) && hasRoom()) {
                lastState = state;
                send(Event.of(state).name("state"));
            }
        }
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
