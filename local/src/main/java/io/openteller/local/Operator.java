package io.openteller.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The platform operator's commands (banks, first staff, keys for programs), run against what runs on a data folder. */
final class Operator {

    private static final String PROGRAM = "io.openteller.platform.PlatformOperator";
    private final Options options;
    private final List<String> words;

    Operator(Options options, List<String> words) {
        this.options = options;
        this.words = words;
    }

    /** @return the exit code of the command */
    int run(@Nullable String address) {
        if (address == null) {
            throw new CannotStart("not running on " + options.data() + "; start it with './openteller up'");
        }
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        line.addAll(List.of("-cp", options.classPath(), PROGRAM));
        line.addAll(words);
        ProcessBuilder command = new ProcessBuilder(line).inheritIO();
        Map<String, String> environment = command.environment();
        // All of it runs, so this only says where.
        environment.putAll(new Services(DataFolder.at(options.data()), System.getenv(), quiet -> {}).start());
        environment.put("OPENTELLER_PUBLIC_URL", address);
        environment.put("OPENTELLER_DATA", options.data().toString());
        environment.putIfAbsent("OPENTELLER_LOG_LEVEL", "ERROR");
        try {
            return command.start().waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }
}
