package io.openteller.bench.risk;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.bench.Progress;
import io.openteller.bench.Report;
import io.openteller.bench.Suite;
import io.openteller.bench.input.BadInput;
import io.openteller.bench.input.Options;
import io.openteller.bench.input.Row;
import io.openteller.bench.input.Rows;
import io.openteller.platform.embedding.SentenceVectors;
import io.openteller.platform.understanding.RiskSignal;
import io.openteller.platform.understanding.RiskSignals;
import io.openteller.platform.understanding.Understanding;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Rows {@code text, expected}: the kinds that must be raised, as a list or separated by commas; none for an ordinary message.
 * By phrases alone, or with the learned opinion beside them, as the product does it.
 * With {@code --clean} also the share of ordinary messages of a labelled file that raise any.
 */
public final class RiskSuite implements Suite {

    @Override
    public String name() {
        return "risk";
    }

    @Override
    public String usage() {
        return "--test S.jsonl [--opinions phrases|both] [--clean T.csv [--without label,label]]";
    }

    @Override
    public Report run(Options options, Progress progress) {
        List<Row> rows = Rows.of(options.file("--test"));
        Function<String, List<RiskSignal>> listener = listener(options.text("--opinions").orElse("both"), progress);
        Tally tally = new Tally();
        int ordinary = 0;
        int alarms = 0;
        for (Row row : rows) {
            Set<String> expected = expected(row);
            Set<String> heard = heard(listener, row.text("text"));
            tally.add(expected, heard);
            if (expected.isEmpty()) {
                ordinary++;
                alarms += heard.isEmpty() ? 0 : 1;
            }
        }
        progress.say(rows.size() + " messages read");
        Report report = new Report()
                .metric("rows", rows.size())
                .metric("recall", tally.recall())
                .metric("precision", tally.precision())
                .metric("falseAlarms", alarms / (double) Math.max(1, ordinary))
                .metric("bySignal", tally.bySignal());
        options.optionalFile("--clean")
                .ifPresent(file -> report.metric(
                        "falseAlarmsOnClean", alarms(listener, file, options.text("--without").orElse(""), progress)));
        return report;
    }

    private static Function<String, List<RiskSignal>> listener(String opinions, Progress progress) {
        return switch (opinions) {
            case "phrases" -> RiskSignals.standard()::in;
            case "both" -> {
                progress.say("learning the starter intents");
                Understanding understanding = Understanding.standard(SentenceVectors.local());
                yield message -> understanding.read(message).signals();
            }
            default -> throw new BadInput("--opinions: neither phrases nor both: " + opinions);
        };
    }

    private static double alarms(
            Function<String, List<RiskSignal>> listener, Path file, String without, Progress progress) {
        Set<String> left = Set.of(without.split(","));
        List<Row> clean = Rows.of(file).stream()
                .filter(row -> !left.contains(row.optionalText("category", "label").orElse("")))
                .toList();
        progress.say(clean.size() + " clean messages");
        return clean.stream().filter(row -> !heard(listener, row.text("text")).isEmpty()).count()
                / (double) Math.max(1, clean.size());
    }

    private static Set<String> heard(Function<String, List<RiskSignal>> listener, String message) {
        return listener.apply(message).stream()
                .map(signal -> signal.kind().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> expected(Row row) {
        JsonNode list = row.node("expected");
        Set<String> kinds = new TreeSet<>();
        if (list.isArray()) {
            list.forEach(kind -> kinds.add(kind(kind.asText())));
        } else if (list.isTextual()) {
            Arrays.stream(list.asText().split("[,;|]")).forEach(kind -> kinds.add(kind(kind)));
        } else {
            throw new BadInput(row.where() + ": field expected is no list");
        }
        kinds.removeAll(Set.of("", "NONE"));
        return kinds;
    }

    /** {@code self-harm} and {@code SELF_HARM} are one. */
    private static String kind(String written) {
        return written.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    }
}
