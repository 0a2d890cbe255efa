package io.openteller.platform.conversation.internal;

import io.openteller.platform.conversation.internal.StreamEvents.StateEvent;
import io.openteller.platform.coordination.TextEvent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.FluxSink;

/**
 * One open stream: how far it has come, and whether it takes more. What it has no room for is not kept for it, but read again when it has.
 */
final class Reader {

    private static final Duration HEARTBEAT = Duration.ofSeconds(12);
    private static final TextEvent BEAT = TextEvent.of("heartbeat", "{}");

    /** So long a reader may have no room before its stream ends; it resumes where it was. */
    private static final Duration STUCK = Duration.ofSeconds(30);

    private final FluxSink<TextEvent> sink;
    private volatile long seen;
    private volatile boolean waitsForRoom;
    private volatile long lastRoom = System.nanoTime();
    private volatile long lastSent = System.nanoTime();
    private @Nullable ConversationState lastState;

    Reader(long afterSeq, FluxSink<TextEvent> sink) {
        this.seen = afterSeq;
        this.sink = sink;
    }

    /**
     * @param look asks for a look at what this reader has not got, now and whenever it has room again
     * @param left called when its other side is gone
     */
    void begin(Runnable look, Runnable left) {
        sink.onDispose(left::run);
        sink.onRequest(more -> roomAgain(look));
        look.run();
    }

    long seen() {
        return seen;
    }

    /** Has had nothing yet: the first event is a state, whatever else there is. */
    boolean isNew() {
        return lastState == null;
    }

    int room() {
        return (int) Math.min(sink.requestedFromDownstream(), Integer.MAX_VALUE);
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

    private void roomAgain(Runnable look) {
        lastRoom = System.nanoTime();
        if (waitsForRoom) {
            waitsForRoom = false;
            look.run();
        }
    }

    /** @return false if there is no room for it */
    boolean message(long seq, TextEvent event) {
        if (!hasRoom()) {
            return false;
        }
        send(event);
        seen = seq;
        return true;
    }

    /** There is nothing more up to there. */
    void upTo(long seq) {
        seen = Math.max(seen, seq);
    }

    void state(StateEvent now) {
        if (!now.state().equals(lastState) && hasRoom()) {
            lastState = now.state();
            send(now.event());
        }
    }

    /** Something that nobody misses who has no room. */
    void passing(TextEvent event) {
        if (hasRoom()) {
            send(event);
        }
    }

    private void send(TextEvent event) {
        lastSent = System.nanoTime();
        sink.next(event);
    }

    /** Called every second. */
    void beat() {
        if (!hasRoom() && System.nanoTime() - lastRoom > STUCK.toNanos()) {
            // Whoever takes what is on the way after all learns why it ends there, and from where to come back.
            sink.next(TextEvent.of("resume", "{\"code\":\"TOO_SLOW\",\"after\":" + seen + "}"));
            sink.complete();
        } else if (System.nanoTime() - lastSent > HEARTBEAT.toNanos()) {
            passing(BEAT);
        }
    }

    /** The client resumes from the last number it saw. */
    void end() {
        sink.complete();
    }
}
