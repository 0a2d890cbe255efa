package io.openteller.platform.answer.internal.extractive;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.openteller.platform.embedding.Cosine;
import io.openteller.platform.embedding.Gloss;
import io.openteller.platform.embedding.KeptVectors;
import io.openteller.platform.embedding.SentenceVectors;
import io.openteller.platform.embedding.WordVectors;
import io.openteller.platform.reading.Sentences;
import io.openteller.platform.retrieval.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What each sentence of the found passages says to a question, by meaning, by words and by the kind of thing that is asked
 * for. For one question; used by one thread.
 */
final class Evidence {

    /** Passages whose sentences are looked at one by one. */
    private static final int CLOSE = 6;
    /** Sentences that are weighed by all signs. */
    private static final int CLOSEST = 12;
    /** A figure in a question may be its condition, and is seldom its subject. */
    private static final double FIGURE = 1;

    private static final Weights RANKING = Weights.at("/answer/ranking.txt");

    private final Knowing knowing;
    private final String question;
    private final Alignment alignment;
    private final Contrasts contrasts;
    private final Figures figures;
    private final Named names;
    final Asked asked;
    final Wanted wanted;
    final List<Passage> found;
    /** Best first. */
    final List<Candidate> candidates;

    /**
     * What is the same for every question.
     *
     * @param meanings of questions and their words
     * @param sources of what stands in documents
     * @param read a text in words that the models know
     */
    record Knowing(Terms terms, Meanings meanings, Meanings sources, WordMeanings words, UnaryOperator<String> read) {

        private static final int READ = 20_000;

        static Knowing of(SentenceVectors sentences, WordVectors words, KeptVectors kept) {
            Cache<String, String> read = Caffeine.newBuilder().maximumSize(READ).build();
            UnaryOperator<String> english = Gloss.local()::english;
            return new Knowing(
                    new Terms(),
                    new Meanings(sentences),
                    new Meanings(new SourceVectors(sentences, kept)),
                    new WordMeanings(words, kept),
                    text -> read.get(text, english));
        }
    }

    /**
     * A sentence of a passage.
     *
     * @param position of the sentence in its passage
     * @param met how much of each of the question's stems it has, with title and heading, 0 to 1
     * @param score how much speaks for it; 1 more makes it e times as likely
     */
    record Candidate(Passage passage, int position, String text, Map<String, Double> met, Signs signs, double score) {

        /** Whether it has a thing of the kind that is asked for, 0 to 1. */
        double typed() {
            return signs.of(Sign.KIND_OF_ANSWER);
        }
    }

    /** A sentence before it is weighed by all signs. */
    private record Rough(Passage passage, int position, String text, double similarity, double score) {}

    Evidence(String asking, List<Passage> found, Knowing knowing) {
        this.knowing = knowing;
        this.question = knowing.read().apply(asking);
        this.found = found;
        this.asked = Asked.in(question);
        this.wanted = new Wanted(question, found, knowing);
        this.contrasts = Contrasts.in(question);
        this.figures = Figures.in(question);
        this.names = Named.in(question);
        this.alignment = new Alignment(
                question, knowing.words(), word -> Character.isDigit(word.charAt(0)) ? FIGURE : wanted.weight(word));
        this.candidates = rough().stream()
                .map(this::weighed)
                .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                .toList();
    }

    private List<Rough> rough() {
        float[] asks = knowing.meanings().of(question);
        List<Rough> all = new ArrayList<>();
        for (Passage passage : found.stream().limit(CLOSE).toList()) {
            List<String> pieces = Sentences.of(passage.text());
            List<String> texts = new ArrayList<>();
            for (String piece : pieces) {
                texts.add(read(piece));
                texts.add(read(under(passage) + piece));
            }
            List<float[]> vectors = knowing.sources().of(texts);
            for (int i = 0; i < pieces.size(); i++) {
                double similarity =
                        Math.max(Cosine.of(asks, vectors.get(2 * i)), Cosine.of(asks, vectors.get(2 * i + 1)));
                double own = wanted.share(wanted.met(texts.get(2 * i), false));
                double typed = asked.isAnsweredBy(texts.get(2 * i), read(passage.title() + " " + passage.heading()));
                all.add(new Rough(passage, i, pieces.get(i), similarity, similarity + own + 0.5 * typed + 0.3 * passage.similarity()));
            }
        }
        all.sort(Comparator.comparingDouble(Rough::score).reversed());
        return all.subList(0, Math.min(CLOSEST, all.size()));
    }

    private Candidate weighed(Rough one) {
        Passage passage = one.passage();
        String text = read(one.text());
        String heading = read(passage.title() + " " + passage.heading());
        Map<String, Double> here = wanted.met(text, true);
        Map<String, Double> all = new HashMap<>(wanted.met(heading, true));
        here.forEach((stem, share) -> all.merge(stem, share, Math::max));
        Signs signs = new Signs.Gathered()
                .with(Sign.SIMILARITY, one.similarity())
                .with(Sign.PASSAGE_SIMILARITY, passage.similarity())
                .with(Sign.PASSAGE_COVERAGE, passage.coverage())
                .with(Sign.COVERAGE, wanted.share(all))
                .with(Sign.OWN_COVERAGE, wanted.share(here))
                .with(Sign.KIND_OF_ANSWER, asked.isAnsweredBy(text, heading))
                .with(Sign.NOT_ANOTHER_KIND, asked.isAnotherIn(text) ? 0 : 1)
                .with(figures.fit(text, heading))
                .with(Sign.NAMES_SAID, names.said(heading + " " + text))
                .with(Sign.FOR_EVERYONE, wanted.isNarrower(heading + " " + text) ? 0 : 1)
                .with(Sign.PLACE, 1d / (1 + found.indexOf(passage)))
                .with(Sign.PROSE, one.text().startsWith("- ") ? 0 : 1)
                .with(Sign.LENGTH, one.text().length() / 300d)
                .with(alignment.with(text), alignment.with(read(under(passage) + one.text())))
                .with(contrasts.of(text, heading))
                .done();
        return new Candidate(passage, one.position(), one.text(), all, signs, RANKING.sum(signs));
    }

    private static String under(Passage passage) {
        return passage.heading().equals(passage.title())
                ? passage.title() + ": "
                : passage.title() + ", " + passage.heading() + ": ";
    }

    private String read(String text) {
        return knowing.read().apply(text);
    }

    /** Whether it speaks of some customers or products only, and the question of none of them. */
    boolean isNarrower(Candidate one) {
        return one.signs().of(Sign.FOR_EVERYONE) == 0;
    }

    /** How much speaks for a sentence, whatever the place of its passage among those found: that has to do with the whole passage. */
    double onItsOwn(Candidate one) {
        return one.score() - RANKING.of(Sign.PLACE.inWords()) * one.signs().of(Sign.PLACE);
    }
}
