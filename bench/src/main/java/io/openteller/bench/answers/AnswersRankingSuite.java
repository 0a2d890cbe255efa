package io.openteller.bench.answers;

import io.openteller.bench.Progress;
import io.openteller.bench.Report;
import io.openteller.bench.Suite;
import io.openteller.bench.input.BadInput;
import io.openteller.bench.input.Options;
import io.openteller.platform.answer.WeighedSentence;
import io.openteller.platform.answer.Weighing;
import io.openteller.platform.embedding.Embeddings;
import io.openteller.platform.embedding.SentenceVectors;
import io.openteller.platform.embedding.WordVectors;
import io.openteller.platform.knowledge.Edition;
import io.openteller.platform.retrieval.LoneIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes the weights anew by which one sentence is put before another, from development questions. */
public final class AnswersRankingSuite implements Suite {

    @Override
    public String name() {
        return "answers-ranking";
    }

    @Override
    public String usage() {
        return "--documents FOLDER[,FOLDER] --questions Q.dev.jsonl[,Q.dev.jsonl] --out ranking.txt";
    }

    @Override
    public Report run(Options options, Progress progress) {
        Path out = Path.of(options.text("--out").orElseThrow(() -> new BadInput("option --out is needed")));
        List<Example> sentences = new ArrayList<>();
        Kept vectors = new Kept(SentenceVectors.local());
        Weighing weighing = Weighing.local(vectors, WordVectors.local());
        List<Bank> banks = Bank.given(options);
        for (Bank bank : banks) {
            sentences.addAll(sentences(bank, weighing, progress));
        }
        if (sentences.isEmpty()) {
            throw new BadInput("no question found anything to learn from");
        }
        try {
            Files.write(out, RankingFit.lines(sentences, Bank.hash(banks)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Report()
                .metric("sentences", sentences.size())
                .metric("right", sentences.stream().filter(Example::right).count());
    }

    private static List<Example> sentences(Bank bank, Weighing weighing, Progress progress) {
        List<Edition> editions = new DocumentFiles(progress).of(bank.documents());
        List<Asking> asked = Asking.of(bank.questions(), true);
        progress.say("%s: %d documents, %d questions".formatted(bank.documents(), editions.size(), asked.size()));
        List<Example> sentences = new ArrayList<>();
        try {
            Path folder = Files.createTempDirectory("openteller-answers");
            try (LoneIndex index = LoneIndex.of(folder, editions, Embeddings.local())) {
                for (Asking asking : asked.stream().filter(Asking::answerable).toList()) {
                    List<Example> of = weighing.of(asking.text(), ProductPath.found(asking, index::search)).stream()
                            .map(one -> example(asking, one))
                            .toList();
                    if (of.stream().anyMatch(Example::right)) {
                        sentences.addAll(of);
                    }
                }
            } finally {
                AnswerRows.delete(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return sentences;
    }

    private static Example example(Asking asking, WeighedSentence one) {
        return new Example(
                asking.text(),
                true,
                one.signs(),
                asking.isAnsweredBy(one.text(), List.of(one.passage().slug())));
    }
}
