package io.openteller.bench.banks;

import io.micronaut.context.ApplicationContext;
import io.openteller.bench.processes.Machine;
import io.openteller.platform.retrieval.Query;
import io.openteller.platform.retrieval.Retrieval;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * A bank's search index, as a platform that has run for a while has it on its disk. Nothing in it says which bank it is of, and
 * its files are never changed once they are written: banks with the same documents share them until one's documents change.
 */
final class SearchIndex {

    private static final int TRIES = 600;

    private SearchIndex() {}

    /** Begins it, if it is not there yet. */
    static void make(ApplicationContext platform, Tenant bank) {
        CurrentTenant.run(bank, () -> platform.getBean(Retrieval.class).search(Query.now("account"), 1));
    }

    /** Returns when all of them have it. */
    static void share(Machine machine, UUID from, List<UUID> to) {
        Path indexes = machine.folder("platform").resolve("indexes");
        try (FSDirectory directory = FSDirectory.open(indexes.resolve(from.toString()));
                Lock whole = whenWritten(directory);
                Stream<Path> files = Files.list(directory.getDirectory())) {
            List<Path> written = files.filter(file -> !file.endsWith(IndexWriter.WRITE_LOCK_NAME)).toList();
            for (UUID bank : to) {
                Path folder = Files.createDirectories(indexes.resolve(bank.toString()));
                for (Path file : written) {
                    Files.createLink(folder.resolve(file.getFileName()), file);
                }
            }
            whole.ensureValid();
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    /** What still writes it goes on beside the first search. */
    private static Lock whenWritten(FSDirectory directory) throws IOException {
        for (int i = 0; ; i++) {
            try {
                return directory.obtainLock(IndexWriter.WRITE_LOCK_NAME);
            } catch (LockObtainFailedException busy) {
                if (i == TRIES) {
                    throw busy;
                }
                try {
                    Thread.sleep(100);
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                    throw busy;
                }
            }
        }
    }
}
