package io.openteller.host.wire;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Component by component; its own constructor decides whether they make a value. */
final class RecordCodec implements Codec {

    private final Class<?> type;
    private final Codec[] parts;
    private final Method[] accessors;
    private final Constructor<?> constructor;

    RecordCodec(Class<?> type, Map<TypeVariable<?>, Type> bound) {
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        this.parts = Arrays.stream(components)
                .map(one -> Codecs.of(Codecs.resolved(one.getGenericType(), bound)))
                .toArray(Codec[]::new);
        this.accessors = Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
        try {
            Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            this.constructor = type.getConstructor(types);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalArgumentException("cannot travel: " + type.getName(), hidden);
        }
    }

    @Override
    public void write(Out out, @Nullable Object value) {
        out.byteValue(value == null ? 0 : 1);
        if (value != null) {
            if (!type.isInstance(value)) {
                throw new Malformed("no " + type.getSimpleName());
            }
            for (int i = 0; i < parts.length; i++) {
                parts[i].write(out, part(i, value));
            }
        }
    }

    private @Nullable Object part(int place, Object value) {
        try {
            return accessors[place].invoke(value);
        } catch (Throwable failure) {
            throw new Malformed("a " + type.getSimpleName() + " that cannot be read", failure);
        }
    }

    @Override
    public @Nullable Object read(In in) {
        if (!Simple.bool(in)) {
            return null;
        }
        @Nullable Object[] values = new @Nullable Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            values[i] = parts[i].read(in);
        }
        try {
            return constructor.newInstance(values);
        } catch (Throwable refused) {
            throw new Malformed("no " + type.getSimpleName() + ": " + refused, refused);
        }
    }
}
