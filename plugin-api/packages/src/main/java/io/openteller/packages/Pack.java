package io.openteller.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Packing from a build: plugin.json, folder of classes, folder of libraries, changelog, target folder. */
public final class Pack {

    private Pack() {}

    public static void main(String[] arguments) throws IOException {
        Path libraries = Path.of(arguments[2]);
        Path changelog = Path.of(arguments[3]);
        Path target = Path.of(arguments[4]);
        Packing.Parts parts = new Packing.Parts(
                Path.of(arguments[0]),
                Path.of(arguments[1]),
                jars(libraries),
                Files.exists(changelog) ? changelog : null);
        deleteOthers(target);
        switch (Packing.pack(parts, target)) {
            case Packing.Packed.Zip packed -> System.out.println("packed " + packed.file().getFileName());
            case Packing.Packed.Failed failed -> throw new IOException("not packed: " + failed.words());
        }
    }

    private static List<Path> jars(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    /** What an earlier build left would be taken for one of today's. */
    private static void deleteOthers(Path target) throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            for (Path zip : files.filter(file -> file.toString().endsWith(".zip")).toList()) {
                Files.delete(zip);
            }
        }
    }
}
