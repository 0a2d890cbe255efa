package io.openteller.packages;

import io.openteller.packages.Manifest.Publisher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.SortedMap;

/** Signs packages. The same package and key give the same bytes. */
public final class Signing {

    private Signing() {}

    /**
     * Writes the key's id into plugin.json, and signs the list of all files. A signature that is there is replaced.
     *
     * @param signed may be the same file
     * @return the manifest, with the key
     * @throws IOException if it is no package, or the disk fails
     */
    public static Manifest sign(Path zip, SigningKey key, Path signed) throws IOException {
        try {
            SortedMap<String, byte[]> files = Zips.read(zip);
            byte[] described = files.get(Names.MANIFEST);
            if (described == null) {
                throw new IOException(zip.getFileName() + " has no plugin.json");
            }
            Manifest manifest = named(Manifests.parsed(described), key);
            files.put(Names.MANIFEST, Manifests.write(manifest));
            byte[] list = HashList.written(HashList.of(files));
            files.put(Names.HASHES, list);
            String signature = Base64.getEncoder().encodeToString(key.signature(list)) + "\n";
            files.put(Names.SIGNATURE, signature.getBytes(StandardCharsets.US_ASCII));
            Zips.write(files, signed);
            return manifest;
        } catch (Refusal refusal) {
            throw new IOException(zip.getFileName() + " is no package: " + refusal.words(), refusal);
        }
    }

    private static Manifest named(Manifest of, SigningKey key) {
        return new Manifest(
                of.id(),
                of.version(),
                of.spi(),
                of.name(),
                of.description(),
                of.license(),
                new Publisher(of.publisher().name(), key.id()),
                of.lifecycle(),
                of.kinds(),
                of.capabilities(),
                of.egress(),
                of.dataRead(),
                of.resources(),
                of.settings(),
                of.privacy());
    }
}
