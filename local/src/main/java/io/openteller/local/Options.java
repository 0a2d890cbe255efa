package io.openteller.local;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The command line after the command's name.
 *
 * @param dev whether plugins in development may be switched to by one person alone
 * @param project the checkout: plugins are taken from there
 * @param classPath of the platform, with absolute paths
 */
record Options(
        Path data, int port, boolean detach, boolean dev, Path project, String classPath, String mainClass) {

    /** A command line that cannot be meant; told apart from a start that failed, by its exit code. */
    static final class Unclear extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unclear(String message) {
            super(message + "; './openteller help' lists the options");
        }
    }

    static Options parse(List<String> arguments) {
        Path data = Home.folder().resolve("data");
        int port = port(System.getenv().getOrDefault("OPENTELLER_PORT", "8080"));
        boolean detach = false;
        boolean dev = false;
        Path project = Path.of("").toAbsolutePath();
        String classPath = "";
        String mainClass = "io.openteller.demo.DemoPlatform";
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String option = rest.removeFirst();
            switch (option) {
                case "--detach" -> detach = true;
                case "--dev" -> dev = true;
                case "--port" -> port = port(value(option, rest));
                case "--data" -> data = Path.of(value(option, rest)).toAbsolutePath().normalize();
                case "--project" -> project = Path.of(value(option, rest)).toAbsolutePath();
                case "--class-path" -> classPath = value(option, rest);
                case "--main-class" -> mainClass = value(option, rest);
                default -> throw new Unclear("unknown option '" + option + "'");
            }
        }
        return new Options(data, port, detach, dev, project, classPath, mainClass);
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty() || rest.getFirst().startsWith("--")) {
            throw new Unclear(option + " needs a value");
        }
        return rest.removeFirst();
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65535) {
            throw new Unclear("--port needs a number from 1 to 65535, not '" + text + "'");
        }
        return Integer.parseInt(text);
    }
}
