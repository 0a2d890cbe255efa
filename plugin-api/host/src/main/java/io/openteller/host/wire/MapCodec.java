package io.openteller.host.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

record MapCodec(Codec key, Codec value) implements Codec {

    @Override
    public void write(Out out, @Nullable Object given) {
        if (given == null) {
            out.byteValue(0);
            return;
        }
        var entries = new LinkedHashMap<@Nullable Object, @Nullable Object>((Map<?, ?>) given);
        out.byteValue(1).count(entries.size());
        entries.forEach((name, of) -> {
            key.write(out, name);
            value.write(out, of);
        });
    }

    @Override
    public @Nullable Object read(In in) {
        if (!Simple.bool(in)) {
            return null;
        }
        int count = in.countOfThings();
        Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            entries.put(key.read(in), value.read(in));
        }
        return Collections.unmodifiableMap(entries);
    }
}
