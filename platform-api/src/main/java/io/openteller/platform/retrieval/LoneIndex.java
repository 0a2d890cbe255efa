package io.openteller.platform.retrieval;

import io.openteller.platform.embedding.Embeddings;
import io.openteller.platform.knowledge.Edition;
import io.openteller.platform.retrieval.internal.FolderIndex;
import java.nio.file.Path;
import java.util.List;

/** The index on its own, without bank and database: for measuring what the product would find. */
public interface LoneIndex extends AutoCloseable {

    /** As {@link Retrieval#search}, among what was given. */
    List<Passage> search(Query query, int limit);

    /** What it takes on disk. */
    long bytes();

    @Override
    void close();

    /** Builds it, or brings up to date what lies in the folder already. */
    static LoneIndex of(Path folder, List<Edition> editions, Embeddings embeddings) {
        return FolderIndex.of(folder, editions, embeddings);
    }
}
