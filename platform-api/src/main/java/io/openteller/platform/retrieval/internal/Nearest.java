package io.openteller.platform.retrieval.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.VectorUtil;

/** Passages by meaning: through the graph, or one by one where few are accepted, which is exact and no slower then. */
final class Nearest {

    private static final int FEW = 1_500;

    private Nearest() {}

    /** Best first. */
    static List<ScoreDoc> of(IndexSearcher searcher, Accepted accepted, float[] meaning, int limit) throws IOException {
        List<ScoreDoc> all = new ArrayList<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            FixedBitSet bits = accepted.in(leaf);
            if (leaf.reader().getFloatVectorValues(Fields.MEANING) == null) {
                continue;
            }
            if (accepted.passages() <= FEW) {
                oneByOne(leaf, bits, meaning, limit, all);
            } else {
                var documents = AcceptDocs.fromLiveDocs(
                        accepted.everything() ? null : bits.asReadOnlyBits(), leaf.reader().maxDoc());
                for (ScoreDoc hit : leaf.reader()
                        .searchNearestVectors(Fields.MEANING, meaning, limit, documents, Integer.MAX_VALUE)
                        .scoreDocs) {
                    all.add(new ScoreDoc(hit.doc + leaf.docBase, hit.score));
                }
            }
        }
        all.sort(Comparator.comparingDouble((ScoreDoc hit) -> -hit.score).thenComparingInt(hit -> hit.doc));
        return all.subList(0, Math.min(limit, all.size()));
    }

    private static void oneByOne(
            LeafReaderContext leaf, FixedBitSet bits, float[] meaning, int limit, List<ScoreDoc> all) throws IOException {
        FloatVectorValues vectors = leaf.reader().getFloatVectorValues(Fields.MEANING);
        PriorityQueue<ScoreDoc> best = new PriorityQueue<>(Comparator.comparingDouble(hit -> hit.score));
        var places = vectors.iterator();
        for (int document = places.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = places.nextDoc()) {
            if (bits.get(document)) {
                float cosine = VectorUtil.dotProduct(meaning, vectors.vectorValue(places.index()));
                best.add(new ScoreDoc(document + leaf.docBase, (1 + cosine) / 2));
                if (best.size() > limit) {
                    best.poll();
                }
            }
        }
        all.addAll(best);
    }
}
