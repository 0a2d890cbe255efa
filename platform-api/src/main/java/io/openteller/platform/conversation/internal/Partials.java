package io.openteller.platform.conversation.internal;

import io.micronaut.serde.ObjectMapper;
import io.openteller.platform.conversation.LastHop;
import io.openteller.platform.conversation.Partial;
import io.openteller.platform.coordination.Hints;
import io.openteller.platform.coordination.Previews;
import io.openteller.platform.coordination.TextEvent;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Partials on their way from the worker that writes to the streams that are open. Nothing of them is kept. */
@Singleton
class Partials {

    private static final Logger log = LoggerFactory.getLogger(Partials.class);

    private final Previews previews;
    private final TenantDatabase database;
    private final LastHop lastHop;
    private final ObjectMapper json;

    Partials(Previews previews, TenantDatabase database, LastHop lastHop, ObjectMapper json) {
        this.previews = previews;
        this.database = database;
        this.lastHop = lastHop;
        this.json = json;
    }

    void show(UUID conversation, Partial partial) {
        previews.publish(CurrentTenant.get(), conversation, written(partial));
    }

    /** @param look called when there is one to look at */
    Inbox open(Tenant tenant, UUID conversation, Runnable look) {
        return new Inbox(tenant, conversation, look);
    }

    /** The newest partial for one stream: who reads slowly gets fewer of them, not a queue. */
    final class Inbox implements AutoCloseable {

        private final UUID conversation;
        private final AtomicReference<String> newest = new AtomicReference<>("");
        private final Hints.Listening listening;

        Inbox(Tenant tenant, UUID conversation, Runnable look) {
            this.conversation = conversation;
            this.listening = previews.listen(tenant, conversation, preview -> {
                newest.set(preview);
                look.run();
            });
        }

        /**
         * Asked after the messages were read. The database says whether the turn is still this worker's, as the
         * transaction that stores its message ends the turn: a partial never follows the message that replaces it.
         */
        Optional<TextEvent> take() {
            String written = newest.getAndSet("");
            if (written.isEmpty()) {
                return Optional.empty();
            }
            try {
                Partial partial = Objects.requireNonNull(json.readValue(written, Partial.class));
                return database.inTransaction(sql -> TurnSql.isWriting(sql, partial.turn(), partial.fence()))
                        ? Optional.of(event(partial))
                        : Optional.empty();
            } catch (IOException unreadable) {
                // Of a replica with another version of the platform.
                log.debug("a partial could not be read conversation={}", conversation, unreadable);
                return Optional.empty();
            }
        }

        private TextEvent event(Partial partial) {
            String text = lastHop.text(conversation, partial);
            return TextEvent.of("partial", written(new PartialView(partial.turn(), text, partial.citations())));
        }

        @Override
        public void close() {
            listening.close();
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
