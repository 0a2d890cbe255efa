package io.openteller.packages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.spi.Capability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a zip, not signed yet, of what a build left. The same input gives the same bytes. */
public final class Packing {

    private Packing() {}

    /**
     * @param manifest plugin.json as its author writes it: without capabilities, settings and the publisher's key
     * @param classes with the index of extensions
     * @param libraries jars that the platform does not bring
     * @param changelog null for none
     */
    public record Parts(Path manifest, Path classes, List<Path> libraries, @Nullable Path changelog) {}

    /** What packing came to. */
    public sealed interface Packed {

        record Zip(Path file, Manifest manifest) implements Packed {}

        /** @param words for the author */
        record Failed(Reason reason, String words) implements Packed {}
    }

    /**
     * Loads the plugin's classes to ask them what they can do, so only for one's own code.
     *
     * @param target where {@code <id>-<version>.zip} is written
     */
    public static Packed pack(Parts parts, Path target) throws IOException {
        try {
            Manifest manifest = manifest(parts);
            SortedMap<String, byte[]> files = new TreeMap<>();
            addFolder(files, parts.classes());
            for (Path library : parts.libraries()) {
                files.put("lib/" + library.getFileName(), Files.readAllBytes(library));
            }
            if (parts.changelog() != null) {
                files.put(Names.CHANGELOG, Files.readAllBytes(parts.changelog()));
            }
            files.put(Names.MANIFEST, Manifests.write(manifest));
            files.put(Names.HASHES, HashList.written(HashList.of(files)));
            Files.createDirectories(target);
            Path zip = target.resolve(manifest.id() + "-" + manifest.version() + ".zip");
            Zips.write(files, zip);
            return new Packed.Zip(zip, manifest);
        } catch (Refusal refusal) {
            return new Packed.Failed(refusal.reason(), refusal.words());
        }
    }

    private static void addFolder(SortedMap<String, byte[]> files, Path root) throws IOException {
        try (Stream<Path> found = Files.walk(root)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                String name = Names.CLASSES + root.relativize(file).toString().replace('\\', '/');
                if (!Names.safe(name)) {
                    throw new Refusal(Reason.UNSAFE_NAME, "the name of a file is not safe in every file system: " + name);
                }
                files.put(name, Files.readAllBytes(file));
            }
        }
    }

    private static Manifest manifest(Parts parts) throws IOException {
        if (!(Manifests.tree(Files.readAllBytes(parts.manifest())) instanceof ObjectNode source)) {
            throw Fields.bad("", "must be an object");
        }
        for (String written : Set.of("capabilities", "settings")) {
            if (source.has(written)) {
                throw Fields.bad(written, "is written by packing, from the plugin itself: leave it out");
            }
        }
        try (AskedPlugin plugin = AskedPlugin.load(parts)) {
            List<Capability> capabilities = plugin.capabilities().stream()
                    .sorted(Comparator.comparing(Capability::name))
                    .toList();
            JsonNode settings = Manifests.tree(plugin.settingsSchema().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            source.set("capabilities", Manifests.JSON.valueToTree(capabilities));
            source.set("settings", settings);
        }
        if (source.path("publisher") instanceof ObjectNode publisher) {
            publisher.put("key", "");
        }
        return Manifests.of(source);
    }
}
