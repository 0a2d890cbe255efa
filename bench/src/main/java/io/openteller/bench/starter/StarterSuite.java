package io.openteller.bench.starter;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.bench.Confusion;
import io.openteller.bench.Latency;
import io.openteller.bench.Progress;
import io.openteller.bench.Report;
import io.openteller.bench.Suite;
import io.openteller.bench.Table;
import io.openteller.bench.input.BadInput;
import io.openteller.bench.input.Labelled;
import io.openteller.bench.input.Options;
import io.openteller.bench.input.Rows;
import io.openteller.platform.embedding.SentenceVectors;
import io.openteller.platform.understanding.IntentGuess.Tier;
import io.openteller.platform.understanding.MessageTier;
import io.openteller.platform.understanding.Reading;
import io.openteller.platform.understanding.Understanding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Whether messages of labelled intents get the right tier from the shipped intents and signals, by everything that a reading
 * tells: language, intent, mood and signals. Nothing is trained on the file.
 */
public final class StarterSuite implements Suite {

    private static final int SHOWN = 20;

    @Override
    public String name() {
        return "starter";
    }

    @Override
    public String usage() {
        return "--test S.csv --tiers map.json";
    }

    @Override
    public Report run(Options options, Progress progress) {
        Path map = options.file("--tiers");
        Map<String, Tier> tiers = tiers(map, Rows.object(map));
        List<Labelled> test = Labelled.of(options.file("--test")).stream()
                .filter(row -> tiers.containsKey(row.label()))
                .toList();
        if (test.isEmpty()) {
            throw new BadInput("--tiers: names no label of the test file");
        }
        Understanding understanding = Understanding.standard(SentenceVectors.local());
        progress.say("starter intents trained");
        test.stream().limit(100).forEach(row -> understanding.read(row.text()));

        Confusion confusion = new Confusion();
        Latency latency = new Latency();
        List<List<String>> missed = new ArrayList<>();
        Map<String, Confusion> labels = new TreeMap<>();
        for (Labelled row : test) {
            String expected = Objects.requireNonNull(tiers.get(row.label())).name();
            Reading reading = latency.measure(() -> understanding.read(row.text()));
            String found = MessageTier.of(reading).name();
            confusion.add(expected, found);
            labels.computeIfAbsent(row.label(), label -> new Confusion()).add(expected, found);
            if (!expected.equals(found) && missed.size() < SHOWN) {
                missed.add(List.of(row.label(), found, reading.intent().name(), row.text()));
            }
        }
        Map<String, Double> byLabel = new TreeMap<>();
        labels.forEach((label, counts) -> byLabel.put(label, counts.accuracy()));
        return new Report()
                .metric("accuracy", confusion.accuracy())
                .metric("recall", confusion.recall())
                .metric("byLabel", byLabel)
                .metric("testRows", test.size())
                .metric("readP50Micros", latency.micros(50))
                .metric("readP95Micros", latency.micros(95))
                .table(confusion.mistakes(SHOWN))
                .table(new Table(List.of("label", "tier found", "intent found", "some that went wrong"), missed));
    }

    private static Map<String, Tier> tiers(Path file, JsonNode map) {
        Map<String, Tier> tiers = new HashMap<>();
        map.properties().forEach(entry -> {
            String name = entry.getValue().asText();
            tiers.put(
                    entry.getKey(),
                    Arrays.stream(Tier.values())
                            .filter(tier -> tier.name().equals(name))
                            .findFirst()
                            .orElseThrow(() -> new BadInput(file + ": '" + name + "' is no tier; there are A, B and C")));
        });
        return tiers;
    }
}
