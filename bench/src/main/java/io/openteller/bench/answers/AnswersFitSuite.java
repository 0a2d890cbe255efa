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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
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
        List<Path> documents = paths(options, "--documents");
        List<Path> questions = paths(options, "--questions");
        if (documents.size() != questions.size()) {
            throw new BadInput("as many --questions as --documents are needed, in the same order");
        }
        Path out = Path.of(options.text("--out").orElseThrow(() -> new BadInput("option --out is needed")));
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            List<Edition> editions = new DocumentFiles(progress).of(documents.get(i));
            List<Asking> asked = Asking.of(questions.get(i));
            progress.say("%d documents, %d questions".formatted(editions.size(), asked.size()));
            examples.addAll(AnswersSuite.with(editions, path -> examples(path, asked)));
        }
        if (examples.isEmpty()) {
            throw new BadInput("no question found anything to learn from");
        }
        write(out, CalibrationFit.lines(examples, hash(questions)));
        return new Report()
                .metric("replies", examples.size())
                .metric("right", examples.stream().filter(Example::right).count());
    }

    private static List<Example> examples(ProductPath path, List<Asking> asked) {
        List<Example> examples = new ArrayList<>();
        for (Asking asking : asked.stream().filter(Asking::isLatin).toList()) {
            path.best(asking, passage -> true).map(one -> Example.of(one, true)).ifPresent(examples::add);
            if (asking.answerable()) {
                path.best(asking, passage -> !asking.isFact(passage.heading() + " " + passage.text()))
                        .map(one -> Example.of(one, false))
                        .ifPresent(examples::add);
            }
        }
        return examples.stream().filter(Example::isOpen).toList();
    }

    static String hash(List<Path> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files) {
                digest.update(Files.readAllBytes(file));
            }
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Path> paths(Options options, String name) {
        return Arrays.stream(options.text(name)
                        .orElseThrow(() -> new BadInput("option " + name + " is needed"))
                        .split(","))
                .map(Path::of)
                .toList();
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.write(file, lines);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
