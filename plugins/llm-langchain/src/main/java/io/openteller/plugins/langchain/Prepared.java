package io.openteller.plugins.langchain;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.embedding.EmbeddingModel;
import io.openteller.spi.CallContext;
import io.openteller.spi.SettingsSpec;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** langchain4j's models per settings: reading settings and making models costs more than asking does. */
final class Prepared<S extends Record> {

    private static final int MOST = 200;

    private final List<String> names;
    private final SettingsSpec<S> spec;
    private final Function<S, Vendor> vendor;
    private final Door door;
    private final Map<List<@Nullable String>, Ready> ready = new ConcurrentHashMap<>();

    Prepared(Class<S> type, SettingsSpec<S> spec, Function<S, Vendor> vendor, Door door) {
        this.names = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        this.spec = spec;
        this.vendor = vendor;
        this.door = door;
    }

    /** @param embeddings by name of their model */
    record Ready(
            Vendor vendor, ChatModel whole, StreamingChatModel streamed, Door door, Map<String, EmbeddingModel> embeddings) {

        EmbeddingModel embedding(String model) {
            EmbeddingVendor offers = (EmbeddingVendor) vendor;
            return embeddings.computeIfAbsent(model, name -> offers.embedding(door.builder(), name));
        }
    }

    /** @throws IllegalArgumentException if the settings are no good */
    Ready by(CallContext context) {
        @Nullable String[] values = new @Nullable String[names.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = context.setting(names.get(i));
        }
        List<@Nullable String> key = Arrays.asList(values);
        Ready known = ready.get(key);
        if (known != null) {
            return known;
        }
        Vendor made = vendor.apply(spec.read(context));
        Ready fresh = new Ready(
                made, made.whole(door.builder()), made.streamed(door.builder()), door, new ConcurrentHashMap<>());
        if (ready.size() >= MOST) {
            ready.clear();
        }
        ready.put(key, fresh);
        return fresh;
    }
}
