package io.openteller.platform.plugin;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A partner's machine: a project, and {@code openteller plugin dev} that watches it, as the process that it is. */
final class DevTool implements AutoCloseable {

    private static final Path KIT = Path.of("..", "plugin-api", "kit", "target");
    private static final int PATIENCE_SECONDS = 120;

    private final Path log;
    private final Process tool;

    private DevTool(Path log, Process tool) {
        this.log = log;
        this.tool = tool;
    }

    /** @param arguments after the project's folder */
    static DevTool on(Path project, List<String> arguments) throws IOException {
        Path log = Files.createTempFile(project.getParent(), "dev", ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                KIT.resolve("classes") + File.pathSeparator + KIT.resolve("lib").resolve("*"),
                "io.openteller.kit.Kit",
                "dev",
                project.toString()));
        command.addAll(arguments);
        return new DevTool(
                log, new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start());
    }

    /** As editors do: the file is there as a whole, or not at all. */
    static void save(Path project, String name, String text) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Path written = Files.writeString(Files.createTempFile(project, "saved", ".part"), text);
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    }

    String said() throws IOException {
        return Files.readString(log);
    }

    /** Until the tool has said this so many times. */
    void says(String words, int times) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (said().split(Pattern.quote(words), -1).length <= times) {
            if (System.nanoTime() > end || !tool.isAlive()) {
                throw new AssertionError("'" + words + "' was not said " + times + " times:\n" + said());
            }
            Thread.sleep(50);
        }
    }

    int ends() throws Exception {
        if (!tool.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end:\n" + said());
        }
        return tool.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        tool.destroy();
        tool.waitFor();
    }
}
