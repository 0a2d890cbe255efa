package io.openteller.platform.plugin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A plugin zip made on the spot: whole, or broken in the one way that a test is about. */
final class HandmadePlugin {

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    /** One that reads accounts: {@code accounts} is the body of its only method. */
    static HandmadePlugin reading(String id, String version, String accounts) throws IOException {
        HandmadePlugin plugin = described(id, version, ">=1.0.0 & <2.0.0");
        plugin.compile("made.About", """
                package made;
                @org.pf4j.Extension
                public class About implements io.openteller.spi.OpentellerPlugin {
                    public String name() { return "Made by hand"; }
                    public String settingsSchema() { return "{\\"type\\": \\"object\\"}"; }
                    public java.util.List<io.openteller.spi.Capability> capabilities() { return java.util.List.of(); }
                    public Health check(io.openteller.spi.CallContext context) { return new Health(true, "fine"); }
                }
                """);
        plugin.compile("made.Accounts", """
                package made;
                @org.pf4j.Extension
                public class Accounts implements io.openteller.spi.banking.AccountReader {
                    public io.openteller.spi.Outcome<java.util.List<Account>> accounts(
                            io.openteller.spi.CallContext context, String customer) {
                        %s
                    }
                }
                """.formatted(accounts));
        return plugin.with("classes/META-INF/extensions.idx", "made.About\nmade.Accounts\n");
    }

    static HandmadePlugin described(String id, String version, String requires) {
        return new HandmadePlugin()
                .with(
                        "plugin.properties",
                        "plugin.id=" + id + "\nplugin.version=" + version + "\nplugin.requires=" + requires + "\n");
    }

    HandmadePlugin with(String name, String content) {
        entries.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    HandmadePlugin without(String name) {
        entries.remove(name);
        return this;
    }

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
