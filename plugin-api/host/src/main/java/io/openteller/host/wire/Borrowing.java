package io.openteller.host.wire;

import io.openteller.spi.CallContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How objects are called that the other side has lent. */
public interface Borrowing {

    /** Where nothing may be lent. */
    Borrowing NONE = new Borrowing() {
        @Override
        public @Nullable Object call(int handle, Shape.Call method, Object[] arguments) {
            throw new Malformed("nothing is lent here");
        }

        @Override
        public int read(int handle, byte[] into, int from, int most) {
            throw new Malformed("nothing is lent here");
        }

        @Override
        public CallContext context(Circumstances circumstances) {
            throw new Malformed("nothing is called here");
        }
    };

    @Nullable Object call(int handle, Shape.Call method, Object[] arguments) throws Throwable;

    /** As {@link java.io.InputStream#read(byte[], int, int)}. */
    int read(int handle, byte[] into, int from, int most) throws IOException;

    CallContext context(Circumstances circumstances);
}
