package io.openteller.bench.retrieval;

import io.openteller.bench.Latency;
import io.openteller.bench.Progress;
import io.openteller.bench.Report;
import io.openteller.bench.Suite;
import io.openteller.bench.Table;
import io.openteller.bench.input.BadInput;
import io.openteller.bench.input.Options;
import io.openteller.platform.embedding.Embeddings;
import io.openteller.platform.knowledge.Edition;
import io.openteller.platform.retrieval.LoneIndex;
import io.openteller.platform.retrieval.Passage;
import io.openteller.platform.retrieval.Query;
import io.openteller.platform.retrieval.Query.Mode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which documents the product finds for questions; a document stands where its best passage does. */
public final class RetrievalSuite implements Suite {

    /** Passages asked for: enough that twenty documents are among them. */
    private static final int PASSAGES = 150;

    private static final int WARM_UP = 20;

    @Override
    public String name() {
        return "retrieval";
    }

    @Override
    public String usage() {
        return "--documents D.jsonl --queries Q.jsonl [--mode bm25|vector|hybrid], or --scale 1000,10000,100000";
    }

    @Override
    public Report run(Options options, Progress progress) {
        if (options.text("--scale").isPresent()) {
            return Costs.measure(options.text("--scale").get(), progress);
        }
        Mode mode = mode(options.text("--mode").orElse("hybrid"));
        Path place = options.folder("--documents").filter(Files::isDirectory).orElseGet(() -> options.file("--documents"));
        List<Sought> sought = Sought.of(options.file("--queries"));
        List<Edition> editions = Corpus.of(place);
        int passages = editions.stream().mapToInt(edition -> edition.sections().size()).sum();
        progress.say("%d documents, %d passages, %d queries".formatted(editions.size(), passages, sought.size()));
        try (var folder = new TemporaryFolder();
                var index = LoneIndex.of(folder.path(), editions, Embeddings.local())) {
            sought.stream().limit(WARM_UP).forEach(one -> find(index, one, mode));
            Latency latency = new Latency();
            Ranks ranks = new Ranks();
            for (Sought one : sought) {
                List<Passage> found = latency.measure(() -> find(index, one, mode));
                ranks.add(found.stream().map(Passage::slug).distinct().toList(), one.relevant());
            }
            return report(ranks, latency, index.bytes());
        }
    }

    private static List<Passage> find(LoneIndex index, Sought sought, Mode mode) {
        return index.search(Query.now(sought.question()).by(mode), PASSAGES);
    }

    private static Report report(Ranks ranks, Latency latency, long bytes) {
        Report report = new Report();
        for (int first : new int[] {1, 5, 10, 20}) {
            report.metric("recall@" + first, ranks.recall(first));
        }
        return report.metric("mrr", ranks.reciprocalRank())
                .metric("ndcg@10", ranks.gain(10))
                .metric("p50Millis", latency.micros(50) / 1000)
                .metric("p95Millis", latency.micros(95) / 1000)
                .metric("p99Millis", latency.micros(99) / 1000)
                .metric("indexBytes", bytes)
                .metric("queries", ranks.size())
                .table(stability(ranks));
    }

    /** How far one query more or less moves the figure: a small set of queries says little. */
    private static Table stability(Ranks ranks) {
        List<List<String>> rows = new ArrayList<>();
        for (int first : new int[] {5, 20}) {
            double sum = ranks.recall(first) * ranks.size();
            double[] without = new double[ranks.size()];
            for (int query = 0; query < without.length; query++) {
                without[query] = (sum - ranks.recall(query, first)) / Math.max(1, ranks.size() - 1);
            }
            Arrays.sort(without);
            double mean = ranks.recall(first);
            double spread = 0;
            for (int query = 0; query < ranks.size(); query++) {
                spread += Math.pow(ranks.recall(query, first) - mean, 2);
            }
            rows.add(List.of(
                    "recall@" + first,
                    Table.figure(without[0]),
                    Table.figure(without[without.length - 1]),
                    Table.figure(Math.sqrt(spread) / ranks.size())));
        }
        return new Table(List.of("leaving one query out", "lowest", "highest", "standard error"), rows);
    }

    private static Mode mode(String name) {
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInput("--mode is bm25, vector or hybrid, not " + name));
    }
}
