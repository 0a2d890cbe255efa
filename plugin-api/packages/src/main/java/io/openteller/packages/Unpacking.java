package io.openteller.packages;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Writes the files of a package out, and hashes what it writes. */
final class Unpacking {

    private Unpacking() {}

    /** @param most bytes of all files together */
    static void unpack(
            ZipFile zip, Map<String, ZipEntry> files, Map<String, String> hashes, Path folder, long most)
            throws IOException {
        long left = most;
        for (ZipEntry entry : files.values()) {
            String name = entry.getName();
            Path target = folder.resolve(name).normalize();
            if (!target.startsWith(folder)) {
                throw new Refusal(Reason.UNSAFE_NAME, "it has a file whose name leads out of it");
            }
            Files.createDirectories(target.getParent());
            MessageDigest digest = HashList.sha256();
            try (InputStream in = zip.getInputStream(entry);
                    OutputStream out = new DigestOutputStream(
                            Files.newOutputStream(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), digest)) {
                // The sizes that the zip tells may be wrong: these are counted.
                left -= Streams.copied(in, out, left);
            }
            if (left < 0) {
                throw new Refusal(
                        Reason.TOO_LARGE, "it unpacks to more than it says, and than is allowed");
            }
            if (!Names.UNLISTED.contains(name)
                    && !HexFormat.of().formatHex(digest.digest()).equals(Objects.requireNonNull(hashes.get(name)))) {
                throw new Refusal(Reason.HASH_DIFFERS, "a file is not what was signed: " + name);
            }
        }
    }
}
