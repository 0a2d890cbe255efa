package io.openteller.host.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A stream stays where it is and is read through the call, piece by piece. */
final class StreamCodec implements Codec {

    @Override
    public void write(Out out, @Nullable Object value) {
        out.lend(InputStream.class.cast(Objects.requireNonNull(value)), Shape.STREAM);
    }

    @Override
    public Object read(In in) {
        int handle = in.count();
        Borrowing borrowing = in.borrowing();
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return borrowing.read(handle, one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                Objects.checkFromIndexSize(from, most, into.length);
                return most == 0 ? 0 : borrowing.read(handle, into, from, Math.min(most, Limits.PIECE));
            }
        };
    }
}
