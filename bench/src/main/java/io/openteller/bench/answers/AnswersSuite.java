package io.openteller.bench.answers;

import io.openteller.bench.Progress;
import io.openteller.bench.Report;
import io.openteller.bench.Suite;
import io.openteller.bench.Table;
import io.openteller.bench.input.BadInput;
import io.openteller.bench.input.Options;
import io.openteller.platform.answer.Answers;
import io.openteller.platform.embedding.Embeddings;
import io.openteller.platform.embedding.SentenceVectors;
import io.openteller.platform.embedding.WordVectors;
import io.openteller.platform.guard.Guard;
import io.openteller.platform.knowledge.Edition;
import io.openteller.platform.retrieval.LoneIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks every question of a file as a customer would, and looks at what came back. */
public final class AnswersSuite implements Suite {

    @Override
    public String name() {
        return "answers";
    }

    @Override
    public String usage() {
        return "--documents FOLDER|D.jsonl --questions Q.jsonl [--score contains|cited] [--out ROWS.jsonl]";
    }

    @Override
    public Report run(Options options, Progress progress) {
        Path documents = options.folder("--documents").orElseThrow(() -> new BadInput("option --documents is needed"));
        List<Asking> asked = Asking.of(options.file("--questions"), isCited(options));
        List<Edition> editions = new DocumentFiles(progress).of(documents);
        progress.say("%d documents, %d questions".formatted(editions.size(), asked.size()));
        List<Answered> answered = with(editions, path -> {
            List<Answered> all = new ArrayList<>();
            for (Asking asking : asked) {
                all.add(path.ask(asking));
                if (all.size() % 50 == 0) {
                    progress.say(all.size() + " asked");
                }
            }
            return all;
        });
        options.text("--out").ifPresent(file -> AnswerRows.write(Path.of(file), answered));
        return report(answered);
    }

    private static boolean isCited(Options options) {
        return switch (options.text("--score").orElse("contains")) {
            case "contains" -> false;
            case "cited" -> true;
            default -> throw new BadInput("--score is 'contains' or 'cited'");
        };
    }

    static <T> T with(List<Edition> editions, java.util.function.Function<ProductPath, T> work) {
        try {
            Path folder = Files.createTempDirectory("openteller-answers");
            try (LoneIndex index = LoneIndex.of(folder, editions, Embeddings.local())) {
                Kept vectors = new Kept(SentenceVectors.local());
                WordVectors words = WordVectors.local();
                return work.apply(new ProductPath(
                        Answers.over(index::search, vectors, words),
                        Answers.unguarded(index::search, vectors, words),
                        index::search,
                        Guard.standard()));
            } finally {
                AnswerRows.delete(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Report report(List<Answered> all) {
        double questions = all.size();
        long answerable = all.stream().filter(one -> one.asking().answerable()).count();
        long answered = all.stream().filter(Answered::isAnswer).count();
        long correct = all.stream().filter(one -> one.isAnswer() && one.right()).count();
        long refusedRightly = all.stream()
                .filter(one -> !one.isAnswer() && !one.asking().answerable())
                .count();
        Map<String, Long> kinds = new TreeMap<>();
        all.forEach(one -> kinds.merge(one.kind(), 1L, Long::sum));
        return new Report()
                .metric("answered", answered / questions)
                .metric("correct", answerable == 0 ? 0 : correct / (double) answerable)
                .metric("refused", (questions - answered) / questions)
                .metric("wrongAndConfident", (answered - correct) / questions)
                .metric("ece", Ece.of(all))
                .metric("eceOfAnswers", Ece.of(all.stream().filter(Answered::isAnswer).toList()))
                .metric("refusedOfUnanswerable", answerable == all.size() ? 1 : refusedRightly / (questions - answerable))
                .metric("questions", all.size())
                .metric("answerable", answerable)
                .metric("answeredCount", answered)
                .metric("correctCount", correct)
                .metric("wrongCount", answered - correct)
                .metric("outcomes", kinds)
                .table(byKind(all));
    }

    private static Table byKind(List<Answered> all) {
        Map<String, long[]> kinds = new TreeMap<>();
        for (Answered one : all) {
            String kind = (one.asking().answerable() ? "answerable " : "unanswerable ") + one.asking().kind();
            long[] counts = kinds.computeIfAbsent(kind, name -> new long[3]);
            counts[0]++;
            counts[1] += one.isAnswer() && one.right() ? 1 : 0;
            counts[2] += one.isAnswer() && !one.right() ? 1 : 0;
        }
        return new Table(
                List.of("kind of question", "asked", "answered rightly", "answered wrongly"),
                kinds.entrySet().stream()
                        .map(kind -> List.of(
                                kind.getKey(),
                                String.valueOf(kind.getValue()[0]),
                                String.valueOf(kind.getValue()[1]),
                                String.valueOf(kind.getValue()[2])))
                        .toList());
    }
}
