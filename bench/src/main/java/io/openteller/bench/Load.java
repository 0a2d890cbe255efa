package io.openteller.bench;

import io.openteller.bench.faults.FaultsSuite;
import io.openteller.bench.ingest.IngestSuite;
import io.openteller.bench.ledger.LedgerSuite;
import io.openteller.bench.plugins.PluginsSuite;
import io.openteller.bench.retrieval.RetrievalCostSuite;
import io.openteller.bench.router.RouterSuite;
import io.openteller.bench.streams.StreamsSuite;
import io.openteller.bench.turns.TurnsSuite;
import io.openteller.bench.workflow.WorkflowSuite;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code bench <suite> --option value …}: as {@link Bench}, for what the whole platform carries. */
public final class Load {

    private Load() {}

    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        List<Suite> suites = List.of(
                new IngestSuite(),
                new RetrievalCostSuite(),
                new PluginsSuite(),
                new RouterSuite(),
                new WorkflowSuite(),
                new LedgerSuite(),
                new TurnsSuite(),
                new FaultsSuite(),
                new StreamsSuite());
        System.exit(code(new Bench("bench", suites, out, err), List.of(args), err));
    }

    /** Whatever a suite has begun in other threads, servers and all, ends when it fails, too. */
    private static int code(Bench bench, List<String> arguments, PrintStream err) {
        try {
            return bench.run(arguments);
        } catch (RuntimeException failure) {
            failure.printStackTrace(err);
            return 1;
        }
    }
}
