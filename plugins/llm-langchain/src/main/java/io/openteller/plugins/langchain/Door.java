package io.openteller.plugins.langchain;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import io.openteller.spi.Http.HttpFault;
import io.openteller.spi.HttpAnswer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * langchain4j's way out: the platform's, of whichever call this thread works for. langchain4j's models are made once per
 * settings and are given this one client; everything they send they send on the calling thread.
 */
final class Door implements HttpClient {

    private static final SuccessfulHttpResponse OPENED =
            SuccessfulHttpResponse.builder().statusCode(200).body("").build();

    private final ThreadLocal<@Nullable Exchange> current = new ThreadLocal<>();

    <R> R through(Exchange exchange, Supplier<R> work) {
        current.set(exchange);
        try {
            return work.get();
        } finally {
            current.remove();
        }
    }

    private Exchange exchange() {
        return Objects.requireNonNull(current.get(), "asked outside of a call");
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        Exchange exchange = exchange();
        try (HttpAnswer answer = exchange.sent(request)) {
            String body = exchange.text(answer);
            refuse(exchange, answer, body);
            exchange.saw(body);
            if (Errors.isOne(body)) {
                exchange.failed(body);
                throw new HttpException(answer.status(), "refused");
            }
            return SuccessfulHttpResponse.builder()
                    .statusCode(answer.status())
                    .body(body)
                    .build();
        } catch (HttpFault broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        Exchange exchange = exchange();
        try (HttpAnswer answer = exchange.sent(request)) {
            if (answer.status() / 100 != 2) {
                refuse(exchange, answer, exchange.text(answer));
            }
            listener.onOpen(OPENED);
            parser.parse(exchange.watched(answer), new Told(listener, exchange));
            if (exchange.fault() == null) {
                listener.onClose();
            }
        } catch (HttpFault broken) {
            listener.onError(broken);
        }
    }

    private static void refuse(Exchange exchange, HttpAnswer answer, String body) {
        if (answer.status() / 100 != 2) {
            exchange.failed(body);
            throw new HttpException(answer.status(), "refused");
        }
    }

    /** An error in the middle of an answer has no status; most of langchain4j passes it over. */
    private record Told(ServerSentEventListener listener, Exchange exchange) implements ServerSentEventListener {

        @Override
        public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
            if ("error".equals(event.event()) || Errors.isOne(event.data())) {
                exchange.failed(event.data());
                exchange.stop();
            } else if (!exchange.stopped()) {
                exchange.saw(event.data());
                listener.onEvent(new ServerSentEvent(event.event(), exchange.event(event.data())), context);
            }
        }

        @Override
        public void onError(Throwable failure) {
            listener.onError(failure);
        }
    }

    HttpClientBuilder builder() {
        return new HttpClientBuilder() {
            @Override
            public @Nullable Duration connectTimeout() {
                return null;
            }

            @Override
            public HttpClientBuilder connectTimeout(@Nullable Duration ignored) {
                return this;
            }

            @Override
            public @Nullable Duration readTimeout() {
                return null;
            }

            @Override
            public HttpClientBuilder readTimeout(@Nullable Duration ignored) {
                return this;
            }

            @Override
            public HttpClient build() {
                return Door.this;
            }
        };
    }
}
