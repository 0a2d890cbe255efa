package io.openteller.platform.isolation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What somebody would pass who knows another bank's ids and words: a value for every type, made from the type alone.
 * Two instants in a row are a span around everything that is stored.
 */
final class Guesses {

    private static final int DEEPEST = 8;

    private final ApplicationContext platform;
    private final int variant;
    private int instants;
    private int depth;

    Guesses(ApplicationContext platform, int variant) {
        this.platform = platform;
        this.variant = variant;
    }

    /** Why no value can be made. */
    static final class NoGuess extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoGuess(String reason) {
            super(reason);
        }
    }

    Object of(String name, Type type) {
        depth++;
        try {
            return made(name, type);
        } finally {
            depth--;
        }
    }

    private Object made(String name, Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic(name, generic);
        }
        if (type instanceof WildcardType wildcard) {
            return of(name, wildcard.getUpperBounds()[0]);
        }
        if (type instanceof Class<?> plain) {
            return plain(name, plain);
        }
        if (type instanceof TypeVariable<?> variable) {
            return of(name, variable.getBounds()[0]);
        }
        throw new NoGuess("no value for " + type.getTypeName());
    }

    private Object generic(String name, ParameterizedType type) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] inner = type.getActualTypeArguments();
        // What contains itself has an end.
        boolean deep = depth > DEEPEST;
        if (raw == Optional.class) {
            return deep ? Optional.empty() : Optional.of(of(name, inner[0]));
        }
        if (raw == Set.class) {
            return deep ? Set.of() : Set.of(of(name, inner[0]));
        }
        if (raw == Map.class) {
            return Map.of(of(name, inner[0]), of(name, inner[1]));
        }
        if (raw == SortedMap.class) {
            return new TreeMap<>(Map.of(of(name, inner[0]), of(name, inner[1])));
        }
        if (raw == Class.class) {
            return of(name, Class.class);
        }
        if (raw == List.class || raw == Collection.class || raw == Iterable.class) {
            return deep ? List.of() : List.of(of(name, inner[0]));
        }
        return raw.isInterface() && !raw.isSealed() ? answering(raw, inner[inner.length - 1]) : plain(name, raw);
    }

    private Object plain(String name, Class<?> type) {
        if (type == String.class || type == CharSequence.class || type == Object.class) {
            return word(name);
        }
        if (type == UUID.class) {
            return TwinRows.ID;
        }
        if (type == Instant.class) {
            Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);
            return today.plus(instants++ % 2 == 0 ? -2 : 2, ChronoUnit.DAYS);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[variant % type.getEnumConstants().length];
        }
        if (type == byte[].class) {
            return TwinRows.hash(TwinRows.WORD);
        }
        if (type.isArray()) {
            Object array = Array.newInstance(type.getComponentType(), 1);
            Array.set(array, 0, of(name, type.getComponentType()));
            return array;
        }
        Object simple = simple(type);
        if (simple != null) {
            return simple;
        }
        if (type.isRecord()) {
            return made(type);
        }
        if (type.isSealed()) {
            Class<?>[] permitted = type.getPermittedSubclasses();
            return of(name, permitted[variant % permitted.length]);
        }
        Optional<?> bean = Modifier.isFinal(type.getModifiers()) ? Optional.empty() : platform.findBean(type);
        if (bean.isPresent()) {
            return bean.get();
        }
        if (type.isInterface()) {
            return answering(type, null);
        }
        return built(type);
    }

    private Object simple(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return variant % 2 == 0;
        }
        if (type == long.class || type == Long.class) {
            // The number of the only row, or the one before it: after which that row comes.
            return variant % 2 == 0 ? 1L : 0L;
        }
        if (type == int.class || type == Integer.class) {
            return 1;
        }
        if (type == double.class || type == Double.class) {
            return 1.0;
        }
        if (type == float.class || type == Float.class) {
            return 1f;
        }
        if (type == Duration.class) {
            return Duration.ofMinutes(1);
        }
        if (type == LocalDate.class) {
            return LocalDate.EPOCH;
        }
        if (type == BigDecimal.class) {
            return BigDecimal.ONE;
        }
        if (type == Locale.class) {
            return Locale.UK;
        }
        if (type == ZoneId.class) {
            return ZoneId.of("UTC");
        }
        if (type == URI.class) {
            return URI.create("https://" + TwinRows.WORD + ".example/");
        }
        if (type == OffsetDateTime.class) {
            return OffsetDateTime.parse("2026-01-15T10:00:00Z");
        }
        if (type == Timestamp.class) {
            return Timestamp.from(Instant.EPOCH);
        }
        if (type == InputStream.class) {
            return InputStream.nullInputStream();
        }
        if (type == OutputStream.class) {
            return OutputStream.nullOutputStream();
        }
        if (type == ObjectNode.class || type == com.fasterxml.jackson.databind.JsonNode.class) {
            return new ObjectMapper().createObjectNode().put("word", TwinRows.WORD);
        }
        return type == JsonNode.class ? JsonNode.createStringNode(TwinRows.WORD) : null;
    }

    /** Texts with a shape of their own are known by what they are called. */
    private static String word(String name) {
        String called = name.toLowerCase(Locale.ROOT);
        if (called.contains("currency")) {
            return "GBP";
        }
        if (called.contains("json") || called.equals("definition") || called.equals("layout")) {
            return "{\"word\": \"" + TwinRows.WORD + "\"}";
        }
        return TwinRows.WORD;
    }

    private Object made(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = of(components[i].getName(), components[i].getGenericType());
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException refused) {
            throw new NoGuess("no value for " + type.getName() + ": " + refused.getCause());
        }
    }

    /** What is neither a value nor part of the platform: by the shortest way there is to make one. */
    private Object built(Class<?> type) {
        Constructor<?> constructor = Arrays.stream(type.getDeclaredConstructors())
                .min(Comparator.comparingInt(Constructor::getParameterCount))
                .filter(any -> depth <= DEEPEST && !type.getName().startsWith("java."))
                .orElseThrow(() -> new NoGuess("no value for " + type.getName()));
        Object[] values = Arrays.stream(constructor.getParameters())
                .map(parameter -> of(parameter.getName(), parameter.getParameterizedType()))
                .toArray();
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException refused) {
            throw new NoGuess("no value for " + type.getName() + ": " + refused.getCause());
        }
    }

    /** Something that is called back: it hands out guesses in turn. */
    private Object answering(Class<?> type, Type given) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (method.getReturnType() == void.class || method.getDeclaringClass() == Object.class) {
                return null;
            }
            Type asked = method.getGenericReturnType();
            return of(method.getName(), asked instanceof TypeVariable<?> && given != null ? given : asked);
        });
    }
}
