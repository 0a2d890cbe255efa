package io.openteller.platform.conversation.internal;

import io.micronaut.http.sse.Event;
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
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
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
 * One virtual thread per open stream reads what is new from the database whenever a hint says so, and every few seconds
 * in case a hint was lost. Reading by sequence number makes resuming exact.
 */
@Singleton
class PolledStreams implements EventStreams {

    private static final Logger log = LoggerFactory.getLogger(PolledStreams.class);
    private static final int PAGE = 100;
    private static final int LOOK_EVERY_SECONDS = 3;
    private static final int HEARTBEAT_EVERY_LOOKS = 4;

    private final Conversations conversations;
    private final Hints hints;
    private final Partials partials;
    private final MessageViews views;
    private final ObjectMapper json;
    private final OpenStreams open;

    PolledStreams(
            Conversations conversations,
            Hints hints,
            Partials partials,
            MessageViews views,
            ObjectMapper json,
            OpenStreams open) {
        this.conversations = conversations;
        this.hints = hints;
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
        Semaphore look = new Semaphore(0);
        try (var partial = partials.open(tenant, conversation, look::release);
                var listening = hints.listen(tenant, hint -> {
                    if (hint.conversation().equals(conversation)) {
                        look.release();
                    }
                })) {
            Reader reader = new Reader(conversation, afterSeq, sink);
            int quietLooks = 0;
            while (!sink.isCancelled()) {
                quietLooks = reader.read() ? 0 : quietLooks + 1;
                partial.take().filter(shown -> sink.requestedFromDownstream() > 0).ifPresent(sink::next);
                if (quietLooks >= HEARTBEAT_EVERY_LOOKS) {
                    sink.next(Event.of("{}").name("heartbeat"));
                    quietLooks = 0;
                }
                if (look.tryAcquire(LOOK_EVERY_SECONDS, TimeUnit.SECONDS)) {
                    look.drainPermits();
                }
            }
        } catch (InterruptedException stop) {
            sink.complete();
        } catch (RuntimeException failure) {
            // The client resumes from the last number it saw.
            log.warn("a stream ended early conversation={}", conversation, failure);
            sink.complete();
        }
    }

    private final class Reader {
        private final UUID conversation;
        private final FluxSink<Event<String>> sink;
        private long seen;
        private String lastState = "";

        Reader(UUID conversation, long afterSeq, FluxSink<Event<String>> sink) {
            this.conversation = conversation;
            this.seen = afterSeq;
            this.sink = sink;
        }

        /** @return whether there was anything new */
        boolean read() {
            Conversation now = conversations.find(conversation).orElseThrow();
            // The first event of a stream is a state; later a state must not run ahead of the messages that led to it.
            boolean first = lastState.isEmpty();
            boolean said = first && state(now);
            while (now.lastSeq() > seen) {
                for (Message message : conversations.messages(conversation, seen, PAGE)) {
                    sink.next(Event.of(written(views.view(message)))
                            .name("message")
                            .id(Long.toString(message.seq())));
                    seen = message.seq();
                    said = true;
                }
            }
            return state(now) || said;
        }

        private boolean state(Conversation now) {
            String state = written(ConversationState.of(now));
            if (state.equals(lastState)) {
                return false;
            }
            lastState = state;
            sink.next(Event.of(state).name("state"));
            return true;
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
