package io.openteller.platform.retrieval.internal;

import io.openteller.platform.embedding.Embeddings;
import io.openteller.platform.embedding.Gloss;
import io.openteller.platform.knowledge.Edition;
import io.openteller.platform.retrieval.LoneIndex;
import io.openteller.platform.retrieval.Passage;
import io.openteller.platform.retrieval.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A folder's index without a tenant: what it holds is all there is. */
public final class FolderIndex implements LoneIndex {

    private final IndexFolder folder;
    private final Finder finder;
    private final Snapshot snapshot;

    private FolderIndex(IndexFolder folder, Finder finder, Snapshot snapshot) {
        this.folder = folder;
        this.finder = finder;
        this.snapshot = snapshot;
    }

    public static LoneIndex of(Path path, List<Edition> editions, Embeddings embeddings) {
        Words words = new Words();
        Analyzers analyzers = new Analyzers(words);
        Gloss gloss = Gloss.local();
        IndexFolder folder = new IndexFolder(path, analyzers, embeddings, gloss, TenantIndexes.MODEL);
        try {
            Snapshot before = folder.open();
            folder.update(before, Standings.of(0, editions), editions, Snapshot::release, () -> false);
            if (before != null) {
                before.release();
            }
            Snapshot now = folder.open();
            if (now == null) {
                throw new IOException("the index could not be read again");
            }
            return new FolderIndex(folder, new Finder(words, analyzers, embeddings, gloss), now);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public List<Passage> search(Query query, int limit) {
        try {
            Instant moment = query.at() == null ? Instant.now() : query.at();
            return finder.find(snapshot, snapshot.indexed(), query, moment, limit).stream()
                    .map(Finder.Found::passage)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public long bytes() {
        return folder.bytes();
    }

    @Override
    public void close() {
        snapshot.release();
    }
}
