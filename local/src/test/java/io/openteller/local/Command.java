package io.openteller.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The launcher's commands as a person runs them: as processes, with all that they print. */
record Command(Process process, Path output) {

    static Command begin(String... words) throws IOException {
        Path output = Files.createTempFile("openteller-command", ".txt");
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-Dslf4j.internal.verbosity=ERROR", "-cp", classPath(), Local.class.getName()));
        line.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
        // Never started here: KeycloakIT has the real one. These tests are about processes, and wait less without it.
        builder.environment().put("OPENTELLER_KEYCLOAK_URL", "http://keycloak.example");
        return new Command(builder.start(), output);
    }

    static Command run(String... words) throws IOException, InterruptedException {
        Command command = begin(words);
        command.end();
        return command;
    }

    int end() throws InterruptedException {
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running: " + text());
        }
        return process.exitValue();
    }

    void says(String word) {
        long end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        while (!text().contains(word)) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new AssertionError("never said '" + word + "': " + text());
            }
            Tools.pause(Duration.ofMillis(100));
        }
    }

    String text() {
        try {
            return Files.readString(output);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    static String classPath() {
        return System.getProperty("java.class.path");
    }
}
