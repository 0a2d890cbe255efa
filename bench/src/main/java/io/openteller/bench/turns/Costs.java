package io.openteller.bench.turns;

import io.openteller.bench.processes.CpuTime;
import io.openteller.bench.processes.Database;
import io.openteller.bench.processes.PlatformProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What the machine has spent so far: taken before and after, the difference is the cost.
 *
 * @param cpuSeconds by kind of process: platform, database, redis, load
 * @param databaseSeconds sessions were busy with statements, waiting for disk and locks included
 * @param commits of the database
 * @param allocatedBytes by the platforms that run; what a killed one allocated nobody knows
 */
record Costs(Map<String, Double> cpuSeconds, double databaseSeconds, long commits, double allocatedBytes) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static Costs now(Database database, UUID anyBank, List<PlatformProcess> platforms) {
        Map<String, Double> cpu = new TreeMap<>();
        cpu.put("platform", platforms.stream().mapToDouble(PlatformProcess::cpuSeconds).sum());
        ProcessHandle.current().descendants().forEach(child -> {
            String command = child.info().command().orElse("");
            String kind = command.endsWith("postgres") ? "database" : command.contains("redis") ? "redis" : "";
            if (!kind.isEmpty()) {
                cpu.merge(kind, CpuTime.seconds(child), Double::sum);
            }
        });
        // Platforms that were killed are its children, and are counted with the others.
        cpu.put("load", CpuTime.alone(ProcessHandle.current()));
        try (Database.Of rows = database.of(anyBank)) {
            double[] busy = rows.all(
                            "SELECT active_time / 1000.0, xact_commit FROM pg_stat_database WHERE datname = current_database()",
                            row -> new double[] {row.getDouble(1), row.getDouble(2)})
                    .getFirst();
            return new Costs(
                    cpu, busy[0], (long) busy[1], platforms.stream().mapToDouble(Costs::allocated).sum());
        }
    }

    private static double allocated(PlatformProcess platform) {
        try {
            String text = HTTP.send(
                            HttpRequest.newBuilder(URI.create(platform.url() + "/prometheus")).build(), BodyHandlers.ofString())
                    .body();
            return text.lines()
                    .filter(line -> line.startsWith("jvm_gc_memory_allocated_bytes_total"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException away) {
            return 0;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Since {@code before}. */
    Costs since(Costs before) {
        Map<String, Double> spent = new TreeMap<>();
        cpuSeconds.forEach((kind, seconds) -> spent.put(kind, seconds - before.cpuSeconds.getOrDefault(kind, 0.0)));
        return new Costs(
                spent,
                databaseSeconds - before.databaseSeconds,
                commits - before.commits,
                allocatedBytes - before.allocatedBytes);
    }
}
