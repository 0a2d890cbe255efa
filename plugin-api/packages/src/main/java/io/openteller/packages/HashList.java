package io.openteller.packages;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** hashes.txt: the SHA-256 of every file by its path. One list has one form, so that there is one thing to sign. */
final class HashList {

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.+)");

    private HashList() {}

    static byte[] written(SortedMap<String, String> hashes) {
        StringBuilder lines = new StringBuilder();
        hashes.forEach((path, hash) -> lines.append(hash).append("  ").append(path).append('\n'));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Path to hash. */
    static SortedMap<String, String> read(byte[] file) {
        SortedMap<String, String> hashes = new TreeMap<>();
        for (String line : new String(file, StandardCharsets.UTF_8).split("\n")) {
            Matcher read = LINE.matcher(line);
            if (!read.matches() || hashes.put(read.group(2), read.group(1)) != null) {
                throw new Refusal(Reason.FILES_DIFFER, "hashes.txt is malformed");
            }
        }
        if (!MessageDigest.isEqual(file, written(hashes))) {
            throw new Refusal(Reason.FILES_DIFFER, "hashes.txt is not sorted by path, one line per file");
        }
        return hashes;
    }

    static SortedMap<String, String> of(Map<String, byte[]> files) {
        SortedMap<String, String> hashes = new TreeMap<>();
        files.forEach((path, content) -> {
            if (!Names.UNLISTED.contains(path)) {
                hashes.put(path, HexFormat.of().formatHex(sha256().digest(content)));
            }
        });
        return hashes;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
