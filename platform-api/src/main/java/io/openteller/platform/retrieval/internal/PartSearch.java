package io.openteller.platform.retrieval.internal;

import io.openteller.platform.embedding.Embeddings;
import io.openteller.platform.embedding.Gloss;
import io.openteller.platform.retrieval.Query.Mode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/**
 * Passages for one part of a question. Words and meaning each bring their best; then every candidate is measured exactly by
 * both, and by how much of the question it says.
 */
final class PartSearch {

    /** How near it is in meaning counts once; these are added. Chosen as docs/knowledge.md tells. */
    private static final double WORDS = 0.2;

    private static final double COVERAGE = 0.1;

    private final Words words;
    private final Analyzers analyzers;
    private final Embeddings embeddings;
    private final Gloss gloss;

    PartSearch(Words words, Analyzers analyzers, Embeddings embeddings, Gloss gloss) {
        this.words = words;
        this.analyzers = analyzers;
        this.embeddings = embeddings;
        this.gloss = gloss;
    }

    /** @return by document of the index */
    Map<Integer, Scored> find(Snapshot index, Accepted accepted, Mode mode, String part, int depth) throws IOException {
        IndexSearcher searcher = index.searcher();
        String english = mode == Mode.BM25 ? part : gloss.english(part);
        List<Asked> asked = asked(index, mode, part, english);
        List<ScoreDoc> byWords = mode == Mode.VECTOR ? List.of() : byWords(searcher, accepted, asked, depth);
        float[] meaning = mode == Mode.BM25 ? new float[Embeddings.DIMENSIONS] : embeddings.embed(english);
        List<ScoreDoc> byMeaning = mode == Mode.BM25 ? List.of() : Nearest.of(searcher, accepted, meaning, depth);
        Candidates candidates = new Candidates(
                searcher,
                IntStream.concat(
                                byWords.stream().mapToInt(hit -> hit.doc),
                                byMeaning.stream().mapToInt(hit -> hit.doc))
                        .distinct()
                        .sorted()
                        .toArray());
        return scored(mode, candidates, asked, meaning, OtherLanguage.than(part, english), byWords, byMeaning);
    }

    private Map<Integer, Scored> scored(
            Mode mode,
            Candidates candidates,
            List<Asked> asked,
            float[] meaning,
            OtherLanguage other,
            List<ScoreDoc> byWords,
            List<ScoreDoc> byMeaning)
            throws IOException {
        Map<Integer, Integer> wordRanks = ranks(byWords);
        Map<Integer, Integer> meaningRanks = ranks(byMeaning);
        float[] cosines = candidates.cosines(meaning);
        boolean[] glossed = candidates.glossed();
        double[] covered = new double[candidates.size()];
        for (Asked one : asked) {
            double[] byRules = one.covered(candidates);
            for (int i = 0; i < covered.length; i++) {
                covered[i] = Math.max(covered[i], byRules[i]);
            }
        }
        Map<Integer, Scored> scored = HashMap.newHashMap(candidates.size());
        for (int i = 0; i < candidates.size(); i++) {
            int document = candidates.document(i);
            int wordRank = wordRanks.getOrDefault(document, Scored.NOWHERE);
            double said = wordRank == Scored.NOWHERE ? 0 : byWords.get(wordRank - 1).score;
            double score = switch (mode) {
                case BM25 -> said;
                case VECTOR -> cosines[i];
                case HYBRID ->
                    cosines[i]
                            + WORDS * (said == 0 ? 0 : said / byWords.getFirst().score)
                            + COVERAGE * covered[i]
                            - other.loses(glossed[i]);
            };
            int meaningRank = meaningRanks.getOrDefault(document, Scored.NOWHERE);
            scored.put(document, new Scored(score, covered[i], cosines[i], wordRank, meaningRank));
        }
        return scored;
    }

    private List<Asked> asked(Snapshot index, Mode mode, String part, String english) throws IOException {
        List<Asked> asked = new ArrayList<>();
        for (String rules : index.rules()) {
            // Words alone are plain BM25: what others are compared with.
            boolean widens = mode != Mode.BM25 && rules.equals(Analyzers.COMMON);
            asked.add(new Asked(
                    rules,
                    Words.in(part, analyzers.of(rules)),
                    widens ? Words.in(added(part, english), analyzers.of(rules)) : Set.of(),
                    index.reader()));
        }
        return asked;
    }

    /** The bank's words for the customer's; for a Hindi question also what it means, and the bank's words for that. */
    private String added(String part, String english) {
        return english.equals(part) ? words.widened(part) : english + words.widened(part + " " + english);
    }

    private static List<ScoreDoc> byWords(IndexSearcher searcher, Accepted accepted, List<Asked> asked, int depth)
            throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        asked.forEach(one -> one.addTo(query));
        if (!accepted.everything()) {
            query.setMinimumNumberShouldMatch(1).add(accepted, Occur.FILTER);
        }
        return List.of(searcher.search(query.build(), new TopScoreDocCollectorManager(depth, null, depth)).scoreDocs);
    }

    private static Map<Integer, Integer> ranks(List<ScoreDoc> hits) {
        Map<Integer, Integer> ranks = HashMap.newHashMap(hits.size());
        for (int i = 0; i < hits.size(); i++) {
            ranks.put(hits.get(i).doc, i + 1);
        }
        return ranks;
    }
}
