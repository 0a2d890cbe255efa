package io.openteller.host.wire;

import org.jspecify.annotations.Nullable;

/** Writes and reads values of one type. Any thread may use it. */
public interface Codec {

    /** @throws Malformed or ClassCastException if it is no value of the type */
    void write(Out out, @Nullable Object value);

    @Nullable Object read(In in);
}
