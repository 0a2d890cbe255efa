package io.openteller.platform.sources.internal;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.coordination.Hints;
import io.openteller.platform.coordination.Leases;
import io.openteller.platform.coordination.Leases.InHand;
import io.openteller.platform.reading.HandedFile;
import io.openteller.platform.reading.ReadDocument;
import io.openteller.platform.reading.ReadOutcome;
import io.openteller.platform.sources.FailureCode;
import io.openteller.platform.sources.Receiving;
import io.openteller.platform.sources.UploadView;
import io.openteller.platform.sources.Uploads;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.UuidV7;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Uploads in PostgreSQL, files and all. */
@Singleton
class StoredUploads implements Uploads {

    private static final Logger log = LoggerFactory.getLogger(StoredUploads.class);

    /** A file that ends the process each time must not do so for ever. */
    private static final int MOST_ATTEMPTS = 3;

    private final TenantDatabase database;
    private final Hints hints;
    private final Audit audit;
    private final TimedReader reader;
    private final Unpacking unpacking;
    private final Parts parts;
    private final Drafts drafts;
    private final SourceLimits limits;
    private final Semaphore readers;
    private final InHand<WaitingFile> inHand;

    StoredUploads(
            TenantDatabase database,
            Hints hints,
            Audit audit,
            TimedReader reader,
            Unpacking unpacking,
            Parts parts,
            Drafts drafts,
            SourceLimits limits,
            Leases leases) {
        this.database = database;
        this.hints = hints;
        this.audit = audit;
        this.reader = reader;
        this.unpacking = unpacking;
        this.parts = parts;
        this.drafts = drafts;
        this.limits = limits;
        this.readers = new Semaphore(limits.readersHere());
        this.inHand = leases.held("upload", this::letGo);
    }

    @Override
    public Receiving receive(Actor by, @Nullable String category, @Nullable String language) {
        UUID upload = UuidV7.next();
        database.inTransaction(sql -> {
            UploadSql.insert(sql, upload, by, category, language);
            return upload;
        });
        return new ReceivedFiles(database, hints, audit, limits, upload);
    }

    @Override
    public Optional<UploadView> find(UUID upload) {
        return database.inTransaction(sql -> UploadSql.view(sql, upload));
    }

    @Override
    public List<UploadView> list(int limit) {
        return database.inTransaction(sql -> UploadSql.list(sql, null, Math.clamp(limit, 1, 200)));
    }

    @Override
    public boolean cancel(UUID upload) {
        return database.inTransaction(sql -> {
            boolean found = UploadSql.cancel(sql, upload);
            if (found) {
                audit.record(sql, "upload.cancelled", upload.toString());
            }
            return found;
        });
    }

    @Override
    public boolean readNext() {
        readers.acquireUninterruptibly();
        try {
            Optional<WaitingFile> claimed = database.inTransaction(sql -> UploadSql.claim(sql, limits.lease()));
            claimed.ifPresent(file -> inHand.during(file, () -> {
                handle(file);
                return file;
            }));
            return claimed.isPresent();
        } finally {
            readers.release();
        }
    }

    private void letGo(WaitingFile file) {
        database.inTransaction(sql -> UploadSql.letGo(sql, file));
        log.info("upload given back item={}", file.id());
    }

    private void handle(WaitingFile file) {
        try {
            if (file.attempts() > MOST_ATTEMPTS) {
                finish(file, FileResult.failed(
                        FailureCode.FILE_BROKEN, "Reading it was begun " + MOST_ATTEMPTS + " times and never finished"));
            } else if (unpacking.isArchive(file)) {
                unpacking.unpack(file, () -> renew(file));
            } else if (file.bytes() > limits.maxFileBytes()) {
                finish(file, ReceivedFiles.tooLarge(limits));
            } else {
                read(file);
            }
        } catch (Parts.Taken taken) {
            log.info("upload item={} was taken away while it was read", file.id());
        } catch (IOException disk) {
            // Its lease runs out, and it is tried again.
            log.error("upload item={} could not be copied", file.id(), disk);
        }
    }

    private void read(WaitingFile file) {
        HandedFile handed = new HandedFile(file.name(), parts.all(file), null, file.category(), file.language());
        switch (reader.open(handed, () -> renew(file))) {
            case ReadOutcome.Unreadable(var fault, var detail) -> finish(file, FileResult.failed(fault, detail));
            case ReadOutcome.Read(ReadDocument read, var known, var notes) -> {
                HandedFile told = new HandedFile(
                        handed.name(), handed.content(), null, file.category(), read.language());
                database.inTransaction(sql -> {
                    // The document and the file's result commit together: nobody stores it twice, and no result is lost.
                    if (UploadSql.lock(sql, file)) {
                        var draft = drafts.put(file.slug(), told, file.by());
                        UploadSql.finish(sql, file.id(), file.upload(), FileResult.stored(draft, String.join("; ", notes)));
                    }
                    return file;
                });
            }
        }
    }

    private boolean renew(WaitingFile file) {
        return database.inTransaction(sql -> UploadSql.renew(sql, file, limits.lease()));
    }

    private void finish(WaitingFile file, FileResult result) {
        database.inTransaction(sql -> {
            if (UploadSql.lock(sql, file)) {
                UploadSql.finish(sql, file.id(), file.upload(), result);
            }
            return file;
        });
    }
}
