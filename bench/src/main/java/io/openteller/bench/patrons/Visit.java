package io.openteller.bench.patrons;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.openteller.bench.load.Client;
import io.openteller.bench.load.Event;
import io.openteller.bench.load.Subscription;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One conversation as its customer's widget sees it: one stream, taken up again after the last number when it breaks. */
public final class Visit implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    /** The reply that hands over comes beside the news that it did. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final Client client;
    private final Tally tally;
    private final UUID conversation;
    private final String token;
    private final Set<String> turns = new HashSet<>();
    private volatile @Nullable Subscription subscription;
    private boolean closed;
    private long seen;
    private long saidSeq;
    private long saidNanos;
    private String owner = "ASSISTANT";
    private @Nullable JsonNode card;

    public Visit(Client client, Tally tally, UUID conversation, String token) {
        this.client = client;
        this.tally = tally;
        this.conversation = conversation;
        this.token = token;
        follow();
    }

    private void follow() {
        long after;
        synchronized (this) {
            if (closed) {
                return;
            }
            after = seen;
        }
        subscription = client.stream(path("/events?after=" + after), token, this::take, this::lost);
    }

    private void lost() {
        Thread.ofVirtual().start(() -> {
            pause(200);
            follow();
        });
    }

    private synchronized void take(Event event) {
        if (event.name().equals("state")) {
            owner = word(event.data(), "\"owner\":\"");
        } else if (event.name().equals("message")) {
            message(event);
        }
        notifyAll();
    }

    private void message(Event event) {
        long seq = Long.parseLong(event.id());
        if (seq <= seen) {
            // A stream that was taken up while the one before was still being read.
            return;
        }
        if (seq != seen + 1) {
            tally.gap("a stream went from " + seen + " to " + seq + " in " + conversation);
        }
        seen = seq;
        String data = event.data();
        if (data.contains("\"author\":\"ASSISTANT\"")) {
            String turn = word(data, "\"turnId\":\"");
            if (!turn.isEmpty() && !turns.add(turn)) {
                tally.twice("turn " + turn + " was answered twice");
            }
            saidSeq = seq;
            saidNanos = event.nanos();
            card = data.contains("\"card\":{") ? tree(data).path("card") : null;
        }
    }

    private static String word(String data, String after) {
        int at = data.indexOf(after);
        return at < 0 ? "" : data.substring(at + after.length(), data.indexOf('"', at + after.length()));
    }

    /**
     * Until the assistant has said something after the message with that number. Who is told that a person goes on waits for that
     * person, and no longer here: a message may cross that news.
     *
     * @return when its last byte came; 0 if nothing did, for whatever reason
     */
    public synchronized long awaitReply(long after, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        boolean handed = false;
        while (saidSeq <= after) {
            if (!owner.equals("ASSISTANT") && !handed) {
                handed = true;
                end = Math.min(end, System.nanoTime() + LAST_WORDS.toNanos());
            }
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return 0;
            }
            try {
                wait(left);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return 0;
            }
        }
        return saidNanos;
    }

    public synchronized boolean isAssistants() {
        return owner.equals("ASSISTANT");
    }

    public synchronized long said() {
        return saidSeq;
    }

    /** What the last reply asks for; null if nothing. */
    public synchronized @Nullable JsonNode card() {
        return card;
    }

    public UUID conversation() {
        return conversation;
    }

    public String token() {
        return token;
    }

    public String path(String what) {
        return "/api/v1/widget/conversations/" + conversation + what;
    }

    public static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("not JSON: " + json, broken);
        }
    }

    public static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        Subscription open = subscription;
        if (open != null) {
            open.close();
        }
    }
}
