package io.openteller.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The folder `.openteller` of the checkout: what is unpacked and built once, and then serves every data folder. */
final class Home {

    private Home() {}

    /** The variable OPENTELLER_HOME, else beside the launcher of the checkout that we run in, else in the working folder. */
    static Path folder() {
        String chosen = System.getenv("OPENTELLER_HOME");
        if (chosen != null && !chosen.isBlank()) {
            return Path.of(chosen).toAbsolutePath();
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("openteller")) && Files.isDirectory(folder.resolve(".mvn"))) {
                return folder.resolve(".openteller");
            }
        }
        return here.resolve(".openteller");
    }

    /** Runs {@code work} in one process and one thread of this machine at a time: unpacking and building must not meet. */
    static synchronized <T> T alone(String what, Supplier<T> work) {
        try {
            Path lock = Files.createDirectories(folder()).resolve(what + ".lock");
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                assert held.isValid();
                return work.get();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
