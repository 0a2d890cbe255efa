package io.openteller.packages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The list of contents of a zip, looked at before any of it is unpacked. */
final class Entries {

    static final int MOST = 20_000;
    static final long MOST_UNPACKED = 400L << 20;

    private Entries() {}

    /** The files, without folders. */
    static List<ZipEntry> files(ZipFile zip) {
        if (zip.size() > MOST) {
            throw new Refusal(Reason.TOO_MANY_FILES, "it has more than " + MOST + " files");
        }
        List<ZipEntry> files = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        Set<String> folders = new HashSet<>();
        long bytes = 0;
        for (ZipEntry entry : zip.stream().toList()) {
            String name = entry.getName();
            String path = entry.isDirectory() ? name.substring(0, name.length() - 1) : name;
            checkName(path, seen);
            bytes += Math.max(0, entry.getSize());
            if (entry.isDirectory()) {
                folders.add(folded(path));
            } else {
                files.add(entry);
            }
        }
        if (bytes > MOST_UNPACKED) {
            throw new Refusal(Reason.TOO_LARGE, "it would unpack to more than " + (MOST_UNPACKED >> 20) + " MB");
        }
        files.forEach(file -> checkPlace(file.getName()));
        files.forEach(file -> addFolders(folded(file.getName()), folders));
        for (ZipEntry file : files) {
            if (folders.contains(folded(file.getName()))) {
                throw new Refusal(Reason.DUPLICATE_NAME, "it has a file and a folder named " + file.getName());
            }
        }
        return files;
    }

    private static void checkName(String path, Map<String, String> seen) {
        if (!Names.safe(path)) {
            throw new Refusal(Reason.UNSAFE_NAME, "it has a file whose name is not safe: " + shown(path));
        }
        String other = seen.put(folded(path), path);
        if (other != null) {
            throw new Refusal(
                    Reason.DUPLICATE_NAME,
                    other.equals(path) ? "it has two files named " + path : "the names " + other + " and " + path
                            + " differ in upper and lower case only");
        }
    }

    private static void checkPlace(String name) {
        if (!Names.placed(name)) {
            throw new Refusal(Reason.LAYOUT, "it has a file where no package has one: " + name);
        }
    }

    private static void addFolders(String file, Set<String> folders) {
        for (int slash = file.lastIndexOf('/'); slash > 0; slash = file.lastIndexOf('/', slash - 1)) {
            folders.add(file.substring(0, slash));
        }
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** What an attacker wrote is shown to a person: printable, and not much of it. */
    private static String shown(String name) {
        String printable = name.replaceAll("[^\\x20-\\x7e]", "?");
        return printable.length() > 80 ? printable.substring(0, 80) + "…" : printable;
    }
}
