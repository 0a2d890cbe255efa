package io.openteller.platform.retrieval.internal;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.VectorUtil;

/** Passages under consideration, and what the index itself knows of them: nothing is read or analysed again. */
final class Candidates {

    private final IndexSearcher searcher;
    private final int[] documents;

    /** @param documents in rising order */
    Candidates(IndexSearcher searcher, int[] documents) {
        this.searcher = searcher;
        this.documents = documents;
    }

    int size() {
        return documents.length;
    }

    int document(int candidate) {
        return documents[candidate];
    }

    /** Cosine of each with a vector, exactly. */
    float[] cosines(float[] meaning) throws IOException {
        float[] cosines = new float[documents.length];
        FloatVectorValues vectors = null;
        FloatVectorValues.DocIndexIterator places = null;
        LeafReaderContext open = null;
        for (int i = 0; i < documents.length; i++) {
            LeafReaderContext leaf = leaf(documents[i]);
            if (leaf != open) {
                open = leaf;
                vectors = leaf.reader().getFloatVectorValues(Fields.MEANING);
                places = vectors.iterator();
            }
            if (vectors != null && places != null) {
                places.advance(documents[i] - leaf.docBase);
                cosines[i] = VectorUtil.dotProduct(meaning, vectors.vectorValue(places.index()));
            }
        }
        return cosines;
    }

    /** Which of them are Hindi, and compared by their gloss. */
    boolean[] glossed() throws IOException {
        boolean[] glossed = new boolean[documents.length];
        NumericDocValues marks = null;
        LeafReaderContext open = null;
        for (int i = 0; i < documents.length; i++) {
            LeafReaderContext leaf = leaf(documents[i]);
            if (leaf != open) {
                open = leaf;
                marks = leaf.reader().getNumericDocValues(Fields.GLOSSED);
            }
            glossed[i] = marks != null && marks.advanceExact(documents[i] - leaf.docBase);
        }
        return glossed;
    }

    /** Which of the words each has in a field: a row for each word. */
    boolean[][] have(String field, List<String> words) throws IOException {
        boolean[][] have = new boolean[words.size()][documents.length];
        int first = 0;
        while (first < documents.length) {
            LeafReaderContext leaf = leaf(documents[first]);
            int end = first;
            while (end < documents.length && documents[end] < leaf.docBase + leaf.reader().maxDoc()) {
                end++;
            }
            var terms = leaf.reader().terms(field);
            if (terms != null) {
                TermsEnum term = terms.iterator();
                PostingsEnum postings = null;
                for (int word = 0; word < have.length; word++) {
                    if (term.seekExact(new BytesRef(words.get(word)))) {
                        postings = term.postings(postings, PostingsEnum.NONE);
                        mark(postings, leaf.docBase, first, end, have[word]);
                    }
                }
            }
            first = end;
        }
        return have;
    }

    private void mark(PostingsEnum postings, int base, int first, int end, boolean[] has) throws IOException {
        for (int i = first; i < end; i++) {
            int wanted = documents[i] - base;
            int at = postings.docID();
            if (at < wanted) {
                at = postings.advance(wanted);
            }
            has[i] = at == wanted;
        }
    }

    private LeafReaderContext leaf(int document) {
        var leaves = searcher.getIndexReader().leaves();
        return leaves.get(ReaderUtil.subIndex(document, leaves));
    }
}
