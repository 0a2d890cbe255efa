package io.openteller.platform.plugin.internal.packages;

import io.micronaut.context.annotation.Property;
import io.openteller.packages.Trees;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where this process unpacks packages: a folder of its own, for as long as it runs. What a killed one left is cleared. */
@Singleton
public class RunFolder {

    private static final Logger log = LoggerFactory.getLogger(RunFolder.class);
    private static final String LOCK = "in-use";

    private final Path folder;
    private final FileChannel lock;

    RunFolder(@Property(name = "openteller.data") Path data) throws IOException {
        Path all = Files.createDirectories(data.toAbsolutePath().resolve("plugins-running"));
        clear(all);
        this.folder = Files.createTempDirectory(all, "run-");
        this.lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock.tryLock() == null) {
            throw new IllegalStateException("a new file is locked by another process");
        }
    }

    public Path path() {
        return folder;
    }

    private static void clear(Path all) throws IOException {
        try (Stream<Path> runs = Files.list(all)) {
            for (Path run : runs.filter(Files::isDirectory).toList()) {
                if (unused(run.resolve(LOCK))) {
                    Trees.delete(run);
                }
            }
        }
    }

    private static boolean unused(Path lock) {
        if (!Files.exists(lock)) {
            return false;
        }
        try (FileChannel file = FileChannel.open(lock, List.of(StandardOpenOption.WRITE).toArray(StandardOpenOption[]::new));
                FileLock held = file.tryLock()) {
            return held != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        } catch (IOException gone) {
            return false;
        }
    }

    @PreDestroy
    void close() {
        try {
            lock.close();
            Trees.delete(folder);
        } catch (IOException left) {
            log.warn("unpacked plugins could not be deleted", left);
        }
    }
}
