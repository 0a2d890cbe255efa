package io.openteller.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a Java machine learnt of the platform in one life, for the next ones to begin with: its classes, read and linked, and which of
 * their methods are worth compiling (JEPs 483, 514 and 515). Only what stands in jars; another Java, other jars or another collector
 * begin without it, as if there were none.
 */
public final class LearntStart {

    private final Path folder;
    private final String classPath;

    /** @param classPath of all lives, the same */
    public LearntStart(Path folder, String classPath) {
        this.folder = folder;
        this.classPath = classPath;
    }

    /**
     * Settings for the life that learns; what it learnt is written when it ends in order, and takes some seconds then.
     *
     * @throws IllegalStateException if a folder of classes is in the class path
     */
    public List<String> learning() {
        for (String entry : classPath.split(File.pathSeparator)) {
            if (Files.isDirectory(Path.of(entry))) {
                throw new IllegalStateException("only what stands in jars can be learnt: " + entry);
            }
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + notes());
    }

    /**
     * Settings for those that come after.
     *
     * @throws IllegalStateException if nothing was made
     */
    public List<String> settings() {
        if (!Files.exists(cache())) {
            throw new IllegalStateException("nothing was learnt yet: no " + cache());
        }
        return List.of("-XX:AOTCache=" + cache());
    }

    /**
     * Makes of what was learnt what others begin with, in a process of its own: ten seconds of one processor.
     *
     * @param more settings of those who begin with it, without this class's own
     * @throws IllegalStateException if no life ended that learnt, or nothing can be made of it
     */
    public void make(List<String> more) {
        if (!Files.exists(notes())) {
            throw new IllegalStateException("nothing was learnt: no " + notes());
        }
        List<String> settings = new ArrayList<>(more);
        settings.addAll(List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + notes(), "-XX:AOTCache=" + cache(), "-XX:ErrorFile=" + folder.resolve("crash.log")));
        List<String> line = new ArrayList<>(PlatformJvm.command(classPath, "", settings));
        // What is made of it is no life: nothing is run.
        line.removeLast();
        Path said = folder.resolve("make.log");
        try {
            int code = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(said.toFile())
                    .start()
                    .waitFor();
            if (code != 0 || !Files.exists(cache())) {
                throw new IllegalStateException("nothing could be made of what was learnt (" + code + "):\n" + Processes.tail(said));
            }
            Files.delete(notes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a start was learnt", stop);
        }
    }

    private Path notes() {
        return folder.resolve("platform.aotconf");
    }

    private Path cache() {
        return folder.resolve("platform.aot");
    }
}
