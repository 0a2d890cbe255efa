package io.openteller.platform.conversation.internal;

import io.micronaut.http.sse.Event;
import io.micronaut.serde.ObjectMapper;
import io.openteller.platform.conversation.Conversation;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.EventStreams;
import io.openteller.platform.conversation.Message;
import io.openteller.platform.conversation.MessageView;
import io.openteller.platform.conversation.Partial;
import io.openteller.platform.coordination.OpenStreams;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/**
 * One virtual thread per open stream reads what is new from the database whenever it is told to look. Reading by sequence
 * number makes resuming exact, and what a slow reader has not taken stays where it is: in the database.
 */
@Singleton
class PolledStreams implements EventStreams {

    private static final Logger log = LoggerFactory.getLogger(PolledStreams.class);
    private static final int PAGE = 100;
    private static final int HEARTBEAT_SECONDS = 12;

    /** So long a reader may have no room before its stream ends; it resumes where it was. */
    private static final Duration STUCK = Duration.ofSeconds(30);

    private final Conversations conversations;
    private final TenantDatabase database;
    private final Watchers watchers;
    private final Partials partials;
    private final MessageViews views;
    private final ObjectMapper json;
    private final OpenStreams open;

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
                sink -> Thread.ofVirtual()
                        .name("stream-" + conversation)
                        .start(() -> CurrentTenant.run(tenant, () -> follow(tenant, conversation, afterSeq, sink))),
                FluxSink.OverflowStrategy.BUFFER);
        return open.open("conversation", events);
    }

    private void follow(Tenant tenant, UUID conversation, long afterSeq, FluxSink<Event<String>> sink) {
        Reader reader = new Reader(conversation, afterSeq, sink);
        sink.onRequest(more -> reader.roomAgain());
        sink.onCancel(reader::look);
        try (var partial = partials.open(tenant, conversation, reader::look);
                var watching = watchers.watch(tenant, conversation, reader)) {
            reader.look();
            while (!sink.isCancelled() && !reader.isStuck()) {
                if (reader.awaitLook()) {
                    reader.read();
                    partial.take().filter(shown -> reader.hasRoom()).ifPresent(sink::next);
                } else if (reader.hasRoom()) {
                    sink.next(Event.of("{}").name("heartbeat"));
                }
            }
            if (!sink.isCancelled()) {
                // Whoever takes what is on the way after all learns why it ends there, and from where to come back.
                sink.next(Event.of("{\"code\":\"TOO_SLOW\",\"after\":" + reader.seen + "}").name("resume"));
            }
            sink.complete();
        } catch (InterruptedException stop) {
            sink.complete();
        } catch (RuntimeException failure) {
            // The client resumes from the last number it saw.
            log.warn("a stream ended early conversation={}", conversation, failure);
            sink.complete();
        }
    }

    /** What is new: the conversation as it is now, and what was said since. */
    private record News(Conversation now, List<Message> messages) {}

    private News news(UUID conversation, long seen) {
        return database.inTransaction(sql -> {
            Conversation now = conversations.find(conversation).orElseThrow();
            return new News(now, now.lastSeq() > seen ? conversations.messages(conversation, seen, PAGE) : List.of());
        });
    }

    private final class Reader implements Watchers.Watcher {
        private final UUID conversation;
        private final FluxSink<Event<String>> sink;
        private final Semaphore look = new Semaphore(0);
        private volatile long seen;
        private volatile long version = -1;
        private volatile boolean waitsForRoom;
        private volatile long lastRoom = System.nanoTime();
        private String lastState = "";

        Reader(UUID conversation, long afterSeq, FluxSink<Event<String>> sink) {
            this.conversation = conversation;
            this.seen = afterSeq;
            this.sink = sink;
        }

        @Override
        public void look() {
            look.release();
        }

        @Override
        public boolean isBehind(long lastSeq, long versionNow) {
            return lastSeq > seen || versionNow != version;
        }

        boolean awaitLook() throws InterruptedException {
            boolean told = look.tryAcquire(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
            look.drainPermits();
            return told;
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
            News news = news(conversation, seen);
            // The first event of a stream is a state; later a state must not run ahead of the messages that led to it.
            if (lastState.isEmpty()) {
                state(news.now());
            }
            for (Message message : news.messages()) {
                if (!hasRoom()) {
                    return;
                }
                sink.next(Event.of(written(views.view(message)))
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
                sink.next(Event.of(state).name("state"));
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
