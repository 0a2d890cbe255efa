package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The event stream of a conversation, read as a browser reads it. */
final class TestStream implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 25;

    private final Stream<String> lines;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    /** @param id empty if the event has none */
    record Event(String name, String id, JsonNode data) {

        String text() {
            return data.get("text").getStringValue();
        }

        boolean from(String author) {
            return name.equals("message") && data.get("author").getStringValue().equals(author);
        }
    }

    private TestStream(Stream<String> lines) {
        this.lines = lines;
        Thread.ofVirtual().start(this::read);
    }

    static TestStream open(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> answer =
                TestVisitor.CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        return new TestStream(answer.body());
    }

    private void read() {
        Map<String, String> fields = new HashMap<>();
        try {
            lines.forEach(line -> {
                if (line.isEmpty() && fields.containsKey("data")) {
                    events.add(event(fields));
                    fields.clear();
                } else if (line.contains(":")) {
                    int colon = line.indexOf(':');
                    fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
                }
            });
        } catch (java.io.UncheckedIOException closed) {
            // The test has closed the stream, or the platform was stopped: there is nothing more to read.
            return;
        }
    }

    private static Event event(Map<String, String> fields) {
        try {
            return new Event(
                    fields.getOrDefault("event", ""), fields.getOrDefault("id", ""), TestVisitor.json(fields.get("data")));
        } catch (IOException noJson) {
            throw new java.io.UncheckedIOException(noJson);
        }
    }

    /** The next event, whatever it is. */
    Event next() throws InterruptedException {
        return next(event -> true);
    }

    /** The next event that is wanted; others are passed over. */
    Event next(Predicate<Event> wanted) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        List<Event> passed = new ArrayList<>();
        while (true) {
            Event event = events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            assertThat(event).as("an event that is wanted, after %s", passed).isNotNull();
            if (wanted.test(event)) {
                return event;
            }
            passed.add(event);
        }
    }

    Event nextMessage() throws InterruptedException {
        return next(event -> event.name().equals("message"));
    }

    Event nextFrom(String author) throws InterruptedException {
        return next(event -> event.from(author));
    }

    /** What comes within a time in which nothing more is expected. */
    @Nullable Event nextWithin(long millis) throws InterruptedException {
        return events.poll(millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        lines.close();
    }
}
