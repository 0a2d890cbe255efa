package io.openteller.bench.plugins;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openteller.packages.Manifest;
import io.openteller.packages.VerifiedPackage;
import io.openteller.packages.VerifiedPackage.Trust;
import io.openteller.spi.Capability;
import io.openteller.spi.CallContext;
import io.openteller.spi.workflow.StepProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.pf4j.ExtensionPoint;

/** A plugin whose step says what it was given: whatever a call of it takes is the platform's. */
final class EchoPackage {

    private static final String SCHEMA = "{\"type\": \"object\", \"properties\": {}}";

    private static final Map<String, String> SOURCES = Map.of(
            "Description",
            """
            package echo;
            import io.openteller.spi.*;
            import io.openteller.spi.workflow.StepProvider;
            import java.util.List;
            public class Description implements OpentellerPlugin {
                public String name() { return "Echo"; }
                public String settingsSchema() { return "%s"; }
                public List<Capability> capabilities() { return List.of(Capability.of(StepProvider.class)); }
                public Health check(CallContext context) { return Health.up("here"); }
            }
            """.formatted(SCHEMA.replace("\"", "\\\"")),
            "Echo",
            """
            package echo;
            import io.openteller.spi.CallContext;
            import io.openteller.spi.workflow.*;
            import java.util.List;
            public class Echo implements StepProvider {
                public List<Step> steps(CallContext context) { return List.of(); }
                public StepResult run(CallContext context, StepCall call) { return StepResult.done(call.input()); }
            }
            """);

    private EchoPackage() {}

    static VerifiedPackage compiled(Path folder) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        Path unpacked = folder.resolve("package");
        Path classes = Files.createDirectories(unpacked.resolve("classes"));
        String classPath = place(CallContext.class) + java.io.File.pathSeparator + place(ExtensionPoint.class);
        List<String> command = new ArrayList<>(List.of(
                "-proc:none", "-nowarn", "--release", "21", "-d", classes.toString(), "-cp", classPath));
        for (Map.Entry<String, String> source : SOURCES.entrySet()) {
            Path file = sources.resolve(source.getKey() + ".java");
            command.add(Files.writeString(file, source.getValue()).toString());
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, command.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("the plugin to be measured does not compile");
        }
        return new VerifiedPackage(
                manifest(), "0".repeat(64), Trust.PLATFORM, unpacked, List.of("echo.Description", "echo.Echo"));
    }

    private static Path place(Class<?> type) {
        return Path.of(java.net.URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    private static Manifest manifest() {
        try {
            return new Manifest(
                    "echo", "1.0.0", ">=1.0.0 <2.0.0", "Echo", "Says what it was given", "Apache-2.0",
                    new Manifest.Publisher("Openteller", ""), null, List.of("workflow"),
                    List.of(Capability.of(StepProvider.class)), List.of(), List.of(),
                    new Manifest.Resources(10_000, 64, 1_000_000, 64), new ObjectMapper().readTree(SCHEMA), "Nothing is kept.");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
