package io.openteller.platform.understanding.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tells whether anything changed that a file was made from. */
final class BuildStamp {

    private BuildStamp() {}

    /** @return a hash of all files below those folders, but for some */
    static String of(Path root, List<String> folders, Set<Path> without) throws IOException {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            for (String folder : folders) {
                try (Stream<Path> files = Files.walk(root.resolve(folder))) {
                    for (Path file : files.filter(Files::isRegularFile)
                            .filter(one -> !without.contains(one))
                            .sorted()
                            .toList()) {
                        hash.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                        hash.update(Files.readAllBytes(file));
                    }
                }
            }
            return HexFormat.of().formatHex(hash.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
