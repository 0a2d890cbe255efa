package io.openteller.platform.conversation;

import io.openteller.platform.coordination.TextEvent;
import io.openteller.platform.tenancy.Tenant;
import java.util.List;
import java.util.UUID;
import org.reactivestreams.Publisher;

/** What happens in a conversation, as it happens. */
public interface EventStreams {

    /**
     * First the state, then every message after {@code afterSeq}, then what comes: {@code message} (its id is the sequence
     * number), {@code state}, {@code partial} with what may be shown of the reply that is being written, and
     * {@code heartbeat} when nothing else is to say. Data are JSON objects. A partial has no number: who comes back gets the
     * message. A reader that takes nothing for half a minute is cut: the last event, {@code resume}, says from where to come back.
     */
    Publisher<TextEvent> follow(Tenant tenant, UUID conversation, long afterSeq);

    /** Shows whoever follows a conversation of the current tenant what its next message will begin with. */
    void show(UUID conversation, Partial partial);

    /** As readers get them. */
    List<MessageView> views(List<Message> messages);
}
