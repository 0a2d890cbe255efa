package io.openteller.bench.customers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A conversation as its customer sees it: follows the stream, and takes it up again where it broke off. */
public final class EventStream implements AutoCloseable {

    /** A card that came and was not answered, by what the stream said. @param kind OTP or CONFIRM */
    public record Card(String kind, String action, String challenge) {}

    private final Wire wire;
    private final String path;
    private final Map<String, String> bearer;
    private final Diary diary;
    private final Thread thread;
    private final List<JsonNode> messages = new ArrayList<>();
    private final Map<String, Card> cards = new LinkedHashMap<>();
    private String owner = "ASSISTANT";
    private boolean working;
    private long seen;
    private volatile boolean closed;
    private volatile @Nullable Stream<String> open;

    EventStream(Wire wire, String path, Map<String, String> bearer, Diary diary) {
        this.wire = wire;
        this.path = path;
        this.bearer = bearer;
        this.diary = diary;
        this.thread = Thread.ofVirtual().start(this::follow);
    }

    private void follow() {
        while (!closed) {
            try (Stream<String> lines = wire.lines(path + "?after=" + last(), bearer)) {
                open = lines;
                String[] name = {""};
                lines.takeWhile(line -> !closed).forEach(line -> {
                    if (line.startsWith("event:")) {
                        name[0] = line.substring(6).strip();
                    } else if (line.startsWith("data:")) {
                        take(name[0], Wire.tree(line.substring(5)));
                    }
                });
            } catch (IOException | RuntimeException broken) {
                // The platform was killed, or this is over.
            } catch (InterruptedException stop) {
                return;
            }
            if (!closed) {
                Visit.pause(300);
            }
        }
    }

    private synchronized void take(String name, JsonNode event) {
        switch (name) {
            case "message" -> message(event);
            case "state" -> {
                owner = event.path("owner").asText();
                working = event.path("working").booleanValue();
            }
            default -> {}
        }
        notifyAll();
    }

    private void message(JsonNode message) {
        long seq = message.path("seq").asLong();
        if (seq != seen + 1) {
            diary.surprise("a stream went from message " + seen + " to " + seq + ": " + path);
        }
        seen = seq;
        messages.add(message);
        JsonNode card = message.path("card");
        if (card.isObject()) {
            Card shown = new Card(
                    card.path("kind").asText(), card.path("actionId").asText(), card.path("challengeId").asText());
            cards.put(shown.action(), shown);
        }
    }

    /** Number of the last message that came. */
    public synchronized long last() {
        return seen;
    }

    /** The card that came last, if no other message of the assistant came after it. */
    public synchronized @Nullable Card card() {
        JsonNode last = lastSaid();
        String action = last == null ? "" : last.path("card").path("actionId").asText();
        return cards.get(action);
    }

    /** All that came, the oldest first. */
    public synchronized List<Card> cards() {
        return List.copyOf(cards.values());
    }

    public synchronized String told() {
        JsonNode last = lastSaid();
        return last == null ? "" : last.path("text").asText();
    }

    public synchronized boolean isAssistants() {
        return owner.equals("ASSISTANT");
    }

    private @Nullable JsonNode lastSaid() {
        return messages.reversed().stream()
                .filter(message -> message.path("author").asText().equals("ASSISTANT"))
                .findFirst()
                .orElse(null);
    }

    /** Until the assistant has said something after the message with that number, and nothing more is worked on. */
    public synchronized boolean awaitReply(long after, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!(isAnswered(after) && !working) && isAssistants()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            try {
                wait(left);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private boolean isAnswered(long after) {
        return messages.reversed().stream()
                .takeWhile(message -> message.path("seq").asLong() > after)
                .anyMatch(message -> message.path("author").asText().equals("ASSISTANT"));
    }

    @Override
    public void close() {
        closed = true;
        Stream<String> lines = open;
        if (lines != null) {
            lines.close();
        }
        thread.interrupt();
    }
}
