package io.openteller.packages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A package made on the spot: sound, or wrong in the one way that a test is about. */
final class MadePackage {

    static final String ABOUT = """
            public class About implements io.openteller.spi.OpentellerPlugin {
                RUNS
                public String name() { return "Made"; }
                public String settingsSchema() { return "{\\"type\\": \\"object\\", \\"properties\\": {}}"; }
                public java.util.List<io.openteller.spi.Capability> capabilities() {
                    return java.util.List.of(new io.openteller.spi.Capability("AccountReader", java.util.List.of(
                            new io.openteller.spi.Capability.Operation("accounts",
                                    io.openteller.spi.Capability.RiskClass.READ,
                                    io.openteller.spi.Capability.Assurance.STEPPED_UP, true, true))));
                }
                public Health check(io.openteller.spi.CallContext context) { return Health.up("fine"); }
            }
            """;
    static final String ACCOUNTS = """
            public class Accounts implements io.openteller.spi.banking.AccountReader {
                RUNS
                public io.openteller.spi.Outcome<java.util.List<Account>> accounts(
                        io.openteller.spi.CallContext context, String customer) {
                    return io.openteller.spi.Outcome.notFound("nothing");
                }
            }
            """;
    static final String INDEX = "made.About\nmade.Accounts\n";

    final SortedMap<String, byte[]> files = new TreeMap<>();

    /** One that reads accounts. */
    static MadePackage sound() {
        MadePackage made = new MadePackage();
        made.file(Names.MANIFEST, manifest("1.0.0"));
        return made.classes(ABOUT, ACCOUNTS).file(Names.INDEX, INDEX);
    }

    static String manifest(String version) {
        return """
                {"id": "made", "version": "%s", "spi": ">=1.0.0 <2.0.0", "name": "Made", "description": "For a test",
                 "license": "Apache-2.0", "publisher": {"name": "Tests", "key": ""}, "kinds": ["banking"],
                 "capabilities": [{"name": "AccountReader", "operations": [{"name": "accounts", "risk": "READ",
                   "assurance": "STEPPED_UP", "reversible": true, "idempotent": true}]}],
                 "egress": ["api.bank.example"], "dataRead": ["HOLDINGS"],
                 "settings": {"type": "object", "properties": {}}, "privacy": "Keeps nothing.",
                 "resources": {"timeoutMillis": 1000, "heapMegabytes": 64, "callsPerSecond": 10, "callsAtOnce": 4}}
                """.formatted(version);
    }

    MadePackage file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    MadePackage file(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    MadePackage without(String name) {
        files.remove(name);
        return this;
    }

    MadePackage classes(String... sources) {
        Compiled.of(sources).forEach((name, bytes) -> files.put(Names.CLASSES + name, bytes));
        return this;
    }

    MadePackage library(String name, Map<String, byte[]> entries) {
        return file("lib/" + name, zip(entries));
    }

    byte[] content(String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    /** Changes plugin.json. */
    MadePackage saying(Consumer<ObjectNode> change) {
        ObjectNode manifest = (ObjectNode) Manifests.tree(content(Names.MANIFEST));
        change.accept(manifest);
        return file(Names.MANIFEST, manifest.toString());
    }

    /** Signs what is there, sound or not: hash list and signature are right. */
    MadePackage signed(SigningKey key) {
        saying(manifest -> ((ObjectNode) manifest.get("publisher")).put("key", key.id()));
        return listed(key, HashList.written(HashList.of(files)));
    }

    /** Signs this list, whatever it says. */
    MadePackage listed(SigningKey key, byte[] list) {
        file(Names.HASHES, list);
        return file(Names.SIGNATURE, Base64.getEncoder().encodeToString(key.signature(list)));
    }

    byte[] zip() {
        return zip(files);
    }

    static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    Path in(Path folder) throws IOException {
        return Files.write(Files.createTempFile(folder, "made", ".zip"), zip());
    }
}
