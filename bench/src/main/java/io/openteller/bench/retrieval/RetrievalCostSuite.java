package io.openteller.bench.retrieval;

import io.openteller.bench.Progress;
import io.openteller.bench.Report;
import io.openteller.bench.Suite;
import io.openteller.bench.input.Options;

/** Finding passages in libraries of several sizes. */
public final class RetrievalCostSuite implements Suite {

    private static final String USUAL = "1000,10000,100000";

    @Override
    public String name() {
        return "retrieval";
    }

    @Override
    public String usage() {
        return "[--scale " + USUAL + "]";
    }

    @Override
    public Report run(Options options, Progress progress) {
        return Costs.measure(options.text("--scale").orElse(USUAL), progress);
    }
}
