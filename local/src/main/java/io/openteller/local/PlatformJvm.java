package io.openteller.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Java machine that a platform runs in: the same for its users and for whoever measures it. */
public final class PlatformJvm {

    private static final String COLLECTOR = "-XX:+UseParallelGC";

    private static final List<String> SETTINGS = List.of(
            "-Xmx1536m",
            // What they give a turn: docs/performance.md.
            "-XX:+UseCompactObjectHeaders",
            COLLECTOR,
            "-Dfile.encoding=UTF-8",
            // Models run in native code; the log is for our own lines.
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /** Vectors are compared two to five times as fast. */
    private static final List<String> VECTORS = List.of("--add-modules", "jdk.incubator.vector");

    private PlatformJvm() {}

    /** @param more settings after the usual ones, which they overrule */
    public static List<String> command(String classPath, String mainClass, List<String> more) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(SETTINGS);
        if (more.stream().anyMatch(one -> one.matches("-XX:\\+Use\\w+GC"))) {
            // A second collector is not overruled, but refused.
            line.remove(COLLECTOR);
        }
        if (more.stream().noneMatch(one -> one.startsWith("-XX:AOT"))) {
            // With a module that is still tried out Java links no classes ahead (LearntStart).
            line.addAll(VECTORS);
        }
        line.addAll(more);
        line.addAll(List.of("-cp", classPath, mainClass));
        return line;
    }
}
