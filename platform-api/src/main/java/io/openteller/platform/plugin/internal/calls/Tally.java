package io.openteller.platform.plugin.internal.calls;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/** Some calls, added up. Two tallies add up to the tally of both, percentiles included. Of one thread at a time. */
final class Tally {

    private static final int DIGITS = 2;
    private static final long LONGEST = 3_600_000_000L;

    private long calls;
    private long failed;
    private long held;
    private final Histogram micros;

    Tally() {
        this(0, 0, 0, new Histogram(DIGITS));
    }

    private Tally(long calls, long failed, long held, Histogram micros) {
        this.calls = calls;
        this.failed = failed;
        this.held = held;
        this.micros = micros;
    }

    Tally called(long took, boolean badly) {
        calls++;
        failed += badly ? 1 : 0;
        micros.recordValue(Math.clamp(took, 1, LONGEST));
        return this;
    }

    /** A call that never came to the plugin is not among the calls. */
    Tally held() {
        held++;
        return this;
    }

    Tally add(Tally more) {
        calls += more.calls;
        failed += more.failed;
        held += more.held;
        micros.add(more.micros);
        return this;
    }

    long calls() {
        return calls;
    }

    long failed() {
        return failed;
    }

    long heldBack() {
        return held;
    }

    double millis(double percentile) {
        return micros.getTotalCount() == 0 ? 0 : micros.getValueAtPercentile(percentile) / 1000.0;
    }

    /** The times, as {@link #read} takes them. */
    byte[] times() {
        ByteBuffer room = ByteBuffer.allocate(micros.getNeededByteBufferCapacity());
        byte[] bytes = new byte[micros.encodeIntoCompressedByteBuffer(room)];
        room.flip().get(bytes);
        return bytes;
    }

    static Tally read(long calls, long failed, long held, byte[] times) {
        try {
            Histogram micros = Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(times), 0);
            micros.setAutoResize(true);
            return new Tally(calls, failed, held, micros);
        } catch (DataFormatException broken) {
            throw new IllegalStateException("the times of calls cannot be read", broken);
        }
    }
}
