package io.openteller.host.classes;

/** What a plugin throws, as text: the object itself would keep its class loader, and its methods are the plugin's code. */
public final class Words {

    private static final int LONGEST = 1_000;
    private static final int FRAMES = 30;

    private Words() {}

    public static String of(Throwable thrown) {
        String said;
        try {
            said = thrown.getMessage();
        } catch (Throwable evil) {
            said = "its message cannot be read";
        }
        String type = thrown.getClass().getName();
        return said == null ? type : type + ": " + cut(said);
    }

    /** At most {@value #FRAMES} lines, its causes included. */
    public static String trace(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        int lines = 0;
        Throwable one = thrown;
        for (int depth = 0; one != null && depth < 5; depth++) {
            text.append(depth == 0 ? "" : "caused by ").append(of(one)).append('\n');
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

    private static @org.jspecify.annotations.Nullable Throwable cause(Throwable thrown) {
        try {
            return thrown.getCause();
        } catch (Throwable evil) {
            return null;
        }
    }

    public static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
