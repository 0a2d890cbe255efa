package io.openteller.host.wire;

import io.openteller.spi.CallContext;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The codec of each type that the plugin interface uses, derived from the type itself, once. Only types that the declared ones
 * lead to are ever made: no message can name a class.
 */
public final class Codecs {

    private static final Map<Type, Codec> KNOWN = new ConcurrentHashMap<>();

    private Codecs() {}

    /** @throws IllegalArgumentException for a type that cannot travel */
    static Codec of(Type type) {
        Codec known = KNOWN.get(type);
        if (known == null) {
            known = made(type);
            KNOWN.put(type, known);
        }
        return known;
    }

    private static Codec made(Type type) {
        if (type instanceof Class<?> plain) {
            Codec simple = Simple.of(plain);
            if (simple != null) {
                return simple;
            }
            if (plain == CallContext.class) {
                return new ContextCodec();
            }
            if (plain == InputStream.class) {
                return new StreamCodec();
            }
            if (plain.isEnum()) {
                return new EnumCodec(plain.getEnumConstants());
            }
            return structured(plain, Map.of());
        }
        if (type instanceof ParameterizedType made && made.getRawType() instanceof Class<?> raw) {
            Type[] given = made.getActualTypeArguments();
            if (raw == List.class) {
                return new ListCodec(of(given[0]));
            }
            if (raw == Map.class) {
                return new MapCodec(of(given[0]), of(given[1]));
            }
            return structured(raw, bound(raw, given));
        }
        throw new IllegalArgumentException("cannot travel: " + type);
    }

    private static Codec structured(Class<?> raw, Map<TypeVariable<?>, Type> bound) {
        if (raw.isRecord()) {
            return new RecordCodec(raw, bound);
        }
        if (raw.isSealed()) {
            return new SealedCodec(raw, bound);
        }
        if (raw.isInterface() && bound.isEmpty()) {
            return new LentCodec(Shape.of(raw));
        }
        throw new IllegalArgumentException("cannot travel: " + raw.getName());
    }

    static Map<TypeVariable<?>, Type> bound(Class<?> raw, Type[] given) {
        Map<TypeVariable<?>, Type> bound = new HashMap<>();
        TypeVariable<?>[] names = raw.getTypeParameters();
        for (int i = 0; i < names.length; i++) {
            bound.put(names[i], given[i]);
        }
        return bound;
    }

    /** The type with what is known of its variables put in. */
    static Type resolved(Type type, Map<TypeVariable<?>, Type> bound) {
        return switch (type) {
            case TypeVariable<?> variable -> known(variable, bound.get(variable));
            case WildcardType any -> resolved(any.getUpperBounds()[0], bound);
            case ParameterizedType made when made.getRawType() instanceof Class<?> raw -> {
                Type[] given = made.getActualTypeArguments();
                for (int i = 0; i < given.length; i++) {
                    given[i] = resolved(given[i], bound);
                }
                yield new Made(raw, List.of(given));
            }
            default -> type;
        };
    }

    private static Type known(TypeVariable<?> variable, @Nullable Type bound) {
        if (bound == null) {
            throw new IllegalArgumentException("cannot travel: " + variable + " may be anything");
        }
        return bound;
    }

    /** A parameterized type whose variables are known; equal to another of the same parts. */
    private record Made(Class<?> raw, List<Type> given) implements ParameterizedType {

        @Override
        public Type[] getActualTypeArguments() {
            return given.toArray(Type[]::new);
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return raw.getDeclaringClass();
        }
    }
}
