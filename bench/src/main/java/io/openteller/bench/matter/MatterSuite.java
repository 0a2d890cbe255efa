package io.openteller.bench.matter;

import io.openteller.bench.Confusion;
import io.openteller.bench.Latency;
import io.openteller.bench.Progress;
import io.openteller.bench.Report;
import io.openteller.bench.Suite;
import io.openteller.bench.Table;
import io.openteller.bench.input.BadInput;
import io.openteller.bench.input.Options;
import io.openteller.bench.input.Row;
import io.openteller.bench.input.Rows;
import io.openteller.platform.embedding.SentenceVectors;
import io.openteller.platform.understanding.IntentGuess;
import io.openteller.platform.understanding.Matter;
import io.openteller.platform.understanding.Matters;
import io.openteller.platform.understanding.Understanding;
import io.openteller.procedures.shipped.ShippedProcedures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Rows {@code text, matter}, with {@code language} where known. What counts is which of the two ways a message goes: to the
 * documents first, or into a procedure at once. With {@code --questions} also how many questions that documents answer would be
 * led through a shipped procedure.
 */
public final class MatterSuite implements Suite {

    private static final int SHOWN = 20;
    /** As the router has it. */
    private static final double ROUTED_FROM = 0.5;

    @Override
    public String name() {
        return "matter";
    }

    @Override
    public String usage() {
        return "--test S.jsonl [--questions Q.jsonl]";
    }

    @Override
    public Report run(Options options, Progress progress) {
        List<Row> rows = Rows.of(options.file("--test"));
        Matters matters = Matters.standard(SentenceVectors.local());
        progress.say("matters learned");
        Confusion confusion = new Confusion();
        Latency latency = new Latency();
        Map<String, Confusion> languages = new TreeMap<>();
        List<List<String>> missed = new ArrayList<>();
        int[] own = new int[2];
        int[] general = new int[2];
        for (Row row : rows) {
            Matter expected = matter(row);
            Matter.Guess guess = latency.measure(() -> matters.of(row.text("text")));
            confusion.add(expected.name(), guess.matter().name());
            row.optionalText("language")
                    .ifPresent(language -> languages.computeIfAbsent(language, one -> new Confusion())
                            .add(expected.name(), guess.matter().name()));
            boolean asked = guess.isGeneral();
            count(expected == Matter.OWN ? own : general, asked == (expected == Matter.OWN));
            if (asked == (expected == Matter.OWN) && missed.size() < SHOWN) {
                missed.add(List.of(expected.name(), guess.matter().name(), "%.2f".formatted(guess.confidence()), row.text("text")));
            }
        }
        Map<String, Double> byLanguage = new TreeMap<>();
        languages.forEach((language, counts) -> byLanguage.put(language, counts.accuracy()));
        Report report = new Report()
                .metric("rows", rows.size())
                .metric("accuracy", confusion.accuracy())
                .metric("byLanguage", byLanguage)
                .metric("ownSentToDocuments", share(own))
                .metric("questionsSentToProcedure", share(general))
                .metric("p50Micros", latency.micros(50))
                .metric("p95Micros", latency.micros(95))
                .table(new Table(List.of("expected", "found", "confidence", "some that went the wrong way"), missed));
        options.optionalFile("--questions").ifPresent(file -> led(Rows.of(file), matters, report));
        return report;
    }

    /** Of questions that documents answer: how many have the intent of a shipped procedure, and how many it would begin for. */
    private static void led(List<Row> questions, Matters matters, Report report) {
        Understanding understanding = Understanding.standard(SentenceVectors.local());
        Set<String> starting = ShippedProcedures.all().stream()
                .flatMap(procedure -> procedure.trigger().intents().stream())
                .collect(Collectors.toSet());
        List<Row> near = questions.stream()
                .filter(row -> {
                    IntentGuess intent = understanding.read(row.text("text")).intent();
                    return intent.confidence() >= ROUTED_FROM && starting.contains(intent.name());
                })
                .toList();
        List<List<String>> begun = near.stream()
                .filter(row -> !matters.of(row.text("text")).isGeneral())
                .map(row -> List.of(row.text("text")))
                .toList();
        report.metric("documentQuestions", questions.size())
                .metric("withAnIntentOfAProcedure", near.size())
                .metric("ledThroughTheProcedure", begun.size())
                .table(new Table(List.of("questions led through a procedure"), begun.stream().limit(SHOWN).toList()));
    }

    private static Matter matter(Row row) {
        String written = row.text("matter");
        return Arrays.stream(Matter.values())
                .filter(one -> one.name().equals(written))
                .findFirst()
                .orElseThrow(() -> new BadInput(row.where() + ": '" + written + "' is no matter; there are RULE, HOWTO and OWN"));
    }

    private static void count(int[] tally, boolean hit) {
        tally[0] += hit ? 1 : 0;
        tally[1]++;
    }

    private static double share(int[] tally) {
        return tally[0] / (double) Math.max(1, tally[1]);
    }
}
