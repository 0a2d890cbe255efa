package io.openteller.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The partner's own Maven, on the JDK that the kit runs with. */
final class Maven {

    private static final int MOST_LINES = 40;

    private Maven() {}

    /** @throws Refused with the errors that Maven printed */
    static void run(Path folder, String... words) throws IOException {
        List<String> line = new ArrayList<>(List.of(command(), "--batch-mode", "--no-transfer-progress"));
        line.addAll(List.of(words));
        Path log = Files.createTempFile("openteller-maven", ".log");
        try {
            ProcessBuilder maven = new ProcessBuilder(line)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
            if (maven.start().waitFor() != 0) {
                throw new Refused("'mvn " + String.join(" ", words) + "' failed in " + folder + ":\n" + errors(log));
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Refused("stopped while Maven ran");
        } finally {
            Files.deleteIfExists(log);
        }
    }

    private static String command() {
        String path = System.getenv().getOrDefault("PATH", "");
        for (String folder : path.split(java.io.File.pathSeparator)) {
            for (String name : new String[] {"mvn", "mvn.cmd"}) {
                Path candidate = Path.of(folder.isEmpty() ? "." : folder, name);
                if (Files.isExecutable(candidate)) {
                    return candidate.toString();
                }
            }
        }
        throw new Refused("Maven 3.8 or newer is needed: install it and put 'mvn' on the PATH");
    }

    private static String errors(Path log) throws IOException {
        List<String> errors = Files.readAllLines(log).stream()
                .filter(line -> line.startsWith("[ERROR]") || line.startsWith("[FATAL]"))
                .filter(line -> line.length() > "[ERROR] ".length())
                .toList();
        List<String> shown = errors.isEmpty() ? Files.readAllLines(log) : errors;
        return shown.stream().limit(MOST_LINES).map(line -> "  " + line).collect(Collectors.joining("\n"));
    }
}
