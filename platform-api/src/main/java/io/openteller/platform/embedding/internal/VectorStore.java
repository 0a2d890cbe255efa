package io.openteller.platform.embedding.internal;

import io.micronaut.context.annotation.Property;
import io.openteller.platform.embedding.KeptVectors;
import io.openteller.platform.embedding.TextHash;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kept in one file of the data folder, by two generations: what is asked for moves into the younger one, and when that is full, the
 * older one goes. A process that dies loses the last seconds; a file that cannot be read is made anew.
 */
@Singleton
final class VectorStore implements KeptVectors {

    /** Changed with the models, and with what is kept: what others made is not read. */
    private static final String FILE = "vectors-minilm-bge-1.store";

    private static final Logger log = LoggerFactory.getLogger(VectorStore.class);

    /** Pages in memory, in MB: the operating system keeps the file, too. */
    private static final int PAGES = 8;

    private static final int COMMIT_MILLIS = 3_000;

    private final long most;
    private volatile @Nullable Generations open;

    /** Texts by generation: maps of the store whose names are numbers, the higher the younger. */
    private record Generations(MVStore store, int number, MVMap<byte[], byte[]> younger, MVMap<byte[], byte[]> older) {

        static Generations in(Path file) {
            MVStore store = new MVStore.Builder().fileName(file.toString()).cacheSize(PAGES).open();
            store.setAutoCommitDelay(COMMIT_MILLIS);
            return at(store, store.getMapNames().stream().mapToInt(Integer::parseInt).max().orElse(1));
        }

        private static Generations at(MVStore store, int number) {
            return new Generations(store, number, map(store, number), map(store, number - 1));
        }

        private static MVMap<byte[], byte[]> map(MVStore store, int number) {
            return store.openMap(
                    Integer.toString(number),
                    new MVMap.Builder<byte[], byte[]>().keyType(ByteArrayDataType.INSTANCE).valueType(ByteArrayDataType.INSTANCE));
        }

        Generations next() {
            store.removeMap(older);
            return at(store, number + 1);
        }
    }

    /** @param most texts that are kept, some 5 KB each */
    VectorStore(
            @Property(name = "openteller.data") Path data,
            @Property(name = "openteller.vectors.most", defaultValue = "400000") long most) {
        this.most = most;
        this.open = opened(data.resolve(FILE));
    }

    private static @Nullable Generations opened(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Generations.in(file);
        } catch (MVStoreException failure) {
            if (failure.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                log.warn("another process keeps its vectors in {}; this one keeps none", file);
                return null;
            }
            log.warn("{} cannot be read and is made anew", file, failure);
        } catch (NumberFormatException failure) {
            log.warn("{} is of another kind and is made anew", file, failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        try {
            Files.deleteIfExists(file);
            return Generations.in(file);
        } catch (MVStoreException | IOException failure) {
            log.warn("no vectors are kept", failure);
            return null;
        }
    }

    @Override
    public byte @Nullable [] of(Kind kind, TextHash text) {
        Generations now = open;
        if (now == null) {
            return null;
        }
        byte[] key = key(kind, text);
        try {
            byte[] found = now.younger().get(key);
            if (found != null) {
                return found;
            }
            byte[] before = now.older().get(key);
            if (before != null) {
                keep(key, before);
            }
            return before;
        } catch (RuntimeException failure) {
            return failed(now, failure);
        }
    }

    @Override
    public void keep(Kind kind, TextHash text, byte[] vectors) {
        keep(key(kind, text), vectors);
    }

    private void keep(byte[] key, byte[] vectors) {
        Generations now = open;
        if (now == null) {
            return;
        }
        try {
            now.younger().put(key, vectors);
            if (now.younger().sizeAsLong() > most / 2) {
                turn(now);
            }
        } catch (RuntimeException failure) {
            failed(now, failure);
        }
    }

    private synchronized void turn(Generations full) {
        if (open == full) {
            open = full.next();
        }
    }

    /** The store may be closed, or the older generation be gone just now; a broken disk ends it for good. */
    private byte @Nullable [] failed(Generations now, RuntimeException failure) {
        if (now.store().isClosed() && open == now) {
            open = null;
            log.warn("no vectors are kept any more", failure);
        }
        return null;
    }

    private static byte[] key(Kind kind, TextHash text) {
        return ByteBuffer.allocate(1 + 2 * Long.BYTES)
                .put((byte) kind.ordinal())
                .putLong(text.high())
                .putLong(text.low())
                .array();
    }

    @PreDestroy
    synchronized void close() {
        Generations now = open;
        open = null;
        if (now != null) {
            now.store().close();
        }
    }
}
