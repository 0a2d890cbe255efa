package io.openteller.platform.sources.internal;

import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;

/** A file's bytes in the database, a piece at a time. */
@Singleton
class Parts {

    private static final int PIECE = 1 << 20;

    private final TenantDatabase database;

    Parts(TenantDatabase database) {
        this.database = database;
    }

    /** Takes the pieces of one file. */
    interface Sink {
        /** @return false to have no more */
        boolean piece(int number, byte[] bytes);
    }

    /** Passes a stream on in pieces of a megabyte. */
    static void cut(InputStream content, Sink sink) throws IOException {
        int number = 0;
        for (byte[] piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
            if (!sink.piece(number++, piece)) {
                return;
            }
        }
    }

    /** The whole file; only for those that are small enough to be read. */
    byte[] all(WaitingFile file) {
        byte[] all = new byte[Math.toIntExact(file.bytes())];
        int at = 0;
        for (int number = 0; at < all.length; number++) {
            byte[] piece = piece(file.id(), number);
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        return all;
    }

    /** @param goOn asked after so many pieces; false ends it */
    void copy(WaitingFile file, OutputStream to, int every, BooleanSupplier goOn) throws IOException {
        long left = file.bytes();
        for (int number = 0; left > 0; number++) {
            if (number % every == every - 1 && !goOn.getAsBoolean()) {
                throw new Taken(file.id());
            }
            byte[] piece = piece(file.id(), number);
            to.write(piece);
            left -= piece.length;
        }
    }

    /** Each in a transaction of its own: none is open while the file goes to the disk. */
    byte[] piece(UUID item, int number) {
        return database.inTransaction(sql -> piece(sql, item, number));
    }

    private static byte[] piece(Handle sql, UUID item, int number) {
        return sql.createQuery("SELECT bytes FROM upload_part WHERE item_id = ? AND number = ?")
                .bind(0, item)
                .bind(1, number)
                .mapTo(byte[].class)
                .findOne()
                .orElseThrow(() -> new Taken(item));
    }

    /** The file's bytes are gone: it was cancelled, or another process has finished it. */
    static final class Taken extends RuntimeException {
        private static final long serialVersionUID = 1;

        Taken(UUID item) {
            super("no longer ours: " + item);
        }
    }
}
