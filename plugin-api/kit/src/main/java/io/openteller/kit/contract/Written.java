package io.openteller.kit.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Results as texts that are equal when the results are, whenever they were known. */
final class Written {

    private Written() {}

    static String out(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case Record one -> record(one);
            case Collection<?> many -> many.stream().map(Written::out).collect(Collectors.joining(", ", "[", "]"));
            case byte[] bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
            case float[] numbers -> Arrays.toString(numbers);
            default -> value.toString();
        };
    }

    private static String record(Record one) {
        return Arrays.stream(one.getClass().getRecordComponents())
                .filter(component -> !component.getName().equals("asOf"))
                .map(component -> component.getName() + "=" + out(component(one, component)))
                .collect(Collectors.joining(", ", one.getClass().getSimpleName() + "[", "]"));
    }

    private static @Nullable Object component(Record one, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(one);
        } catch (InvocationTargetException | IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
