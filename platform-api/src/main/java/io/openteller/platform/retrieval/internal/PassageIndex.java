package io.openteller.platform.retrieval.internal;

import io.openteller.platform.embedding.Embeddings;
import io.openteller.platform.retrieval.Passage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.queryparser.classic.MultiFieldQueryParser;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * An unchanging index over one tenant's passages, by words (BM25) and by meaning (vectors). A change makes a new one. Safe
 * for concurrent searches.
 */
class PassageIndex {

    private static final String[] FIELDS = {"title", "heading", "text"};
    /** A word in a heading says more than one in running text. */
    private static final Map<String, Float> BOOSTS = Map.of("title", 2f, "heading", 2f, "text", 1f);
    /** Longer questions add nothing and Lucene refuses more than 1,024 clauses. */
    private static final int LONGEST_QUESTION = 500;

    private static final int CANDIDATES = 20;
    /** Reciprocal rank fusion: how fast lower ranks lose weight (Cormack, Clarke, Buettcher 2009). */
    private static final double FUSION = 60;

    private final Words words = new Words();
    private final Embeddings embeddings;
    private final List<IndexedPassage> passages;
    private final IndexSearcher searcher;

    PassageIndex(List<IndexedPassage> passages, Embeddings embeddings) {
        this.passages = passages;
        this.embeddings = embeddings;
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(words.analyzer()))) {
            for (int i = 0; i < passages.size(); i++) {
                writer.addDocument(fields(i, passages.get(i)));
            }
            writer.commit();
            searcher = new IndexSearcher(DirectoryReader.open(directory));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    List<Passage> search(String question, int limit) {
        String asked = question.substring(0, Math.min(question.length(), LONGEST_QUESTION));
        if (asked.isBlank() || passages.isEmpty()) {
            return List.of();
        }
        try {
            float[] meaning = embeddings.embed(asked);
            Map<Integer, Double> fused = new HashMap<>();
            rank(byWords(words.widened(asked)), fused);
            rank(new KnnFloatVectorQuery("meaning", meaning, CANDIDATES), fused);
            Weights content = new Weights(words.in(asked), words.in(words.widened(asked)), searcher.getIndexReader());
            List<Passage> found = new ArrayList<>();
            for (var hit : fused.entrySet()) {
                found.add(passages.get(hit.getKey()).found(hit.getValue(), content, meaning, words));
            }
            found.sort(Comparator.comparingDouble(Passage::score).reversed());
            return List.copyOf(found.subList(0, Math.min(limit, found.size())));
        } catch (ParseException unreadable) {
            return List.of();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void rank(Query query, Map<Integer, Double> fused) throws IOException {
        ScoreDoc[] hits = searcher.search(query, CANDIDATES).scoreDocs;
        for (int rank = 0; rank < hits.length; rank++) {
            int position = searcher.storedFields()
                    .document(hits[rank].doc)
                    .getField("position")
                    .numericValue()
                    .intValue();
            fused.merge(position, 1 / (FUSION + rank + 1), Double::sum);
        }
    }

    private Query byWords(String question) throws ParseException {
        String escaped = QueryParser.escape(question).toLowerCase(java.util.Locale.ROOT);
        return new MultiFieldQueryParser(FIELDS, words.analyzer(), BOOSTS).parse(escaped);
    }

    private static Document fields(int position, IndexedPassage passage) {
        Document document = new Document();
        document.add(new StoredField("position", position));
        document.add(new TextField("title", passage.title(), Field.Store.NO));
        document.add(new TextField("heading", passage.section().heading(), Field.Store.NO));
        document.add(new TextField("text", passage.section().text(), Field.Store.NO));
        document.add(new KnnFloatVectorField("meaning", passage.meaning(), VectorSimilarityFunction.DOT_PRODUCT));
        return document;
    }
}
