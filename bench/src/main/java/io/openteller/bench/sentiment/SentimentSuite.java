package io.openteller.bench.sentiment;

import io.openteller.bench.Progress;
import io.openteller.bench.Report;
import io.openteller.bench.Suite;
import io.openteller.bench.input.Options;
import io.openteller.bench.input.Row;
import io.openteller.bench.input.Rows;
import java.util.List;

public final class SentimentSuite implements Suite {

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
        return new Report().metric("rows", rows.size());
    }
}
