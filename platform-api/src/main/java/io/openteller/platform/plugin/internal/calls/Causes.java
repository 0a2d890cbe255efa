package io.openteller.platform.plugin.internal.calls;

import io.openteller.host.PluginFailure;
import io.openteller.spi.Http.HttpFault;
import java.util.Arrays;
import java.util.Map;

/**
 * Words for what went wrong, fit to be kept. What an exception says is never among them: its author may have put a customer's
 * name or a secret there. Its kind and its place are.
 */
public final class Causes {

    private static final int DEEPEST = 5;
    private static final int SHORTEST_SECRET = 4;

    private Causes() {}

    static String of(Throwable failure) {
        if (failure instanceof WrongAnswer wrong) {
            return wrong.words();
        }
        if (failure instanceof PluginFailure told) {
            return String.valueOf(told.getMessage());
        }
        StringBuilder words = new StringBuilder(kind(failure)).append(place(failure));
        Throwable cause = failure.getCause();
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            words.append(", caused by ").append(kind(cause));
        }
        return words.toString();
    }

    private static String kind(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        return failure instanceof HttpFault fault ? name + " " + fault.kind() : name;
    }

    private static String place(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> !frame.getClassName().startsWith("java."))
                .findFirst()
                .map(frame -> " at " + frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                .orElse("");
    }

    /** Takes the values of settings out of what a plugin says of itself. */
    public static String without(Map<String, String> settings, String said) {
        String clean = said;
        for (String value : settings.values()) {
            if (value.length() >= SHORTEST_SECRET) {
                clean = clean.replace(value, "…");
            }
        }
        return clean;
    }
}
