package io.openteller.platform.retrieval.internal;

import io.openteller.platform.knowledge.Edition;
import io.openteller.platform.reading.ReadDocument.Section;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/**
 * A passage as a document of the index.
 *
 * <p>BM25F is made when indexing: title and heading are written into the one field of words more than once, so that a word's
 * frequency and the field's length are weighted sums over the three. Searching then costs what plain BM25 costs.
 */
final class Fields {

    /** Changed with everything that makes an index of yesterday useless. */
    static final String FORMAT = "2";

    static final String EDITION = "edition";
    static final String HASH = "hash";
    static final String MEANING = "meaning";
    static final String WORDS = "words.";

    /** On passages alone whose vector is of their gloss. */
    static final String GLOSSED = "glossed";

    private static final int TITLE_WEIGHT = 2;
    private static final int HEADING_WEIGHT = 2;

    private static final FieldType COUNTED = counted();

    private Fields() {}

    /** What a passage means, as one text: a pair is found by its question, all else by everything that it says. */
    static String meant(Edition edition, int position) {
        Section section = edition.sections().get(position);
        return section.pair()
                ? section.heading()
                : edition.title() + "\n" + section.heading() + "\n" + section.text();
    }

    static Document document(Edition edition, int position, String hash, float[] meaning, boolean glossed) {
        Section section = edition.sections().get(position);
        String rules = Analyzers.rules(edition.language());
        Document document = new Document();
        document.add(new StringField(EDITION, Standing.key(edition), Field.Store.NO));
        document.add(new SortedDocValuesField(EDITION, new BytesRef(Standing.key(edition))));
        document.add(new StringField(HASH, hash, Field.Store.NO));
        for (int i = 0; i < TITLE_WEIGHT; i++) {
            document.add(new Field(WORDS + rules, edition.title(), COUNTED));
        }
        for (int i = 0; i < HEADING_WEIGHT; i++) {
            document.add(new Field(WORDS + rules, section.heading(), COUNTED));
        }
        document.add(new Field(WORDS + rules, section.text(), COUNTED));
        document.add(new KnnFloatVectorField(MEANING, meaning, VectorSimilarityFunction.DOT_PRODUCT));
        if (glossed) {
            document.add(new NumericDocValuesField(GLOSSED, 1));
        }
        document.add(new StoredField("slug", edition.slug()));
        document.add(new StoredField("version", edition.version()));
        document.add(new StoredField("position", position));
        document.add(new StoredField("title", edition.title()));
        document.add(new StoredField("language", edition.language()));
        document.add(new StoredField("heading", section.heading()));
        document.add(new StoredField("text", section.text()));
        document.add(new StoredField("place", section.place()));
        document.add(new StoredField("pair", section.pair() ? 1 : 0));
        return document;
    }

    static Section section(Document stored) {
        return new Section(
                stored.get("heading"), stored.get("text"), stored.get("place"), number(stored, "pair") == 1);
    }

    static int number(Document stored, String field) {
        return stored.getField(field).numericValue().intValue();
    }

    private static FieldType counted() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }
}
