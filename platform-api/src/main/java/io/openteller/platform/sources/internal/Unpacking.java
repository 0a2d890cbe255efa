package io.openteller.platform.sources.internal;

import io.openteller.platform.sources.FailureCode;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.UuidV7;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jdbi.v3.core.Handle;

/**
 * Opens ZIP files: each file inside becomes one that waits. What an archive says about itself is not believed; sizes are
 * counted while it is unpacked, and all of it happens or nothing.
 */
@Singleton
class Unpacking {

    private static final int PIECES_PER_BEAT = 16;

    private final TenantDatabase database;
    private final Parts parts;
    private final SourceLimits limits;

    Unpacking(TenantDatabase database, Parts parts, SourceLimits limits) {
        this.database = database;
        this.parts = parts;
        this.limits = limits;
    }

    static boolean beginsLikeArchive(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    /** Office documents are ZIP files too, but not archives of files. */
    boolean isArchive(WaitingFile file) {
        if (file.bytes() < 4 || !beginsLikeArchive(parts.piece(file.id(), 0))) {
            return false;
        }
        if (file.bytes() > limits.maxFileBytes()) {
            // Too large for a document, whichever it is.
            return true;
        }
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(parts.all(file)))
                .get()) {
            return !isDocument(zip);
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof Parts.Taken taken) {
                throw taken;
            }
            // Neither an archive nor a document; reading it tells which it was meant to be.
            return file.name().toLowerCase(java.util.Locale.ROOT).endsWith(".zip");
        }
    }

    private static boolean isDocument(ZipFile zip) {
        return zip.getEntry("[Content_Types].xml") != null || zip.getEntry("mimetype") != null;
    }

    /** @param goOn as in {@link TimedReader} */
    void unpack(WaitingFile file, BooleanSupplier goOn) throws IOException {
        if (file.depth() >= limits.maxDepth()) {
            finish(file, FileResult.failed(
                    FailureCode.ARCHIVE_TOO_DEEP, "Archives may lie in archives " + (limits.maxDepth() - 1) + " deep"));
            return;
        }
        try (OnDisk copy = copy(file, goOn);
                ZipFile zip = open(copy.path())) {
            database.inTransaction(sql -> {
                if (UploadSql.lock(sql, file)) {
                    boolean document = isDocument(zip);
                    FileResult result = document
                            ? ReceivedFiles.tooLarge(limits)
                            : FileResult.unpacked(entries(sql, file, zip));
                    UploadSql.finish(sql, file.id(), file.upload(), result);
                }
                return file;
            });
        } catch (Refused refused) {
            finish(file, refused.result);
        } catch (IOException | IllegalArgumentException broken) {
            finish(file, FileResult.failed(FailureCode.FILE_BROKEN, "The archive is damaged"));
        }
    }

    private int entries(Handle sql, WaitingFile file, ZipFile zip) {
        long[] size = UploadSql.size(sql, file.upload());
        long[] left = {limits.maxUnpackedBytes() - size[1]};
        Set<String> slugs = new HashSet<>();
        int files = 0;
        List<ZipArchiveEntry> all = Collections.list(zip.getEntries());
        if (all.size() + size[0] > limits.maxFiles()) {
            throw new Refused(FailureCode.ARCHIVE_TOO_LARGE, "More than " + limits.maxFiles() + " files in one upload");
        }
        for (ZipArchiveEntry entry : all) {
            String path = Names.path(entry.getName());
            if (entry.isDirectory() || entry.isUnixSymlink() || Names.isLitter(path)) {
                continue;
            }
            String slug = Names.slug(path, one -> slugs.contains(one) || UploadSql.hasSlug(sql, file.upload(), one));
            slugs.add(slug);
            UUID item = UuidV7.next();
            UploadSql.item(sql, file.upload(), item, path, slug, file.depth() + 1);
            files++;
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                UploadSql.finish(sql, item, file.upload(), FileResult.failed(
                        FailureCode.FILE_ENCRYPTED, "It is locked with a password"));
            } else {
                entry(sql, file, zip, entry, item, left);
            }
        }
        return files;
    }

    private void entry(Handle sql, WaitingFile file, ZipFile zip, ZipArchiveEntry entry, UUID item, long[] left) {
        long[] taken = {0, limits.maxFileBytes()};
        try (InputStream content = zip.getInputStream(entry)) {
            // From the list at the archive's end, which must fit the file: no more than the archive itself.
            long packedBytes = Math.clamp(entry.getCompressedSize(), 1, Math.max(1, file.bytes()));
            Parts.cut(content, (number, piece) -> {
                taken[0] += piece.length;
                left[0] -= piece.length;
                if (left[0] < 0 || taken[0] > (1 << 20) && taken[0] / packedBytes > limits.maxRatio()) {
                    throw new Refused(FailureCode.ARCHIVE_TOO_LARGE, "It holds far more than its size tells");
                }
                if (number == 0 && beginsLikeArchive(piece)) {
                    taken[1] = limits.maxArchiveBytes();
                }
                if (taken[0] <= taken[1]) {
                    UploadSql.part(sql, item, number, piece);
                }
                return taken[0] <= taken[1];
            });
            if (taken[0] > taken[1]) {
                UploadSql.finish(sql, item, file.upload(), ReceivedFiles.tooLarge(limits));
            } else if (taken[0] == 0) {
                UploadSql.finish(sql, item, file.upload(), FileResult.failed(
                        FailureCode.FILE_EMPTY, "The file has no content"));
            }
        } catch (IOException broken) {
            UploadSql.finish(sql, item, file.upload(), FileResult.failed(
                    FailureCode.FILE_BROKEN, "It cannot be unpacked"));
        }
    }

    private void finish(WaitingFile file, FileResult result) {
        database.inTransaction(sql -> {
            if (UploadSql.lock(sql, file)) {
                UploadSql.finish(sql, file.id(), file.upload(), result);
            }
            return file;
        });
    }

    private static ZipFile open(Path file) throws IOException {
        return ZipFile.builder().setPath(file).get();
    }

    private OnDisk copy(WaitingFile file, BooleanSupplier goOn) throws IOException {
        OnDisk copy = new OnDisk(Files.createTempFile("openteller-archive", ".zip"));
        try (OutputStream to = Files.newOutputStream(copy.path())) {
            parts.copy(file, to, PIECES_PER_BEAT, goOn);
            return copy;
        } catch (IOException | RuntimeException failure) {
            copy.close();
            throw failure;
        }
    }

    /** Gone when it is closed. */
    private record OnDisk(Path path) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }

    /** Undoes everything that was unpacked. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient FileResult result;

        Refused(FailureCode code, String detail) {
            super(detail);
            this.result = FileResult.failed(code, detail);
        }
    }
}
