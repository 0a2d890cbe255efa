package io.openteller.platform.retrieval.internal;

import io.openteller.platform.embedding.Embeddings;
import io.openteller.platform.embedding.Gloss;
import io.openteller.platform.knowledge.Edition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One index on disk. Whatever is wrong with it costs time and nothing else: it can always be made again. */
final class IndexFolder {

    private static final Logger log = LoggerFactory.getLogger(IndexFolder.class);

    /** So many new passages are made visible together at first while a large index grows; then twice as many each time. */
    private static final int CHUNK = 2_000;

    private static final int MEGABYTES = 48;

    private final Path folder;
    private final Analyzers analyzers;
    private final Embeddings embeddings;
    private final Gloss gloss;
    private final String stamp;

    /** @param model names the one that the vectors come from: those of another cannot be compared with them */
    IndexFolder(Path folder, Analyzers analyzers, Embeddings embeddings, Gloss gloss, String model) {
        this.folder = folder;
        this.analyzers = analyzers;
        this.embeddings = embeddings;
        this.gloss = gloss;
        this.stamp = Fields.FORMAT + " " + gloss.version() + " " + model;
    }

    /** @return null if there is none that can be read; what was damaged is gone then */
    @Nullable Snapshot open() throws IOException {
        if (!Files.isDirectory(folder)) {
            return null;
        }
        try {
            FSDirectory directory = FSDirectory.open(folder);
            return DirectoryReader.indexExists(directory) ? new Snapshot(DirectoryReader.open(directory)) : null;
        } catch (IOException | RuntimeException damaged) {
            log.warn("index {} is damaged and will be made again", folder.getFileName(), damaged);
            clear();
            return null;
        }
    }

    boolean isCurrent(Snapshot snapshot) {
        return snapshot.stamp().equals(stamp);
    }

    /**
     * Writes what changed since {@code before}; everything, if that is of another format.
     *
     * @param visible takes what can be searched so far, once or more often
     * @param overtaken whether something newer waits, so that the rest is not worth its time
     */
    void update(
            @Nullable Snapshot before,
            Standings standings,
            List<Edition> editions,
            Consumer<Snapshot> visible,
            BooleanSupplier overtaken)
            throws IOException {
        boolean usable = before != null && isCurrent(before);
        // Format and glossary change apart from the model: its vectors outlive them, each under the hash of the text it is of.
        Meanings meanings = new Meanings(embeddings, before != null && sameModel(before) ? before : null);
        Map<String, Standing> held = usable && before != null ? before.indexed().editions() : Map.of();
        Map<String, Standing> done = new HashMap<>(held);
        done.keySet().retainAll(standings.editions().keySet());
        List<Edition> changed = new ArrayList<>();
        for (Edition edition : editions) {
            Standing now = standings.editions().get(Standing.key(edition));
            Standing then = held.get(Standing.key(edition));
            if (now == null || then == null || !then.print().equals(now.print())) {
                changed.add(edition);
                done.remove(Standing.key(edition));
            } else {
                done.put(Standing.key(edition), now);
            }
        }
        Files.createDirectories(folder);
        try (Directory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, config(usable))) {
            for (String edition : held.keySet()) {
                if (!standings.editions().containsKey(edition)) {
                    writer.deleteDocuments(new Term(Fields.EDITION, edition));
                }
            }
            int next = 0;
            int passages = CHUNK;
            while (next < changed.size()) {
                int end = chunk(changed, next, passages);
                passages *= 2;
                add(writer, changed.subList(next, end), meanings);
                for (Edition edition : changed.subList(next, end)) {
                    done.put(Standing.key(edition), Standing.of(edition));
                }
                next = end;
                if (next < changed.size()) {
                    visible.accept(commit(writer, new Standings(-1, done)));
                    if (overtaken.getAsBoolean()) {
                        return;
                    }
                }
            }
            visible.accept(commit(writer, standings));
        }
        // What was merged while the writer closed is smaller and faster.
        Snapshot merged = open();
        if (merged != null) {
            visible.accept(merged);
        }
    }

    private boolean sameModel(Snapshot snapshot) {
        return model(snapshot.stamp()).equals(model(stamp));
    }

    private static String model(String stamp) {
        return stamp.substring(stamp.lastIndexOf(' ') + 1);
    }

    private static int chunk(List<Edition> editions, int from, int passages) {
        int taken = 0;
        int end = from;
        while (end < editions.size() && taken < passages) {
            taken += editions.get(end++).sections().size();
        }
        return end;
    }

    /** @param hash of the text that the vector is of */
    private record Meant(String hash, boolean glossed) {}

    private void add(IndexWriter writer, List<Edition> editions, Meanings meanings) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        List<Meant> passages = new ArrayList<>();
        for (Edition edition : editions) {
            for (int position = 0; position < edition.sections().size(); position++) {
                String text = Fields.meant(edition, position);
                String meant = gloss.english(text);
                String hash = Standing.hash(meant);
                texts.put(hash, meant);
                passages.add(new Meant(hash, !meant.equals(text)));
            }
        }
        Map<String, float[]> vectors = meanings.of(texts);
        Iterator<Meant> next = passages.iterator();
        for (Edition edition : editions) {
            writer.deleteDocuments(new Term(Fields.EDITION, Standing.key(edition)));
            for (int position = 0; position < edition.sections().size(); position++) {
                Meant meant = next.next();
                writer.addDocument(Fields.document(
                        edition, position, meant.hash(), Objects.requireNonNull(vectors.get(meant.hash())), meant.glossed()));
            }
        }
    }

    private Snapshot commit(IndexWriter writer, Standings standings) throws IOException {
        writer.setLiveCommitData(Snapshot.written(stamp, standings).entrySet());
        writer.commit();
        // Its own directory: it outlives the writer's.
        return new Snapshot(DirectoryReader.open(FSDirectory.open(folder)));
    }

    private IndexWriterConfig config(boolean goesOn) {
        Analyzer byField = new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
            @Override
            protected Analyzer getWrappedAnalyzer(String field) {
                return analyzers.of(field.substring(field.indexOf('.') + 1));
            }
        };
        TieredMergePolicy merging = new TieredMergePolicy();
        merging.setSegmentsPerTier(5);
        KnnVectorsFormat vectors = new Lucene104HnswScalarQuantizedVectorsFormat(ScalarEncoding.UNSIGNED_BYTE, 16, 100);
        return new IndexWriterConfig(byField)
                .setOpenMode(goesOn ? OpenMode.CREATE_OR_APPEND : OpenMode.CREATE)
                .setRAMBufferSizeMB(MEGABYTES)
                .setMergePolicy(merging)
                .setCodec(new Lucene104Codec() {
                    @Override
                    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                        return vectors;
                    }
                });
    }

    long bytes() {
        try (Stream<Path> files = Files.list(folder)) {
            long sum = 0;
            for (Path file : files.toList()) {
                sum += Files.size(file);
            }
            return sum;
        } catch (IOException gone) {
            return 0;
        }
    }

    void clear() throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
