package io.openteller.host.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

record ListCodec(Codec item) implements Codec {

    @Override
    public void write(Out out, @Nullable Object value) {
        if (value == null) {
            out.byteValue(0);
            return;
        }
        // Copied first: a plugin's own list may say one length and then give another number of values.
        Object[] items = ((List<?>) value).toArray();
        out.byteValue(1).count(items.length);
        for (Object one : items) {
            item.write(out, one);
        }
    }

    @Override
    public @Nullable Object read(In in) {
        if (!Simple.bool(in)) {
            return null;
        }
        int count = in.countOfThings();
        List<@Nullable Object> items = new ArrayList<>(Math.min(count, 1_000));
        for (int i = 0; i < count; i++) {
            items.add(item.read(in));
        }
        return Collections.unmodifiableList(items);
    }
}
