package io.openteller.bench.sentiment;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.bench.Confusion;
import io.openteller.bench.Progress;
import io.openteller.bench.Report;
import io.openteller.bench.Suite;
import io.openteller.bench.input.Options;
import io.openteller.bench.input.Row;
import io.openteller.bench.input.Rows;
import io.openteller.platform.understanding.Mood;
import io.openteller.platform.understanding.MoodReading;
import io.openteller.platform.understanding.Moods;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Rows {@code text, label}, or {@code text, labels} with a list. Where labels are moods (calm, worried, upset) they are compared
 * with the mood heard; any others with whether frustration is heard, which is what decides on a person. A message may come with
 * {@code earlier}, a list of the customer's messages before it.
 */
public final class SentimentSuite implements Suite {

    private static final Set<String> MOODS = Set.of("calm", "worried", "upset");
    private static final Set<String> FRUSTRATED = Set.of(
            "anger", "annoyance", "disappointment", "disapproval", "disgust", "angry", "annoyed", "frustrated", "frustration",
            "negative", "upset");

    /** From here frustration counts as heard. */
    private static final double HEARD = 0.3;

    @Override
    public String name() {
        return "sentiment";
    }

    @Override
    public String usage() {
        return "--test S.jsonl";
    }

    @Override
    public Report run(Options options, Progress progress) {
        List<Row> rows = Rows.of(options.file("--test"));
        boolean moods = rows.stream().allMatch(row -> MOODS.containsAll(labels(row)));
        Moods hearing = Moods.standard();
        Confusion confusion = new Confusion();
        List<Double> frustrated = new ArrayList<>();
        List<Double> others = new ArrayList<>();
        for (Row row : rows) {
            MoodReading heard = hearing.of(messages(row));
            boolean expected = labels(row).stream().anyMatch(FRUSTRATED::contains);
            (expected ? frustrated : others).add(heard.frustration());
            if (moods) {
                confusion.add(labels(row).getFirst(), heard.mood().name().toLowerCase(Locale.ROOT));
            } else {
                confusion.add(name(expected), name(heard.mood() == Mood.UPSET || heard.frustration() >= HEARD));
            }
        }
        progress.say(rows.size() + " messages heard");
        Report report = new Report()
                .metric("accuracy", confusion.accuracy())
                .metric("macroF1", confusion.macroF1())
                .metric("recall", confusion.recall())
                .metric("testRows", rows.size());
        return frustrated.isEmpty() || others.isEmpty() ? report : report.metric("auroc", auroc(frustrated, others));
    }

    private static String name(boolean frustrated) {
        return frustrated ? "frustrated" : "other";
    }

    private static List<String> messages(Row row) {
        List<String> messages = new ArrayList<>();
        JsonNode earlier = row.fields().path("earlier");
        earlier.forEach(message -> messages.add(message.asText()));
        messages.add(row.text("text"));
        return messages;
    }

    private static List<String> labels(Row row) {
        List<String> labels = new ArrayList<>();
        row.fields().path("labels").forEach(label -> labels.add(label.asText().toLowerCase(Locale.ROOT)));
        return labels.isEmpty() ? List.of(row.text("label").toLowerCase(Locale.ROOT)) : labels;
    }

    private static double auroc(List<Double> frustrated, List<Double> others) {
        double wins = 0;
        for (double one : frustrated) {
            for (double other : others) {
                wins += one > other ? 1 : one == other ? 0.5 : 0;
            }
        }
        return wins / ((double) frustrated.size() * others.size());
    }
}
