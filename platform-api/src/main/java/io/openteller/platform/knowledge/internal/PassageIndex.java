package io.openteller.platform.knowledge.internal;

import io.openteller.platform.knowledge.Passage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.queryparser.classic.MultiFieldQueryParser;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;

/** An unchanging index over one tenant's passages. A change makes a new one. Safe for concurrent searches. */
class PassageIndex {

    private static final String[] FIELDS = {"title", "heading", "text"};
    /** A word in a heading says more than one in running text. */
    private static final Map<String, Float> BOOSTS = Map.of("title", 2f, "heading", 2f, "text", 1f);
    /** Longer questions add nothing and Lucene refuses more than 1,024 clauses. */
    private static final int LONGEST_QUESTION = 500;

    private final Analyzer analyzer = new EnglishAnalyzer();
    private final List<Passage> passages;
    private final IndexSearcher searcher;

    PassageIndex(List<StoredDocument> documents) {
        passages = documents.stream()
                .flatMap(document -> document.passages().stream())
                .toList();
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
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
        String words = QueryParser.escape(question.substring(0, Math.min(question.length(), LONGEST_QUESTION)))
                .toLowerCase(Locale.ROOT);
        if (words.isBlank()) {
            return List.of();
        }
        try {
            var query = new MultiFieldQueryParser(FIELDS, analyzer, BOOSTS).parse(words);
            Set<String> asked = words(question);
            List<Passage> found = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(query, limit).scoreDocs) {
                int position = searcher.storedFields()
                        .document(hit.doc)
                        .getField("position")
                        .numericValue()
                        .intValue();
                Passage passage = passages.get(position);
                found.add(new Passage(
                        passage.slug(),
                        passage.version(),
                        passage.title(),
                        passage.heading(),
                        passage.text(),
                        hit.score,
                        coverage(asked, passage)));
            }
            return found;
        } catch (ParseException unreadable) {
            return List.of();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private double coverage(Set<String> asked, Passage passage) throws IOException {
        Set<String> said = words(passage.title() + " " + passage.heading() + " " + passage.text());
        return asked.isEmpty() ? 0 : (double) asked.stream().filter(said::contains).count() / asked.size();
    }

    /** Distinct words as the index sees them: stemmed, without the commonest. */
    private Set<String> words(String text) throws IOException {
        Set<String> words = new HashSet<>();
        try (TokenStream tokens = analyzer.tokenStream("text", text)) {
            CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(word.toString());
            }
            tokens.end();
        }
        return words;
    }

    private static Document fields(int position, Passage passage) {
        Document document = new Document();
        document.add(new StoredField("position", position));
        document.add(new TextField("title", passage.title(), Field.Store.NO));
        document.add(new TextField("heading", passage.heading(), Field.Store.NO));
        document.add(new TextField("text", passage.text(), Field.Store.NO));
        return document;
    }
}
