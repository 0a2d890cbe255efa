package io.openteller.platform.retrieval.internal;

import io.openteller.platform.knowledge.AppliesTo;
import io.openteller.platform.retrieval.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/** An index as it was at one moment; it does not change, and is closed when the last search over it is done. */
final class Snapshot {

    private static final String RELEASE = "release";
    private static final String STAMP = "stamp";
    private static final String EDITION = "@";
    private static final int FILTERS = 16;

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Standings indexed;
    private final String stamp;
    private final Set<String> rules = new TreeSet<>();
    private final Map<Asked, Accepted> filters = new LinkedHashMap<>();

    private record Asked(
            Map<String, Standing> standings, AppliesTo of, @Nullable String language, Standings.Span span) {}

    Snapshot(DirectoryReader reader) throws IOException {
        this.reader = reader;
        searcher = new IndexSearcher(reader);
        // Questions hardly repeat; what does, the filters, is kept here.
        searcher.setQueryCache(null);
        Map<String, String> written = reader.getIndexCommit().getUserData();
        stamp = written.getOrDefault(STAMP, "");
        Map<String, Standing> standings = new HashMap<>();
        if (stamp.startsWith(Fields.FORMAT + " ")) {
            written.forEach((key, value) -> {
                if (key.startsWith(EDITION)) {
                    standings.put(key.substring(1), Standing.read(value));
                }
            });
        }
        indexed = new Standings(Long.parseLong(written.getOrDefault(RELEASE, "-1")), standings);
        for (LeafReaderContext leaf : reader.leaves()) {
            for (FieldInfo field : leaf.reader().getFieldInfos()) {
                if (field.name.startsWith(Fields.WORDS)) {
                    rules.add(field.name.substring(Fields.WORDS.length()));
                }
            }
        }
    }

    static Map<String, String> written(String stamp, Standings standings) {
        Map<String, String> written = HashMap.newHashMap(standings.editions().size() + 2);
        written.put(STAMP, stamp);
        written.put(RELEASE, Long.toString(standings.release()));
        standings.editions().forEach((edition, standing) -> written.put(EDITION + edition, standing.written()));
        return written;
    }

    /** What it was made with: the index's format and the model. */
    String stamp() {
        return stamp;
    }

    /** What it holds, and the release that it is complete for. */
    Standings indexed() {
        return indexed;
    }

    /** The rules of words that its passages were read by. */
    Set<String> rules() {
        return rules;
    }

    IndexSearcher searcher() {
        return searcher;
    }

    DirectoryReader reader() {
        return reader;
    }

    /** @param standings as they are now, which may be newer than the index */
    Accepted accepted(Standings standings, Query query, Instant moment) throws IOException {
        synchronized (filters) {
            for (var kept : filters.entrySet()) {
                Asked asked = kept.getKey();
                if (asked.standings() == standings.editions()
                        && asked.span().holds(moment)
                        && asked.of().equals(query.of())
                        && Objects.equals(asked.language(), query.language())) {
                    return kept.getValue();
                }
            }
        }
        Accepted made = Accepted.of(searcher, edition -> standings.accepts(edition, query, moment));
        synchronized (filters) {
            if (filters.size() >= FILTERS) {
                filters.remove(filters.keySet().iterator().next());
            }
            filters.put(new Asked(standings.editions(), query.of(), query.language(), standings.around(moment)), made);
        }
        return made;
    }

    boolean hold() {
        return reader.tryIncRef();
    }

    void release() {
        try {
            reader.decRef();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
