package io.openteller.platform.workflow.internal.runs;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.OperationName;
import io.openteller.procedures.machine.Effect;
import io.openteller.procedures.machine.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Runs and what happens to them as JSON, and back. Safe for any thread. */
final class Written {

    static final TypeReference<List<Output>> OUTPUTS = new TypeReference<>() {};
    static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, new AsText<>())
                    .addDeserializer(Instant.class, new InstantReader())
                    .addSerializer(OperationName.class, new AsText<>())
                    .addDeserializer(OperationName.class, new OperationReader()))
            .addMixIn(Event.class, Kinded.class)
            .addMixIn(Event.Result.class, Kinded.class)
            .addMixIn(Effect.class, Kinded.class)
            .addMixIn(Output.class, Kinded.class)
            .build();

    static {
        for (Class<?> type : List.of(Event.class, Event.Result.class, Effect.class, Output.class)) {
            for (Class<?> one : type.getPermittedSubclasses()) {
                JSON.registerSubtypes(new NamedType(one, one.getSimpleName()));
            }
        }
    }

    private Written() {}

    /** Each case under the name of its record. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface Kinded {}

    static String of(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Lists lose the names of their cases without it. */
    static String of(List<Output> outputs) {
        try {
            return JSON.writerFor(OUTPUTS).writeValueAsString(outputs);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static <T> T read(String written, Class<T> type) {
        try {
            return JSON.readValue(written, type);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static <T> T read(String written, TypeReference<T> type) {
        try {
            return JSON.readValue(written, type);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static JsonNode tree(String written) {
        return read(written, JsonNode.class);
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    private static final class AsText<T> extends JsonSerializer<T> {
        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.toString());
        }
    }

    private static final class InstantReader extends JsonDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return Instant.parse(in.getText());
        }
    }

    private static final class OperationReader extends JsonDeserializer<OperationName> {
        @Override
        public OperationName deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return OperationName.of(in.getText());
        }
    }
}
