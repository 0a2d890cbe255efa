package io.openteller.platform.coordination.internal;

import io.micronaut.core.type.Argument;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.body.ResponseBodyWriter;
import io.openteller.platform.coordination.EventFlow;
import io.openteller.platform.coordination.TextEvent;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * Writes events that are bytes already. A publisher as a route's own result would be taken apart once more: each event goes to a
 * thread of its own and becomes a body of its own before it is written.
 */
@Singleton
@Produces(MediaType.TEXT_EVENT_STREAM)
class EventFlowWriter implements ResponseBodyWriter<EventFlow> {

    @Override
    public CloseableByteBody writePiece(
            ByteBodyFactory bodies,
            HttpRequest<?> request,
            HttpResponse<?> response,
            Argument<EventFlow> type,
            MediaType mediaType,
            EventFlow flow) {
        // Asked for one by one as they are taken: some wait between, or each would have to be looked up anew.
        return bodies.adapt(Flux.from(flow.events())
                .publishOn(Schedulers.immediate())
                .map(event -> bodies.readBufferFactory().adapt(event.written())));
    }

    @Override
    public void writeTo(
            Argument<EventFlow> type, MediaType mediaType, EventFlow flow, MutableHeaders headers, OutputStream out) {
        try {
            for (TextEvent event : Flux.from(flow.events()).toIterable()) {
                out.write(event.written());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
