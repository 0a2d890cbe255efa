package io.openteller.testkit;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value of any type that an operation takes. None of it exists anywhere: it is nobody's reference and no real text. */
final class Samples {

    private static final Map<Class<?>, Object> PLAIN = Map.of(
            String.class, "sample-1",
            long.class, 1L,
            Long.class, 1L,
            int.class, 5,
            boolean.class, false,
            double.class, 0.5,
            byte[].class, "sample".getBytes(StandardCharsets.UTF_8),
            Instant.class, Instant.EPOCH,
            LocalDate.class, LocalDate.EPOCH,
            Duration.class, Duration.ofSeconds(1));

    private Samples() {}

    /** @param name of what it is for: a schema has to be one */
    static @Nullable Object of(Type type, String name) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            Type one = generic.getActualTypeArguments()[0];
            boolean wanted = name.equals("messages") || name.equals("embed");
            return wanted ? List.of(Objects.requireNonNull(of(one, name))) : List.of();
        }
        Class<?> plain = (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
        if (plain == String.class && name.toLowerCase(Locale.ROOT).matches(".*(schema|input|arguments)")) {
            return "{\"type\": \"object\"}";
        }
        Object known = PLAIN.get(plain);
        if (known != null) {
            return known;
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        if (plain.isRecord()) {
            return made(plain);
        }
        if (plain.isInterface()) {
            return Proxy.newProxyInstance(plain.getClassLoader(), new Class<?>[] {plain}, Samples::answer);
        }
        throw new IllegalStateException("no sample of " + type);
    }

    private static Object made(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(one -> of(one.getGenericType(), one.getName()))
                .toArray();
        Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a record of the interface can be made", impossible);
        }
    }

    private static @Nullable Object answer(Object proxy, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "toString" -> "sample";
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> arguments != null && proxy == arguments[0];
            default ->
                method.getAnnotatedReturnType().isAnnotationPresent(Nullable.class)
                        ? null
                        : of(method.getGenericReturnType(), method.getName());
        };
    }
}
