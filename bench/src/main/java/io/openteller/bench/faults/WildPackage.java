package io.openteller.bench.faults;

import io.openteller.bench.faults.wild.WildModel;
import io.openteller.bench.faults.wild.WildPlugin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The package of the plugin that does everything wrong, not signed yet. */
final class WildPackage {

    static final String ID = "wild";

    private static final String OPERATION =
            "{\"name\": \"%s\", \"risk\": \"READ\", \"assurance\": \"ANONYMOUS\", \"reversible\": true, \"idempotent\": true}";
    private static final String MANIFEST = """
            {"id": "%s", "version": "1.0.0", "spi": ">=1.0.0 <2.0.0", "name": "Wild", "description": "For the bench",
             "license": "Apache-2.0", "publisher": {"name": "A partner", "key": ""}, "kinds": ["llm"],
             "capabilities": [{"name": "ChatModel", "operations": [%s, %s, %s]}],
             "egress": [], "dataRead": ["MASKED_TEXT"], "settings": {"type": "object"}, "privacy": "Keeps nothing.",
             "resources": {"timeoutMillis": 30000, "heapMegabytes": 64, "callsPerSecond": 100, "callsAtOnce": 16}}
            """
            .formatted(ID, OPERATION.formatted("models"), OPERATION.formatted("chat"), OPERATION.formatted("stream"));

    private WildPackage() {}

    static byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Class<?>> classes = List.of(WildPlugin.class, WildModel.class);
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(zip, "plugin.json", MANIFEST.getBytes(StandardCharsets.UTF_8));
            String index = WildPlugin.class.getName() + "\n" + WildModel.class.getName() + "\n";
            entry(zip, "classes/META-INF/extensions.idx", index.getBytes(StandardCharsets.UTF_8));
            for (Class<?> one : classes) {
                String file = one.getName().replace('.', '/') + ".class";
                try (InputStream compiled = Objects.requireNonNull(one.getResourceAsStream("/" + file))) {
                    entry(zip, "classes/" + file, compiled.readAllBytes());
                }
            }
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
