package io.openteller.platform.plugin;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.packages.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A plugin zip made on the spot: whole, or broken in the one way that a test is about. */
final class HandmadePlugin {

    /** Of what {@link #project} writes: the only class whose words a test changes. */
    static final String ACCOUNTS = "src/main/java/made/Accounts.java";

    private static final String ABOUT = """
            package made;
            @org.pf4j.Extension
            public class About implements io.openteller.spi.OpentellerPlugin {
                public String name() { return "Made by hand"; }
                public String settingsSchema() { return "{\\"type\\": \\"object\\"}"; }
                public java.util.List<io.openteller.spi.Capability> capabilities() {
                    return java.util.List.of(io.openteller.spi.Capability.of(
                            io.openteller.spi.banking.AccountReader.class,
                            new io.openteller.spi.Capability.Operation(
                                    "accounts",
                                    io.openteller.spi.Capability.RiskClass.READ,
                                    io.openteller.spi.Capability.Assurance.STEPPED_UP,
                                    true,
                                    true)));
                }
                public Health check(io.openteller.spi.CallContext context) { return new Health(true, "fine"); }
            }
            """;

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    /** One that reads accounts: {@code accounts} is the body of its only method. */
    static HandmadePlugin reading(String id, String version, String accounts) throws IOException {
        HandmadePlugin plugin = described(id, version, ">=1.0.0 <2.0.0");
        plugin.compile("made.About", ABOUT);
        plugin.compile("made.Accounts", accounts(accounts));
        return plugin.with("classes/META-INF/extensions.idx", "made.About\nmade.Accounts\n");
    }

    /** The same as sources, as a partner has them, with nothing that Maven would have to fetch. */
    static Path project(Path folder, String id, String accounts) throws IOException {
        byte[] described = Objects.requireNonNull(described(id, "1.0.0", ">=1.0.0 <2.0.0").entries.get("plugin.json"));
        ObjectNode manifest = (ObjectNode) new ObjectMapper().readTree(described);
        // Packing asks the plugin itself for these.
        manifest.remove(List.of("capabilities", "settings"));
        Files.createDirectories(folder.resolve("target").resolve("lib"));
        DevTool.save(folder, "pom.xml", "<project><maven.compiler.release>21</maven.compiler.release></project>");
        DevTool.save(folder, "src/main/plugin/plugin.json", manifest.toString());
        DevTool.save(folder, "src/main/java/made/About.java", ABOUT);
        DevTool.save(folder, ACCOUNTS, accounts(accounts));
        return folder;
    }

    static String accounts(String accounts) {
        return """
                package made;
                @org.pf4j.Extension
                public class Accounts implements io.openteller.spi.banking.AccountReader {
                    public io.openteller.spi.Outcome<java.util.List<Account>> accounts(
                            io.openteller.spi.CallContext context, String customer) {
                        %s
                    }
                }
                """.formatted(accounts);
    }

    static HandmadePlugin described(String id, String version, String spi) {
        return new HandmadePlugin().with("plugin.json", """
                {"id": "%s", "version": "%s", "spi": "%s", "name": "Made by hand", "description": "For a test",
                 "license": "Apache-2.0", "publisher": {"name": "Tests", "key": ""}, "kinds": ["banking"],
                 "capabilities": [{"name": "AccountReader", "operations": [{"name": "accounts", "risk": "READ",
                   "assurance": "STEPPED_UP", "reversible": true, "idempotent": true}]}],
                 "egress": [], "dataRead": ["HOLDINGS"], "settings": {"type": "object"}, "privacy": "Keeps nothing.",
                 "resources": {"timeoutMillis": 30000, "heapMegabytes": 64, "callsPerSecond": 100, "callsAtOnce": 32}}
                """.formatted(id, version, spi));
    }

    HandmadePlugin with(String name, String content) {
        entries.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    HandmadePlugin without(String name) {
        entries.remove(name);
        return this;
    }

    /** As the tests' own publisher brings it. */
    byte[] signed() throws IOException {
        return TestKeys.signed(zip(), TestKeys.PLATFORM);
    }

    byte[] signed(SigningKey key) throws IOException {
        return TestKeys.signed(zip(), key);
    }

    /** Without a signature. */
    byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private void compile(String name, String source) throws IOException {
        Path folder = Files.createTempDirectory("handmade");
        Path file = Files.writeString(folder.resolve(name.substring(name.lastIndexOf('.') + 1) + ".java"), source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-cp", System.getProperty("java.class.path")));
        arguments.addAll(List.of("-d", folder.toString(), file.toString()));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        if (compiler.run(null, said, said, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
        }
        String compiled = name.replace('.', '/') + ".class";
        entries.put("classes/" + compiled, Files.readAllBytes(folder.resolve(compiled)));
    }
}
