package io.openteller.bench.retrieval;

import io.openteller.bench.Latency;
import io.openteller.bench.Progress;
import io.openteller.bench.Report;
import io.openteller.bench.input.BadInput;
import io.openteller.platform.knowledge.Edition;
import io.openteller.platform.retrieval.LoneIndex;
import io.openteller.platform.retrieval.Passage;
import io.openteller.platform.retrieval.Query;
import io.openteller.platform.retrieval.Query.Mode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What searching costs in libraries of several sizes: one question after the other on one thread. */
final class Costs {

    private static final int WARM_UP = 300;
    private static final int QUESTIONS = 500;
    private static final int COMPARED = 100;
    private static final int WANTED = 10;
    private static final int OPEN = 10;

    private Costs() {}

    static Report measure(String sizes, Progress progress) {
        List<Integer> all = new ArrayList<>();
        for (String size : sizes.split(",")) {
            if (!size.strip().matches("[1-9][0-9]{1,6}")) {
                throw new BadInput("--scale is a list of sizes such as 1000,10000");
            }
            all.add(Integer.parseInt(size.strip()));
        }
        Report report = new Report();
        Composed composed = new Composed();
        for (int size : all) {
            report.metric(Integer.toString(size), at(size, composed, progress));
        }
        return report;
    }

    private static Map<String, Object> at(int size, Composed composed, Progress progress) {
        List<Edition> library = composed.library(size);
        Map<String, Object> figures = new LinkedHashMap<>();
        try (var folder = new TemporaryFolder()) {
            long begun = System.nanoTime();
            try (LoneIndex index = LoneIndex.of(folder.path(), library, composed)) {
                figures.put("buildSeconds", (System.nanoTime() - begun) / 1e9);
                progress.say("%d passages: built in %.1f s".formatted(size, (System.nanoTime() - begun) / 1e9));
                times(index, composed, figures);
                figures.put("recall@10 of graph", recall(index, library, composed));
                figures.put("indexBytes", index.bytes());
            }
            figures.put("heapBytesPerOpenTenant", heap(folder.path(), library, composed));
        }
        progress.say(size + " passages: " + figures);
        return figures;
    }

    private static void times(LoneIndex index, Composed composed, Map<String, Object> figures) {
        for (int i = 0; i < WARM_UP; i++) {
            index.search(Query.now(composed.question()), WANTED);
        }
        Latency searching = new Latency();
        Latency whole = new Latency();
        for (int i = 0; i < QUESTIONS; i++) {
            Query query = Query.now(composed.question());
            composed.embedding();
            whole.measure(() -> index.search(query, WANTED));
            searching.add(whole.last() - composed.embedding());
        }
        for (int percent : new int[] {50, 95, 99}) {
            figures.put("p" + percent + "Millis", searching.micros(percent) / 1000);
        }
        for (int percent : new int[] {50, 95, 99}) {
            figures.put("p" + percent + "MillisWithEmbedding", whole.micros(percent) / 1000);
        }
    }

    /** Of what comparing with every passage finds, the share that the product finds by meaning alone. */
    private static double recall(LoneIndex index, List<Edition> library, Composed composed) {
        List<String> names = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (Edition edition : library) {
            for (int i = 0; i < edition.sections().size(); i++) {
                var section = edition.sections().get(i);
                names.add(edition.slug() + " " + i);
                texts.add(edition.title() + "\n" + section.heading() + "\n" + section.text());
            }
        }
        List<float[]> vectors = composed.embed(texts);
        double sum = 0;
        for (int q = 0; q < COMPARED; q++) {
            String question = composed.question();
            float[] asked = composed.embed(question);
            double[] cosines = vectors.stream().mapToDouble(vector -> cosine(asked, vector)).toArray();
            Set<String> exact = new HashSet<>(IntStream.range(0, cosines.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -cosines[i]))
                    .limit(WANTED)
                    .map(names::get)
                    .toList());
            List<Passage> found = index.search(Query.now(question).by(Mode.VECTOR), WANTED);
            sum += found.stream()
                            .filter(passage -> exact.contains(passage.slug() + " " + passage.position()))
                            .count()
                    / (double) WANTED;
        }
        return sum / COMPARED;
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /** The index's files are mapped, not read: they take page cache, which is given back when others need it. */
    private static long heap(Path folder, List<Edition> library, Composed composed) {
        List<LoneIndex> open = new ArrayList<>();
        long before = used();
        for (int i = 0; i < OPEN; i++) {
            LoneIndex index = LoneIndex.of(folder, library, composed);
            index.search(Query.now(composed.question()), WANTED);
            open.add(index);
        }
        long after = used();
        open.forEach(LoneIndex::close);
        return Math.max(0, after - before) / OPEN;
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
