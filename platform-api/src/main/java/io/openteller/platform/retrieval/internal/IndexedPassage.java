package io.openteller.platform.retrieval.internal;

import io.openteller.platform.knowledge.Edition;
import io.openteller.platform.reading.ReadDocument.Section;
import io.openteller.platform.retrieval.Passage;

/** A passage of a document in force, with its meaning as a vector of length one. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record IndexedPassage(Edition edition, int position, float[] meaning) {

    String title() {
        return edition.title();
    }

    Section section() {
        return edition.sections().get(position);
    }


    /** The words that stand for it as a whole. */
    static String content(String title, Section section) {
        return title + "\n" + section.heading() + "\n" + section.text();
    }

    Passage found(double score, Weights asked, float[] question, Words words) {
        Section section = section();
        return new Passage(
                edition.slug(),
                edition.version(),
                position,
                edition.title(),
                edition.language(),
                section.heading(),
                section.text(),
                section.place(),
                section.pair(),
                edition.from(),
                edition.until(),
                score,
                asked.coveredBy(words.in(content(title(), section))),
                cosine(question, meaning));
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
