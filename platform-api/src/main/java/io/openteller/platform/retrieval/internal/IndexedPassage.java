package io.openteller.platform.retrieval.internal;

import io.openteller.platform.retrieval.Passage;
import io.openteller.platform.reading.ReadDocument.Section;
import java.util.Set;

/** A passage of a document in force, with its meaning as a vector of length one. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record IndexedPassage(String slug, int version, String title, Section section, float[] meaning) {

    /** The words that stand for it as a whole. */
    static String content(String title, Section section) {
        return title + "\n" + section.heading() + "\n" + section.text();
    }

    Passage found(double score, Weights asked, float[] question, Words words) {
        Set<String> said = words.in(content(title, section));
        return new Passage(
                slug,
                version,
                title,
                section.heading(),
                section.text(),
                score,
                asked.coveredBy(said),
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
