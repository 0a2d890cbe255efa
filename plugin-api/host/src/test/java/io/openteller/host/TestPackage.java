package io.openteller.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openteller.packages.Manifest;
import io.openteller.packages.VerifiedPackage;
import io.openteller.packages.VerifiedPackage.Trust;
import io.openteller.spi.Capability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/** A real package, compiled here: a description, and one extension whose source the test gives. */
final class TestPackage {

    static final String SCHEMA =
            "{\"type\": \"object\", \"properties\": {\"endpoint\": {\"type\": \"string\"}, \"key\": {\"type\": \"string\"}}}";

    private static final String DESCRIPTION = """
            package probe;
            import io.openteller.spi.*;
            import java.util.List;
            public class Description implements OpentellerPlugin {
                public String name() { return "Probe"; }
                public String settingsSchema() { return %s; }
                public List<Capability> capabilities() { return List.of(%s); }
                public Health check(CallContext context) { return Health.up("version @VERSION@"); }
            }
            """;

    private TestPackage() {}

    /** @param body members of a class {@code probe.Probe implements <point>} */
    static VerifiedPackage of(Path folder, String version, Class<?> point, String body) {
        String source = """
                package probe;
                import io.openteller.spi.*;
                import java.io.*;
                import java.net.*;
                import java.nio.file.*;
                import java.time.*;
                import java.util.*;
                public class Probe implements %s {
                %s
                }
                """.formatted(point.getCanonicalName(), body);
        String capability = "Capability.of(" + point.getCanonicalName() + ".class)";
        return of(folder, version, 64, List.of(Capability.of(point)), Map.of(
                "Description", DESCRIPTION.formatted("\"" + SCHEMA.replace("\"", "\\\"") + "\"", capability)
                        .replace("@VERSION@", version),
                "Probe", source));
    }

    static VerifiedPackage of(
            Path folder, String version, int heapMegabytes, List<Capability> declared, Map<String, String> sources) {
        try {
            Path home = Files.createTempDirectory(folder, "package");
            Path classes = Files.createDirectories(home.resolve("classes"));
            Path written = Files.createDirectories(home.resolve("sources"));
            List<String> files = sources.entrySet().stream()
                    .map(one -> write(written.resolve(one.getKey() + ".java"), one.getValue()).toString())
                    .toList();
            var arguments = new java.util.ArrayList<>(List.of(
                    "-proc:none", "-nowarn", "--release", "21", "-d", classes.toString(),
                    "-cp", System.getProperty("java.class.path")));
            arguments.addAll(files);
            int compiled = ToolProvider.getSystemJavaCompiler()
                    .run(null, null, null, arguments.toArray(String[]::new));
            if (compiled != 0) {
                throw new IllegalStateException("the probe does not compile");
            }
            List<String> extensions = sources.keySet().stream().sorted().map(name -> "probe." + name).toList();
            return new VerifiedPackage(
                    manifest(version, heapMegabytes, declared), "0".repeat(64), Trust.PARTNER, home, extensions);
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private static Manifest manifest(String version, int heapMegabytes, List<Capability> declared) {
        try {
            return new Manifest(
                    "probe", version, ">=1.0.0 <2.0.0", "Probe", "For tests", "Apache-2.0",
                    new Manifest.Publisher("Tests", ""), null, List.of("workflow"), declared, List.of(), List.of(),
                    new Manifest.Resources(5_000, heapMegabytes, 100, 16),
                    new ObjectMapper().readTree(SCHEMA), "Nothing is kept.");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
