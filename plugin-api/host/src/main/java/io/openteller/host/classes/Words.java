package io.openteller.host.classes;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a plugin throws, as text: the object itself would keep its class loader, and its methods are the plugin's code. What an
 * exception says is kept apart from its kind and place: its author may have put a customer's name or a secret there.
 *
 * @param why its kind and place
 * @param trace the same of its causes, and the frames of all of them
 * @param said what it says; for nobody but its author
 */
public record Words(String why, String trace, String said) {

    private static final int LONGEST = 1_000;
    private static final int FRAMES = 30;
    private static final int DEEPEST = 5;

    public static Words of(Throwable thrown) {
        String said = said(thrown);
        return new Words(kind(thrown, said) + place(thrown), trace(thrown), said);
    }

    /** The JVM's own errors, and the rules of this platform, say nothing that a person wrote. */
    private static String kind(Throwable thrown, String said) {
        String type = thrown.getClass().getName();
        boolean ours = WaysOut.isRule(said) || thrown.getClass().getName().startsWith("java.lang.NoSuch");
        return ours ? type + ": " + said : type;
    }

    private static String said(Throwable thrown) {
        try {
            String said = thrown.getMessage();
            return said == null ? "" : said.length() <= LONGEST ? said : said.substring(0, LONGEST) + "…";
        } catch (Throwable evil) {
            return "";
        }
    }

    private static String place(Throwable thrown) {
        return Arrays.stream(frames(thrown))
                .filter(frame -> !frame.getClassName().startsWith("java.")
                        && !frame.getClassName().startsWith("io.openteller.host."))
                .findFirst()
                .map(frame -> " at " + frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                .orElse("");
    }

    private static String trace(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        int lines = 0;
        Throwable one = thrown;
        for (int depth = 0; one != null && depth < DEEPEST; depth++) {
            text.append(depth == 0 ? "" : "caused by ").append(kind(one, said(one))).append('\n');
            for (StackTraceElement frame : frames(one)) {
                if (lines++ < FRAMES) {
                    text.append("  at ").append(frame).append('\n');
                }
            }
            one = cause(one);
        }
        return text.toString();
    }

    private static StackTraceElement[] frames(Throwable thrown) {
        try {
            return thrown.getStackTrace();
        } catch (Throwable evil) {
            return new StackTraceElement[0];
        }
    }

    private static @Nullable Throwable cause(Throwable thrown) {
        try {
            return thrown.getCause();
        } catch (Throwable evil) {
            return null;
        }
    }
}
