package io.openteller.bench.lookout;

import io.openteller.bench.canaries.Canaries;
import io.openteller.bench.canaries.Reading;
import io.openteller.bench.canaries.Way;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Files that grow: each time what is new in them. */
final class Tails {

    private static final int PIECE = 1 << 16;

    /** How far one was read. */
    private static final class Tail {
        private final Reading reading;
        private long position;

        private Tail(Reading reading) {
            this.reading = reading;
        }
    }

    private final Canaries canaries;
    private final Map<Path, Tail> tails = new HashMap<>();
    private final ByteBuffer piece = ByteBuffer.allocate(PIECE);

    Tails(Canaries canaries) {
        this.canaries = canaries;
    }

    void read(Way way, @Nullable String bank, Path file) {
        Tail tail = tails.computeIfAbsent(file, first -> new Tail(canaries.reading(way, bank)));
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(tail.position);
            while (channel.read(piece.clear()) > 0) {
                piece.flip();
                tail.position += piece.remaining();
                tail.reading.piece(piece);
            }
        } catch (IOException notYet) {
            // There is nothing in it so far.
        }
    }
}
