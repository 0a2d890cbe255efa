package io.openteller.kit;

import io.openteller.packages.Manifest;
import io.openteller.packages.Manifests;
import io.openteller.packages.SigningKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Files that a person names. */
final class Zip {

    private static final int MOST = 1 << 20;

    private Zip() {}

    static void requireOne(Path zip) {
        if (!Files.isRegularFile(zip)) {
            throw new Refused("there is no package " + zip + "; 'openteller plugin pack' makes one");
        }
    }

    static SigningKey key(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Refused("there is no key " + file + "; 'openteller plugin key new' makes one");
        }
        try {
            return SigningKey.read(file);
        } catch (IOException refused) {
            throw new Refused(String.valueOf(refused.getMessage()));
        }
    }

    /** @throws Refused if the file is no package */
    static byte[] described(Path zip) throws IOException {
        requireOne(zip);
        try (ZipFile opened = new ZipFile(zip.toFile())) {
            ZipEntry entry = opened.getEntry("plugin.json");
            if (entry == null) {
                throw new Refused(zip + " has no plugin.json; 'openteller plugin pack' makes packages that have one");
            }
            try (InputStream in = opened.getInputStream(entry)) {
                return in.readNBytes(MOST);
            }
        } catch (ZipException noZip) {
            throw new Refused(zip + " is no zip file");
        }
    }

    static Manifest manifest(Path zip) throws IOException {
        return switch (Manifests.read(described(zip))) {
            case Manifests.Reading.Read(var manifest) -> manifest;
            case Manifests.Reading.Malformed(var words) -> throw new Refused(zip + ": " + words);
        };
    }
}
