package io.openteller.platform.egress.internal;

import io.openteller.platform.egress.Passage;
import io.openteller.spi.Http.HttpFault;
import io.openteller.spi.Http.HttpFault.Kind;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One request under way: until when, and why it ended before its end. */
final class Exchange {

    private final Passage passage;
    private final long end;
    private volatile @Nullable Kind ended;
    private volatile @Nullable SocketChannel channel;

    Exchange(Passage passage) {
        this.passage = passage;
        this.end = System.nanoTime() + passage.within().toNanos();
    }

    Passage passage() {
        return passage;
    }

    /** From now on hanging up closes this. */
    void over(SocketChannel channel) throws IOException {
        this.channel = channel;
        if (ended != null) {
            channel.close();
            throw fault(null, "");
        }
    }

    /** @return whether it is over */
    boolean look(long now) {
        if (ended == null && now - end >= 0) {
            end(Kind.TOO_SLOW);
        } else if (ended == null && passage.unwanted().getAsBoolean()) {
            end(Kind.CANCELLED);
        }
        return ended != null;
    }

    boolean over() {
        return ended != null;
    }

    void hangUp() {
        end(Kind.CANCELLED);
    }

    /** Whether the connection is nobody's now; from then on nothing here closes it. */
    synchronized boolean released() {
        channel = null;
        return ended == null;
    }

    private synchronized void end(Kind why) {
        ended = why;
        SocketChannel busy = channel;
        try {
            if (busy != null) {
                busy.close();
            }
        } catch (IOException closed) {
            // It is as closed as it can be.
            return;
        }
    }

    /** @throws HttpFault if its time is over */
    void check() throws HttpFault {
        if (look(System.nanoTime())) {
            throw fault(null, "");
        }
    }

    /** @param otherwise what it was if nobody hung up on this side */
    HttpFault fault(@Nullable IOException cause, String otherwise) {
        Kind why = ended;
        if (why == null && (cause instanceof ClosedByInterruptException || Thread.currentThread().isInterrupted())) {
            why = Kind.CANCELLED;
        }
        if (why == null && cause instanceof HttpFault known) {
            return known;
        }
        return switch (why) {
            case null -> new HttpFault(Kind.UNREACHABLE, otherwise);
            case TOO_SLOW -> new HttpFault(Kind.TOO_SLOW, "not by the deadline");
            default -> new HttpFault(Kind.CANCELLED, "nobody waits for it any more");
        };
    }
}
