package io.openteller.platform.conversation.internal;

import io.micronaut.scheduling.annotation.Scheduled;
import io.openteller.platform.conversation.EventStreams;
import io.openteller.platform.conversation.Message;
import io.openteller.platform.conversation.MessageView;
import io.openteller.platform.conversation.Partial;
import io.openteller.platform.coordination.OpenStreams;
import io.openteller.platform.coordination.TextEvent;
import io.openteller.platform.tenancy.Tenant;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/**
 * All streams of a conversation in this process are told together. Places make resuming exact, and what a slow reader has not taken stays
 * where it is: in the database.
 */
@Singleton
class SharedStreams implements EventStreams {

    private final Watchers watchers;
    private final Partials partials;
    private final MessageViews views;
    private final StreamEvents told;
    private final OpenStreams open;
    private final Map<Whose, Followed> followed = new ConcurrentHashMap<>();

    /** A conversation is one bank's: the same id at another is another conversation. */
    private record Whose(UUID tenant, UUID conversation) {}

    SharedStreams(Watchers watchers, Partials partials, MessageViews views, StreamEvents told, OpenStreams open) {
        this.watchers = watchers;
        this.partials = partials;
        this.views = views;
        this.told = told;
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
    public Publisher<TextEvent> follow(Tenant tenant, UUID conversation, long afterSeq) {
        Flux<TextEvent> events = Flux.create(
                sink -> begin(tenant, conversation, afterSeq, sink), FluxSink.OverflowStrategy.BUFFER);
        return open.open("conversation", events);
    }

    private void begin(Tenant tenant, UUID conversation, long afterSeq, FluxSink<TextEvent> sink) {
        Whose whose = new Whose(tenant.id(), conversation);
        Reader reader = new Reader(afterSeq, sink);
        Followed joined = Objects.requireNonNull(followed.compute(whose, (key, known) -> {
            Followed one = known == null ? new Followed(tenant, conversation, told, partials, watchers) : known;
            one.add(reader);
            return one;
        }));
        reader.begin(joined::look, () -> leave(whose, reader));
    }

    private void leave(Whose whose, Reader reader) {
        followed.computeIfPresent(whose, (key, one) -> {
            if (one.isLeftBy(reader)) {
                one.close();
                return null;
            }
            return one;
        });
    }

    /** One look at all of them is less than a timer for each. */
    @Scheduled(fixedDelay = "1s")
    void beat() {
        followed.values().forEach(Followed::beat);
    }
}
