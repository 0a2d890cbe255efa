package io.openteller.spi;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plugin's settings, from one record: their JSON Schema for the platform, and their values for the plugin. Components are
 * of type String, boolean, long, Long or an enum, each with a {@link Setting}.
 *
 * @param <T> the record
 */
public final class SettingsSpec<T extends Record> {

    private final Class<T> type;
    private final String title;

    private SettingsSpec(Class<T> type, String title) {
        this.type = type;
        this.title = title;
        Arrays.stream(type.getRecordComponents()).forEach(SettingsSpec::setting);
    }

    /** @throws IllegalArgumentException if a component is not described, or of a type that a form cannot ask for */
    public static <T extends Record> SettingsSpec<T> of(Class<T> type, String title) {
        return new SettingsSpec<>(type, title);
    }

    /** JSON Schema 2020-12. */
    public String schema() {
        String properties = components()
                .map(one -> quoted(one.getName()) + ": " + property(one))
                .collect(Collectors.joining(", "));
        String required = components()
                .filter(SettingsSpec::required)
                .map(one -> quoted(one.getName()))
                .collect(Collectors.joining(", "));
        return "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"type\": \"object\", \"title\": "
                + quoted(title) + ", \"additionalProperties\": false, \"required\": [" + required
                + "], \"properties\": {" + properties + "}}";
    }

    /** @throws IllegalArgumentException naming the setting that is missing or cannot be read */
    public T read(CallContext context) {
        Object[] values = components().map(one -> value(one, context)).toArray();
        Class<?>[] types = components().map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException("the settings were refused: " + refused.getCause(), refused);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a record has this constructor", impossible);
        }
    }

    private Stream<RecordComponent> components() {
        return Arrays.stream(type.getRecordComponents());
    }

    private static Setting setting(RecordComponent component) {
        Setting setting = component.getAnnotation(Setting.class);
        Class<?> type = component.getType();
        if (setting == null || !(type == String.class || type == boolean.class || whole(type) || type.isEnum())) {
            throw new IllegalArgumentException("setting " + component.getName()
                    + " needs @Setting, and must be a String, a boolean, a long or an enum");
        }
        return setting;
    }

    private static boolean whole(Class<?> type) {
        return type == long.class || type == Long.class;
    }

    private static boolean required(RecordComponent component) {
        AnnotatedElement type = component.getAnnotatedType();
        return component.getType() != boolean.class && !type.isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Object value(RecordComponent component, CallContext context) {
        String given = context.setting(component.getName());
        Class<?> type = component.getType();
        if (type == boolean.class) {
            return Boolean.valueOf(given);
        }
        if (given == null || given.isBlank()) {
            if (required(component)) {
                throw new IllegalArgumentException("the setting " + component.getName() + " is missing");
            }
            return null;
        }
        try {
            return whole(type) ? (Object) Long.valueOf(given) : type.isEnum() ? constant(type, given) : given;
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("the setting " + component.getName() + " cannot be read", malformed);
        }
    }

    private static Object constant(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    private static String property(RecordComponent component) {
        Setting setting = setting(component);
        Class<?> type = component.getType();
        StringBuilder json = new StringBuilder("{\"title\": ").append(quoted(setting.title()));
        json.append(", \"type\": ")
                .append(type == boolean.class ? "\"boolean\"" : whole(type) ? "\"integer\"" : "\"string\"");
        append(json, "description", setting.description());
        append(json, "pattern", setting.pattern());
        if (type == boolean.class) {
            json.append(", \"default\": false");
        } else if (type == String.class && (setting.minLength() > 0 || required(component))) {
            json.append(", \"minLength\": ").append(Math.max(1, setting.minLength()));
        } else if (type.isEnum()) {
            json.append(", \"enum\": [")
                    .append(Arrays.stream(type.getEnumConstants())
                            .map(one -> quoted(((Enum<?>) one).name()))
                            .collect(Collectors.joining(", ")))
                    .append("]");
        }
        if (setting.minimum() != Long.MIN_VALUE) {
            json.append(", \"minimum\": ").append(setting.minimum());
        }
        if (setting.maximum() != Long.MAX_VALUE) {
            json.append(", \"maximum\": ").append(setting.maximum());
        }
        if (setting.published()) {
            json.append(", \"readOnly\": true");
        }
        if (setting.trusted()) {
            json.append(", \"x-second-person\": true");
        }
        return json.append(setting.secret() ? ", \"writeOnly\": true}" : "}").toString();
    }

    private static void append(StringBuilder json, String name, String value) {
        if (!value.isEmpty()) {
            json.append(", ").append(quoted(name)).append(": ").append(quoted(value));
        }
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
