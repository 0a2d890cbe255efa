package io.openteller.platform.retrieval.internal;

import io.openteller.platform.embedding.Embeddings;
import io.openteller.platform.embedding.Gloss;
import io.openteller.platform.reading.ReadDocument.Section;
import io.openteller.platform.retrieval.Passage;
import io.openteller.platform.retrieval.Query;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.document.Document;
import org.jspecify.annotations.Nullable;

/** Finds passages by words and by meaning, and puts them in order. Safe for concurrent use. */
final class Finder {

    private static final int CANDIDATES = 50;

    private final PartSearch parts;

    Finder(Words words, Analyzers analyzers, Embeddings embeddings, Gloss gloss) {
        parts = new PartSearch(words, analyzers, embeddings, gloss);
    }

    /** @param byWords its place by words alone, from 1; null if it was not among the best; likewise by meaning */
    record Found(Passage passage, @Nullable Integer byWords, @Nullable Integer byMeaning) {}

    /**
     * @param standings what counts now, which may be newer than the index
     * @param moment whose documents count
     * @return best first
     */
    List<Found> find(Snapshot index, Standings standings, Query query, Instant moment, int limit) throws IOException {
        List<String> asked = Question.parts(query.words());
        Accepted accepted = index.accepted(standings, query, moment);
        if (asked.isEmpty() || accepted.passages() == 0) {
            return List.of();
        }
        Map<Integer, Scored> best = new HashMap<>();
        for (String part : asked) {
            parts.find(index, accepted, query.by(), part, Math.max(CANDIDATES, limit))
                    .forEach((document, scored) ->
                            best.merge(document, asked.size() == 1 ? scored : scored.share(), Scored::and));
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

    private static Found found(Document stored, Scored scored, Standings standings) {
        Section section = Fields.section(stored);
        int version = Fields.number(stored, "version");
        String slug = stored.get("slug");
        Standing standing = Objects.requireNonNull(standings.editions().get(slug + "@" + version));
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
        return rank == Scored.NOWHERE ? null : rank;
    }
}
