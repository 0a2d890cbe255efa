package io.openteller.platform.retrieval.internal;

import java.io.IOException;
import java.util.function.Predicate;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which passages may be found: those of the editions that were accepted. A filter inside the query, made once for all searches
 * between two moments at which anything changes.
 */
final class Accepted extends Query {

    private final FixedBitSet[] leaves;
    private final int passages;
    private final boolean everything;

    private Accepted(FixedBitSet[] leaves, int passages, boolean everything) {
        this.leaves = leaves;
        this.passages = passages;
        this.everything = everything;
    }

    static Accepted of(IndexSearcher searcher, Predicate<String> edition) throws IOException {
        var contexts = searcher.getIndexReader().leaves();
        FixedBitSet[] leaves = new FixedBitSet[contexts.size()];
        int passages = 0;
        boolean everything = true;
        for (LeafReaderContext leaf : contexts) {
            leaves[leaf.ord] = bits(leaf, edition);
            int there = leaves[leaf.ord].cardinality();
            passages += there;
            everything &= there == leaf.reader().maxDoc();
        }
        return new Accepted(leaves, passages, everything);
    }

    private static FixedBitSet bits(LeafReaderContext leaf, Predicate<String> edition) throws IOException {
        SortedDocValues editions = DocValues.getSorted(leaf.reader(), Fields.EDITION);
        boolean[] accepted = new boolean[editions.getValueCount()];
        for (int ord = 0; ord < accepted.length; ord++) {
            accepted[ord] = edition.test(editions.lookupOrd(ord).utf8ToString());
        }
        Bits live = leaf.reader().getLiveDocs();
        FixedBitSet bits = new FixedBitSet(leaf.reader().maxDoc());
        for (int document = editions.nextDoc(); document < bits.length(); document = editions.nextDoc()) {
            if ((live == null || live.get(document)) && accepted[editions.ordValue()]) {
                bits.set(document);
            }
        }
        return bits;
    }

    /** How many. */
    int passages() {
        return passages;
    }

    /** Whether it need not be asked at all. */
    boolean everything() {
        return everything;
    }

    FixedBitSet in(LeafReaderContext leaf) {
        return leaves[leaf.ord];
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public ScorerSupplier scorerSupplier(LeafReaderContext context) {
                FixedBitSet bits = leaves[context.ord];
                return ConstantScoreScorerSupplier.fromIterator(
                        new BitSetIterator(bits, bits.approximateCardinality()), score(), mode, bits.length());
            }

            @Override
            public boolean isCacheable(LeafReaderContext context) {
                return false;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "accepted(" + passages + ")";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Accepted that && leaves == that.leaves;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(leaves);
    }
}
