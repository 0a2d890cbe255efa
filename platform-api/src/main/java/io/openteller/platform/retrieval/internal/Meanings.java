package io.openteller.platform.retrieval.internal;

import io.openteller.platform.embedding.Embeddings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Vectors of passages: those that the index before had for the same text are taken from there, and never made twice. */
final class Meanings {

    private final Embeddings embeddings;
    private final @Nullable Snapshot before;

    Meanings(Embeddings embeddings, @Nullable Snapshot before) {
        this.embeddings = embeddings;
        this.before = before;
    }

    /** One for each text, by its hash. */
    Map<String, float[]> of(Map<String, String> textsByHash) throws IOException {
        Map<String, float[]> meanings = HashMap.newHashMap(textsByHash.size());
        if (before != null) {
            for (LeafReaderContext leaf : before.reader().leaves()) {
                take(leaf, textsByHash, meanings);
            }
        }
        List<String> missing = new ArrayList<>(textsByHash.keySet());
        missing.removeAll(meanings.keySet());
        List<float[]> made = embeddings.embed(missing.stream().map(textsByHash::get).toList());
        for (int i = 0; i < missing.size(); i++) {
            meanings.put(missing.get(i), made.get(i));
        }
        return meanings;
    }

    /** Deleted passages count too, as long as their segment is there. */
    private static void take(LeafReaderContext leaf, Map<String, String> texts, Map<String, float[]> meanings)
            throws IOException {
        var hashes = leaf.reader().terms(Fields.HASH);
        FloatVectorValues vectors = leaf.reader().getFloatVectorValues(Fields.MEANING);
        if (hashes == null || vectors == null) {
            return;
        }
        TermsEnum terms = hashes.iterator();
        PostingsEnum documents = null;
        for (String hash : texts.keySet()) {
            if (!meanings.containsKey(hash) && terms.seekExact(new BytesRef(hash))) {
                documents = terms.postings(documents, PostingsEnum.NONE);
                int document = documents.nextDoc();
                var places = vectors.iterator();
                if (document != DocIdSetIterator.NO_MORE_DOCS && places.advance(document) == document) {
                    meanings.put(hash, vectors.vectorValue(places.index()).clone());
                }
            }
        }
    }
}
