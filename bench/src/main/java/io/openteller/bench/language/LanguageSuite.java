package io.openteller.bench.language;

import io.openteller.bench.Confusion;
import io.openteller.bench.Latency;
import io.openteller.bench.Progress;
import io.openteller.bench.Report;
import io.openteller.bench.Suite;
import io.openteller.bench.input.Options;
import io.openteller.bench.input.Row;
import io.openteller.bench.input.Rows;
import io.openteller.platform.understanding.LanguageDetection;
import java.util.List;

/** Rows {@code text, lang}; the languages are BCP 47 tags. */
public final class LanguageSuite implements Suite {

    private static final int SAY_EVERY = 1000;
    private static final int MISTAKES = 25;

    @Override
    public String name() {
        return "language";
    }

    @Override
    public String usage() {
        return "--test S.jsonl";
    }

    @Override
    public Report run(Options options, Progress progress) {
        List<Row> rows = Rows.of(options.file("--test"));
        LanguageDetection detection = LanguageDetection.standard();
        Confusion confusion = new Confusion();
        Latency latency = new Latency();
        for (int i = 0; i < rows.size(); i++) {
            String text = rows.get(i).text("text");
            confusion.add(
                    rows.get(i).text("lang", "label"),
                    latency.measure(() -> detection.of(text)).code());
            if ((i + 1) % SAY_EVERY == 0) {
                progress.say((i + 1) + " of " + rows.size());
            }
        }
        return new Report()
                .metric("accuracy", confusion.accuracy())
                .metric("byLanguage", confusion.recall())
                .metric("testRows", rows.size())
                .metric("p50Micros", latency.micros(50))
                .metric("p95Micros", latency.micros(95))
                .table(confusion.mistakes(MISTAKES));
    }
}
