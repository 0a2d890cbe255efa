package io.openteller.bench.answers;

import io.openteller.bench.Progress;
import io.openteller.bench.Report;
import io.openteller.bench.Suite;
import io.openteller.bench.Table;
import io.openteller.bench.input.Options;
import io.openteller.platform.embedding.Embeddings;
import io.openteller.platform.retrieval.LoneIndex;
import io.openteller.platform.retrieval.Passage;
import io.openteller.platform.retrieval.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Whether the passage that says the answer is among the first, for each language of the questions. */
public final class PassagesSuite implements Suite {

    private static final int MOST = 12;

    /** Places from 1; beyond {@link #MOST} where it was not found. */
    private record Places(List<Integer> saying, List<Integer> named) {
        Places() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    @Override
    public String name() {
        return "passages";
    }

    @Override
    public String usage() {
        return "--documents folder --queries Q.jsonl";
    }

    @Override
    public Report run(Options options, Progress progress) {
        Path documents =
                options.folder("--documents").filter(Files::isDirectory).orElseGet(() -> options.file("--documents"));
        List<Asking> asked = Asking.of(options.file("--queries"), false).stream()
                .filter(Asking::answerable)
                .filter(one -> !one.facts().isEmpty())
                .toList();
        Map<String, Places> byLanguage = new TreeMap<>();
        Path folder = temporary();
        try (LoneIndex index = LoneIndex.of(folder, new DocumentFiles(progress).of(documents), Embeddings.local())) {
            for (Asking one : asked) {
                List<Passage> found = index.search(Query.now(one.text()), MOST);
                int saying = place(found, one, true);
                int named = place(found, one, false);
                for (String language : List.of(one.language(), "all")) {
                    Places places = byLanguage.computeIfAbsent(language, any -> new Places());
                    places.saying().add(saying);
                    places.named().add(named);
                }
                if (saying > 6 || named > 6) {
                    progress.say("%2d %2d %s".formatted(saying, named, one.text()));
                }
            }
        } finally {
            delete(folder);
        }
        return report(byLanguage);
    }

    private static Report report(Map<String, Places> byLanguage) {
        Report report = new Report();
        List<List<String>> rows = new ArrayList<>();
        byLanguage.forEach((language, places) -> {
            rows.add(List.of(
                    language,
                    Integer.toString(places.saying().size()),
                    Table.figure(within(places.saying(), 1)),
                    Table.figure(within(places.saying(), 6)),
                    Table.figure(within(places.saying(), MOST)),
                    Table.figure(within(places.named(), 6)),
                    Table.figure(within(places.named(), MOST))));
            report.metric("within6." + language, within(places.saying(), 6));
            report.metric("within12." + language, within(places.saying(), MOST));
        });
        return report.table(new Table(
                List.of("language", "questions", "says it: 1", "6", "12", "and is the named document: 6", "12"), rows));
    }

    private static double within(List<Integer> places, int first) {
        return places.stream().filter(place -> place <= first).count() / (double) places.size();
    }

    private static int place(List<Passage> found, Asking one, boolean anyDocument) {
        for (int i = 0; i < found.size(); i++) {
            Passage passage = found.get(i);
            String said = plain(passage.heading() + " " + passage.text());
            if (one.facts().stream().anyMatch(fact -> said.contains(plain(fact)))
                    && (anyDocument || one.documents().contains(passage.slug()))) {
                return i + 1;
            }
        }
        return MOST + 1;
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("passages");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
