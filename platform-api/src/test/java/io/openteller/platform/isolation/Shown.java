package io.openteller.platform.isolation;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Results as texts that are equal when the results are, but for ids and times that are new with each call. */
final class Shown {

    private static final Pattern UUIDS =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern TIMES =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.]{5,}(Z|[+-][0-9:]+)?");

    private static final Pattern SECRETS = Pattern.compile(
            "(?<![A-Za-z0-9_-])(r-|otk_[a-z0-9-]+_)?[A-Za-z0-9_-]{22}([A-Za-z0-9_-]{21})?(?![A-Za-z0-9_-])");

    /** Seconds that passed: whose number differs with the second in which it was asked. */
    private static final Pattern SECONDS = Pattern.compile("([0-9]+)[0-9]{2}\\.[0-9]{4,}");

    private static final Pattern HASHES = Pattern.compile("\\b[0-9a-f]{64}\\b");
    private static final Pattern DURATIONS = Pattern.compile("(\"[A-Za-z]*[mM]illis\":)[0-9.]+");

    private Shown() {}

    static String result(Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(inner -> "some " + result(inner)).orElse("none");
        }
        if (value instanceof Collection<?> collection) {
            return collection.stream().map(Shown::result).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, String> sorted = new TreeMap<>();
            map.forEach((key, inner) -> sorted.put(result(key), result(inner)));
            return sorted.toString();
        }
        if (value.getClass().isArray()) {
            return array(value);
        }
        if (value instanceof Record) {
            return fields(value);
        }
        if (value instanceof Temporal) {
            return "time";
        }
        if (value instanceof String || value instanceof Number || value instanceof Boolean || value instanceof UUID
                || value instanceof Enum<?>) {
            return text(value.toString());
        }
        return value.getClass().getSimpleName();
    }

    /** The innermost reason, without what drivers add of their own. */
    static String failure(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        // The JVM leaves the words of these out once they are thrown often enough.
        boolean plain = root instanceof NullPointerException
                || root instanceof ClassCastException
                || root instanceof IndexOutOfBoundsException;
        String message = plain || root.getMessage() == null ? "" : root.getMessage().lines().findFirst().orElse("");
        return "throws " + root.getClass().getSimpleName() + " " + text(message);
    }

    static String text(String text) {
        String spans = DURATIONS.matcher(text).replaceAll("$1?");
        String times = SECONDS.matcher(TIMES.matcher(spans).replaceAll("time")).replaceAll("$1??");
        String ids = UUIDS.matcher(times)
                .replaceAll(found -> found.group().equals(TwinRows.ID.toString()) ? "ID" : "uuid");
        return SECRETS.matcher(HASHES.matcher(ids).replaceAll("hash")).replaceAll("secret");
    }

    private static String array(Object array) {
        StringBuilder shown = new StringBuilder("[");
        for (int i = 0; i < Array.getLength(array); i++) {
            shown.append(i == 0 ? "" : ", ").append(result(Array.get(array, i)));
        }
        return shown.append(']').toString();
    }

    private static String fields(Object value) {
        StringBuilder shown = new StringBuilder(value.getClass().getSimpleName()).append('(');
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                shown.append(component.getName())
                        .append('=')
                        .append(result(component.getAccessor().invoke(value)))
                        .append(' ');
            } catch (ReflectiveOperationException failure) {
                throw new IllegalStateException(failure);
            }
        }
        return shown.append(')').toString();
    }
}
