package io.openteller.host.wire;

import org.jspecify.annotations.Nullable;

/** By place; 0 is null. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EnumCodec(Object[] constants) implements Codec {

    @Override
    public void write(Out out, @Nullable Object value) {
        out.count(value == null ? 0 : ((Enum<?>) value).ordinal() + 1);
    }

    @Override
    public @Nullable Object read(In in) {
        int place = in.count();
        if (place > constants.length) {
            throw new Malformed("no such constant");
        }
        return place == 0 ? null : constants[place - 1];
    }
}
