package io.openteller.packages;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Zips whose bytes depend on nothing but what is in them. */
final class Zips {

    /** The earliest that a zip can say. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Zips() {}

    static void write(SortedMap<String, byte[]> files, Path zip) throws IOException {
        Path part = zip.resolveSibling(zip.getFileName() + ".part");
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(part));
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (var one : files.entrySet()) {
                ZipEntry entry = new ZipEntry(one.getKey());
                entry.setTimeLocal(ALWAYS);
                out.putNextEntry(entry);
                out.write(one.getValue());
                out.closeEntry();
            }
        }
        Files.move(part, zip, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    /** Everything in it, held in memory: for tools, and only after {@link Entries} looked at it. */
    static SortedMap<String, byte[]> read(Path zip) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (ZipFile in = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : Entries.files(in)) {
                try (InputStream bytes = in.getInputStream(entry)) {
                    files.put(entry.getName(), bytes.readAllBytes());
                }
            }
        }
        return files;
    }
}
