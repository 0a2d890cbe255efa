package io.openteller.bench.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The banks of the repository, in the order of docs/answers.md. */
final class Banks {

    private static final Path DEMO = Path.of("..", "demo", "banks");
    private static final Path INVENTED = Path.of("src", "main", "resources", "answers");

    private Banks() {}

    static List<Bank> toLearnFrom() {
        return Stream.concat(
                        Stream.of("harbour", "meridian").map(name -> new Bank(
                                DEMO.resolve(name).resolve("documents"),
                                DEMO.resolve(name).resolve("questions.dev.jsonl"))),
                        Stream.of("ashford", "bramble", "godavari", "kestrel", "larchwood", "merlion", "riverbend", "saffron", "tarnbrook")
                                .map(name -> of("banks", name)))
                .toList();
    }

    static List<Bank> toJudgeBy() {
        return Stream.of("glenmore", "kaveri", "ormsary")
                .map(name -> of("judge", name))
                .toList();
    }

    private static Bank of(String folder, String name) {
        Path bank = INVENTED.resolve(folder).resolve(name);
        return new Bank(bank.resolve("documents"), bank.resolve("questions.jsonl"));
    }
}
