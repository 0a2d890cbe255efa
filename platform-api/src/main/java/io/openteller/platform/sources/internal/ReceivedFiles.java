package io.openteller.platform.sources.internal;

import io.openteller.platform.audit.Audit;
import io.openteller.platform.coordination.Hints;
import io.openteller.platform.coordination.Work;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.sources.FailureCode;
import io.openteller.platform.sources.Receiving;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.UuidV7;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files as they arrive, a piece at a time into the database. */
final class ReceivedFiles implements Receiving {

    private final TenantDatabase database;
    private final Hints hints;
    private final Audit audit;
    private final SourceLimits limits;
    private final UUID upload;
    private int files;

    ReceivedFiles(TenantDatabase database, Hints hints, Audit audit, SourceLimits limits, UUID upload) {
        this.database = database;
        this.hints = hints;
        this.audit = audit;
        this.limits = limits;
        this.upload = upload;
    }

    @Override
    public void file(String name, InputStream content) throws IOException {
        if (++files > limits.maxFiles()) {
            throw new ProblemException(ErrorCode.DOCUMENT_TOO_LARGE, "More than " + limits.maxFiles() + " files");
        }
        UUID item = UuidV7.next();
        String path = Names.path(name);
        database.inTransaction(sql -> {
            String slug = Names.slug(path, taken -> UploadSql.hasSlug(sql, upload, taken));
            UploadSql.item(sql, upload, item, path, slug, 0);
            return slug;
        });
        FileResult refused = keep(item, content);
        if (refused != null) {
            database.inTransaction(sql -> {
                UploadSql.finish(sql, item, upload, refused);
                return refused;
            });
        }
    }

    /** @return why it is not kept; null if it is */
    private @Nullable FileResult keep(UUID item, InputStream content) throws IOException {
        long[] taken = {0, limits.maxFileBytes()};
        Parts.cut(content, (number, piece) -> {
            if (number == 0 && Unpacking.beginsLikeArchive(piece)) {
                taken[1] = limits.maxArchiveBytes();
            }
            taken[0] += piece.length;
            if (taken[0] <= taken[1]) {
                database.inTransaction(sql -> {
                    UploadSql.part(sql, item, number, piece);
                    return number;
                });
            }
            return taken[0] <= taken[1];
        });
        if (taken[0] == 0) {
            return FileResult.failed(FailureCode.FILE_EMPTY, "The file has no content");
        }
        return taken[0] <= taken[1] ? null : tooLarge(limits);
    }

    static FileResult tooLarge(SourceLimits limits) {
        return FileResult.failed(
                FailureCode.FILE_TOO_LARGE, "A document may have at most " + (limits.maxFileBytes() >> 20) + " MB");
    }

    @Override
    public UUID complete() {
        Tenant tenant = CurrentTenant.get();
        return database.inTransaction(sql -> {
            UploadSql.complete(sql, upload);
            audit.record(sql, "upload.received", upload.toString());
            database.afterCommit(() -> hints.workWaits(tenant, Work.UPLOADS));
            return upload;
        });
    }

    @Override
    public void abandon() {
        database.inTransaction(sql -> {
            UploadSql.delete(sql, upload);
            return upload;
        });
    }
}
