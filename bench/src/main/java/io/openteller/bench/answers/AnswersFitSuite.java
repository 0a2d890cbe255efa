package io.openteller.bench.answers;

import io.openteller.bench.Progress;
import io.openteller.bench.Report;
import io.openteller.bench.Suite;
import io.openteller.bench.input.BadInput;
import io.openteller.bench.input.Options;
import io.openteller.platform.knowledge.Edition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes the numbers of the product's confidence anew, from development questions. */
public final class AnswersFitSuite implements Suite {

    @Override
    public String name() {
        return "answers-fit";
    }

    @Override
    public String usage() {
        return "--documents FOLDER[,FOLDER] --questions Q.dev.jsonl[,Q.dev.jsonl] --out calibration.txt";
    }

    @Override
    public Report run(Options options, Progress progress) {
        Path out = Path.of(options.text("--out").orElseThrow(() -> new BadInput("option --out is needed")));
        List<Bank> banks = Bank.given(options);
        List<Example> examples = new ArrayList<>();
        for (Bank bank : banks) {
            List<Edition> editions = new DocumentFiles(progress).of(bank.documents());
            List<Asking> asked = Asking.of(bank.questions(), true);
            progress.say("%s: %d documents, %d questions".formatted(bank.documents(), editions.size(), asked.size()));
            examples.addAll(AnswersSuite.with(editions, path -> examples(path, asked)));
        }
        if (examples.isEmpty()) {
            throw new BadInput("no question found anything to learn from");
        }
        write(out, CalibrationFit.lines(examples, Bank.hash(banks)));
        return new Report()
                .metric("replies", examples.size())
                .metric("right", examples.stream().filter(Example::right).count());
    }

    private static List<Example> examples(ProductPath path, List<Asking> asked) {
        List<Example> examples = new ArrayList<>();
        for (Asking asking : asked.stream().filter(Asking::isReadable).toList()) {
            path.best(asking, passage -> true).map(one -> Example.of(one, true)).ifPresent(examples::add);
            if (asking.answerable()) {
                path.best(asking, passage -> !asking.isFact(passage.heading() + " " + passage.text()))
                        .map(one -> Example.of(one, false))
                        .ifPresent(examples::add);
            }
        }
        return examples.stream().filter(Example::isOpen).toList();
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.write(file, lines);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
