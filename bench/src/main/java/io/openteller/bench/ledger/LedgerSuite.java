package io.openteller.bench.ledger;

import io.openteller.bench.Progress;
import io.openteller.bench.Report;
import io.openteller.bench.Suite;
import io.openteller.bench.input.BadInput;
import io.openteller.bench.input.Options;
import java.time.Duration;
import java.util.Random;

/**
 * Random customers of many banks drive a real platform over HTTP through the shipped procedures, on the real sandbox, whose
 * systems go wrong at random, while the platform's process is killed again and again. When all has come to rest, what stands in
 * the sandbox's ledger is held against what customers and colleagues said yes to, and against the platform's own rows.
 */
public final class LedgerSuite implements Suite {

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public String usage() {
        return "[--conversations 10000] [--kill 30s] [--seed N] [--minutes 60] [--banks N] [--together 32]";
    }

    @Override
    public Report run(Options options, Progress progress) {
        int conversations = options.count("--conversations", 10_000);
        // So many that one customer's few codes and limits do not end most of the conversations before they change anything.
        int banks = options.count("--banks", Math.clamp(conversations / 150, 2, 66));
        long seed = options.text("--seed").isPresent()
                ? options.count("--seed", 1)
                : new Random().nextInt(999_999_999);
        progress.say("seed " + seed);
        Trial.Plan plan = new Trial.Plan(
                conversations,
                banks,
                options.count("--together", 32),
                kill(options),
                Duration.ofMinutes(options.count("--minutes", 60)),
                seed,
                "io.openteller.platform.Platform",
                // A process that lives for half a minute has no use for the best code, and its machine none for making it.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC");
        return Findings.report(Trial.run(plan, progress));
    }

    private static Duration kill(Options options) {
        String given = options.text("--kill").orElse("30s");
        if (!given.matches("[1-9][0-9]{0,3}s")) {
            throw new BadInput("--kill: seconds such as 30s");
        }
        return Duration.ofSeconds(Long.parseLong(given.substring(0, given.length() - 1)));
    }
}
