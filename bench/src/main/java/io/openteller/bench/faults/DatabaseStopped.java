package io.openteller.bench.faults;

import io.openteller.bench.processes.PlatformProcess;
import java.time.Duration;
import java.util.List;

/** PostgreSQL stops immediately, without writing anything out, and is back after ten seconds. */
final class DatabaseStopped extends Scenario {

    private static final Duration AWAY = Duration.ofSeconds(10);

    /** A node writes every two seconds to find out: time for two tries, and a second for a busy machine. */
    private static final Duration READY_WITHIN = Duration.ofSeconds(5);

    DatabaseStopped() {
        super(
                "database-stopped",
                "While the database is away nothing is acknowledged and nodes say that they are not ready; then they go on by"
                        + " themselves, and all that was acknowledged before is answered once.",
                "a message counts as taken though storing it failed");
    }

    @Override
    boolean isQuick() {
        return true;
    }

    @Override
    void run(Ground ground, Findings findings) throws InterruptedException {
        Talk talk = Talk.begin(ground, List.of(ground.toFirst(), ground.toSecond()));
        Thread.sleep(5_000);
        ground.machine().stopPostgresImmediately();
        long stopped = System.nanoTime();
        try {
            Thread.sleep(4_000);
            for (PlatformProcess node : ground.nodes()) {
                findings.hold(!node.isReady(), "a node says that it is ready without its database");
            }
            Thread.sleep(Math.max(0, AWAY.toMillis() - (System.nanoTime() - stopped) / 1_000_000));
        } finally {
            ground.machine().startPostgres();
        }
        long back = System.nanoTime();
        Duration first = Probe.answered(ground, ground.toFirst(), Duration.ofSeconds(30));
        Duration second = Probe.answered(ground, ground.toSecond(), Duration.ofSeconds(30));
        findings.recovered("database back, first node answers", first);
        findings.recovered(
                "database back, both answer", second == null ? null : Duration.ofNanos(System.nanoTime() - back));
        findings.recovered(
                "database back, both say that they are ready",
                areReady(ground) ? Duration.ofNanos(System.nanoTime() - back) : null);
        Thread.sleep(3_000);
        findings.hold(talk.end() > 0, "nobody was answered at all");
    }

    /** It may answer before it has found out. */
    private static boolean areReady(Ground ground) throws InterruptedException {
        long end = System.nanoTime() + READY_WITHIN.toNanos();
        for (PlatformProcess node : ground.nodes()) {
            while (!node.isReady()) {
                if (System.nanoTime() > end) {
                    return false;
                }
                Thread.sleep(50);
            }
        }
        return true;
    }
}
