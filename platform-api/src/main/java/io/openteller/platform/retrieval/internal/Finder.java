package io.openteller.platform.retrieval.internal;

import io.openteller.platform.embedding.Embeddings;
import io.openteller.platform.retrieval.Passage;
import io.openteller.platform.retrieval.Query;
import io.openteller.platform.retrieval.Query.Mode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.jspecify.annotations.Nullable;

/**
 * Finds passages by words and by meaning, and puts them in order. Both ways bring their best; then every candidate is
 * measured exactly by both, and by how much of the question it says, and where.
 */
final class Finder {

    /** What each measure weighs; a few numbers, chosen as docs/knowledge.md tells. */
    static final double W = Double.parseDouble(System.getProperty("x.w", "1"));
    static final double M = Double.parseDouble(System.getProperty("x.m", "1"));
    static final double C = Double.parseDouble(System.getProperty("x.c", "0.5"));
    static final double A = Double.parseDouble(System.getProperty("x.a", "0.2"));
    static final int FUSE = Integer.getInteger("x.fuse", 0);
    static final int TOP = Integer.getInteger("x.top", 3);

    private static final int CANDIDATES = Integer.getInteger("x.k", 50);

    private final Words words;
    private final Analyzers analyzers;
    private final Embeddings embeddings;

    Finder(Words words, Analyzers analyzers, Embeddings embeddings) {
        this.words = words;
        this.analyzers = analyzers;
        this.embeddings = embeddings;
    }

    /** @param byWords its place by words alone, from 1; null if it was not among the best; likewise by meaning */
    record Found(Passage passage, @Nullable Integer byWords, @Nullable Integer byMeaning) {}

    private record Scored(double score, double coverage, double similarity, int byWords, int byMeaning) {}

    List<Found> find(Snapshot index, Standings standings, Query query, Instant moment, int limit) throws IOException {
        List<String> parts = Question.parts(query.words());
        Accepted accepted = index.accepted(standings, query, moment);
        if (parts.isEmpty() || accepted.passages() == 0) {
            return List.of();
        }
        Map<Integer, Scored> best = new HashMap<>();
        int depth = Math.max(CANDIDATES, limit);
        for (String part : parts) {
            score(index, accepted, query.by(), part, depth).forEach((document, scored) -> best.merge(document, scored, (a, b) ->
                    new Scored(
                            FUSE == 0 ? a.score() + b.score() : Math.max(a.score(), b.score()),
                            Math.max(a.coverage(), b.coverage()),
                            Math.max(a.similarity(), b.similarity()),
                            Math.min(a.byWords(), b.byWords()),
                            Math.min(a.byMeaning(), b.byMeaning()))));
        }
        List<Map.Entry<Integer, Scored>> order = new ArrayList<>(best.entrySet());
        order.sort(Comparator.comparingDouble((Map.Entry<Integer, Scored> one) -> -one.getValue().score())
                .thenComparing(Map.Entry::getKey));
        List<Found> found = new ArrayList<>();
        var stored = index.searcher().storedFields();
        for (var one : order.subList(0, Math.min(limit, order.size()))) {
            found.add(found(stored.document(one.getKey()), one.getValue(), standings));
        }
        return found;
    }

    private Map<Integer, Scored> score(Snapshot index, Accepted accepted, Mode mode, String part, int depth) throws IOException {
        IndexSearcher searcher = index.searcher();
        List<Asked> asked = new ArrayList<>();
        for (String rules : index.rules()) {
            // Words alone are plain BM25: what others are compared with.
            boolean widens = mode != Mode.BM25 && rules.equals(Analyzers.COMMON);
            asked.add(new Asked(
                    rules,
                    Words.in(part, analyzers.of(rules)),
                    widens ? Words.in(words.widened(part), analyzers.of(rules)) : Set.of(),
                    searcher.getIndexReader()));
        }
        List<ScoreDoc> byWords = mode == Mode.VECTOR ? List.of() : byWords(searcher, accepted, asked, depth);
        float[] meaning = mode == Mode.BM25 ? new float[Embeddings.DIMENSIONS] : embeddings.embed(part);
        List<ScoreDoc> byMeaning = mode == Mode.BM25 ? List.of() : Nearest.of(searcher, accepted, meaning, depth);
        Map<Integer, Integer> wordRanks = ranks(byWords);
        Map<Integer, Integer> meaningRanks = ranks(byMeaning);
        Candidates candidates = new Candidates(
                searcher,
                IntStream.concat(
                                byWords.stream().mapToInt(hit -> hit.doc),
                                byMeaning.stream().mapToInt(hit -> hit.doc))
                        .distinct()
                        .sorted()
                        .toArray());
        Map<Integer, Float> wordScores = new HashMap<>();
        byWords.forEach(hit -> wordScores.put(hit.doc, hit.score));
        float most = byWords.isEmpty() ? 1 : byWords.getFirst().score;
        float[] cosines = candidates.cosines(meaning);
        double[] covered = new double[candidates.size()];
        double[] above = new double[candidates.size()];
        double tells = 0;
        for (Asked one : asked) {
            max(covered, one.covered(candidates));
            max(above, one.above(candidates));
            tells = Math.max(tells, one.tells());
        }
        Map<Integer, Scored> scored = new HashMap<>();
        for (int i = 0; i < candidates.size(); i++) {
            int document = candidates.document(i);
            double inWords = wordScores.getOrDefault(document, 0f) / most;
            double score = switch (mode) {
                case BM25 -> inWords * most;
                case VECTOR -> cosines[i];
                case HYBRID -> W * inWords + M * cosines[i] + C * covered[i] + A * above[i];
            };
            scored.put(
                    document,
                    new Scored(
                            score,
                            covered[i],
                            cosines[i],
                            wordRanks.getOrDefault(document, Integer.MAX_VALUE),
                            meaningRanks.getOrDefault(document, Integer.MAX_VALUE)));
        }
        return scored;
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

    private static void max(double[] into, double[] others) {
        for (int i = 0; i < into.length; i++) {
            into[i] = Math.max(into[i], others[i]);
        }
    }

    private static Found found(Document stored, Scored scored, Standings standings) {
        var section = Fields.section(stored);
        int version = Fields.number(stored, "version");
        String slug = stored.get("slug");
        Standing standing = java.util.Objects.requireNonNull(standings.editions().get(slug + "@" + version));
        return new Found(
                new Passage(
                        slug,
                        version,
                        Fields.number(stored, "position"),
                        stored.get("title"),
                        stored.get("language"),
                        section.heading(),
                        section.text(),
                        section.place(),
                        section.pair(),
                        standing.from(),
                        standing.until(),
                        scored.score(),
                        scored.coverage(),
                        scored.similarity()),
                place(scored.byWords()),
                place(scored.byMeaning()));
    }

    private static @Nullable Integer place(int rank) {
        return rank == Integer.MAX_VALUE ? null : rank;
    }
}
