package io.openteller.platform.answer.internal.extractive;

import io.openteller.platform.answer.Composed;
import io.openteller.platform.answer.Confidence;
import io.openteller.platform.answer.Question;
import io.openteller.platform.answer.internal.Composer;
import io.openteller.platform.embedding.KeptVectors;
import io.openteller.platform.embedding.Remembered;
import io.openteller.platform.embedding.SentenceVectors;
import io.openteller.platform.embedding.TextHash;
import io.openteller.platform.embedding.WordVectors;
import io.openteller.platform.retrieval.Passage;
import java.util.List;

/** The bank's own sentences, the fewest that answer, unchanged and in their order. Needs no language model. */
public final class ExtractiveComposer implements Composer {

    private static final double WORTH_ASKING = 0.5;

    /** Each with its passages, some 10 KB. */
    private static final int REMEMBERED = 5_000;

    private final Evidence.Knowing knowing;
    private final double floor;
    private final Remembered<Composed> known = new Remembered<>(REMEMBERED);
    private final Calibration latin = new Calibration("/answer/calibration.txt");
    private final Calibration other = new Calibration("/answer/calibration-other-scripts.txt");

    public ExtractiveComposer(SentenceVectors sentences, WordVectors words, KeptVectors kept, double floor) {
        this.floor = floor;
        this.knowing = Evidence.Knowing.of(sentences, words, kept);
    }

    /** The same question over the same passages has the same answer; what is found is looked up anew each time. */
    @Override
    public Composed compose(Question question, List<Passage> found) {
        return known.of(TextHash.of(question.text(), found), () -> composed(question, found));
    }

    private Composed composed(Question question, List<Passage> found) {
        boolean readable = isLatin(knowing.read().apply(question.text()));
        Evidence evidence = new Evidence(question.text(), found, knowing);
        if (evidence.candidates.isEmpty() || evidence.wanted.words.isEmpty()) {
            return new Composed.NotKnown(Composed.NotKnown.Why.BELOW_FLOOR, found, Confidence.NONE);
        }
        Chosen chosen = Chosen.from(evidence);
        Confidence confidence = (readable ? latin : other).of(Weighed.parts(question.text(), evidence, chosen));
        // To ask back, or to bring a person, needs less certainty than to answer.
        if (confidence.value() >= Math.min(floor, WORTH_ASKING)) {
            List<Passage> disagreeing = Disagreement.about(evidence, chosen, knowing.meanings());
            if (!disagreeing.isEmpty()) {
                return new Composed.Conflict(disagreeing, found, confidence);
            }
            List<String> readings = Readings.of(evidence);
            if (readings.size() > 1) {
                return new Composed.Clarify(readings, found, confidence);
            }
        }
        return confidence.value() < floor
                ? new Composed.NotKnown(Composed.NotKnown.Why.BELOW_FLOOR, found, confidence)
                : new Composed.Grounded("", chosen.sentences(), null, found, confidence);
    }

    public static boolean isLatin(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long latin = text.codePoints()
                .filter(Character::isLetter)
                .filter(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN)
                .count();
        return letters > 0 && latin >= 0.6 * letters;
    }
}
