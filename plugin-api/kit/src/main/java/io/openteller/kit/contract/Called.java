package io.openteller.kit.contract;

import io.openteller.spi.OpentellerPlugin.Health;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one call came to. Holds nothing of the plugin's own: a result is written out at once, or its classes could never go.
 *
 * @param text the result, without when it was known; or what was thrown
 * @param type simple name of the result's class; null when something was thrown
 */
record Called(String text, @Nullable String type, boolean up, Duration took) {

    private static final Set<String> GOOD = Set.of("Done", "Answered", "Accepted", "Embedded", "Messages", "Challenge");
    private static final Set<String> SORRY = Set.of("Unavailable", "Unknown", "BadAnswer");

    static Called of(Object value, long begin) {
        boolean up = !(value instanceof Health health) || health.up();
        return new Called(Written.out(value), value.getClass().getSimpleName(), up, since(begin));
    }

    static Called failed(String why, long begin) {
        return new Called(why.strip(), null, false, since(begin));
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    boolean threw() {
        return type == null;
    }

    /** It says that it did what it was asked. */
    boolean good() {
        return type != null && (GOOD.contains(type) || type.equals("Health") && up);
    }

    /** It says, as it should, that the system behind it is not there. */
    boolean sorry() {
        return type != null && (SORRY.contains(type) || type.equals("Health") && !up);
    }

    String words() {
        return (type == null ? "threw " : "") + (text.length() <= 200 ? text : text.substring(0, 200) + "…");
    }
}
