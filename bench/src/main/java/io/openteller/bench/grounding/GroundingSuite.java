package io.openteller.bench.grounding;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.bench.Latency;
import io.openteller.bench.Progress;
import io.openteller.bench.Report;
import io.openteller.bench.Suite;
import io.openteller.bench.input.BadInput;
import io.openteller.bench.input.Options;
import io.openteller.bench.input.Row;
import io.openteller.bench.input.Rows;
import io.openteller.platform.guard.Claim;
import io.openteller.platform.guard.Evidence;
import io.openteller.platform.guard.Guard;
import io.openteller.platform.guard.Reply;
import io.openteller.platform.guard.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Answers that their sources do not bear out and that are held back, and those that they do and that are held back too. */
public final class GroundingSuite implements Suite {

    @Override
    public String name() {
        return "grounding";
    }

    @Override
    public String usage() {
        return "--test G.jsonl [--misses M.txt]";
    }

    @Override
    public Report run(Options options, Progress progress) {
        List<Case> cases = Rows.of(options.file("--test")).stream().map(Case::of).toList();
        progress.say(cases.size() + " answers");
        Guard gate = Guard.standard();
        Latency latency = new Latency();
        List<String> misses = new ArrayList<>();
        Map<String, int[]> byKind = new TreeMap<>();
        int[] supported = new int[2];
        int[] unsupported = new int[2];
        for (Case one : cases) {
            Verdict verdict = latency.measure(() -> gate.inspectReply(Reply.of(one.answer()), one.sources()));
            boolean held = verdict instanceof Verdict.Downgrade;
            count(one.supported() ? supported : unsupported, held);
            count(byKind.computeIfAbsent(one.supported() + ":" + one.kind().replaceFirst("\\+.*", ""), none -> new int[2]), held);
            if (held == one.supported()) {
                misses.add(miss(one, verdict));
            }
        }
        options.text("--misses").ifPresent(file -> write(Path.of(file), misses));
        Report report = new Report()
                .metric("catchRate", share(unsupported))
                .metric("falseBlockRate", share(supported))
                .metric("unsupported", unsupported[1])
                .metric("supported", supported[1])
                .metric("p50Micros", latency.micros(50))
                .metric("p99Micros", latency.micros(99));
        Map<String, Object> kinds = new TreeMap<>();
        byKind.forEach((kind, counts) -> {
            String name = kind.substring(kind.indexOf(':') + 1);
            if (!name.isEmpty()) {
                kinds.put((kind.startsWith("true") ? "falseBlock " : "catch ") + name, share(counts));
            }
        });
        return kinds.isEmpty() ? report : report.metric("byKind", kinds);
    }

    private static void count(int[] counts, boolean held) {
        counts[0] += held ? 1 : 0;
        counts[1]++;
    }

    /** Nothing to catch is nothing missed. */
    private static double share(int[] counts) {
        return counts[1] == 0 ? 0 : (double) counts[0] / counts[1];
    }

    private static String miss(Case one, Verdict verdict) {
        List<String> reasons = verdict.unsupported().stream().map(GroundingSuite::shown).toList();
        return (one.supported() ? "BLOCKED " : "MISSED ") + one.kind() + ": " + one.answer() + "\n    " + reasons;
    }

    private static String shown(Claim claim) {
        return claim.kind() + " “" + claim.text() + "” " + claim.reason();
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.write(file, lines);
        } catch (IOException failure) {
            throw new BadInput("--misses: " + file + " cannot be written");
        }
    }

    /** @param kind empty if the row has none */
    private record Case(String answer, List<Evidence> sources, boolean supported, String kind) {

        static Case of(Row row) {
            JsonNode listed = row.node("sources");
            if (!listed.isArray()) {
                throw new BadInput(row.where() + ": sources is no list");
            }
            List<Evidence> sources = new ArrayList<>();
            listed.forEach(source -> sources.add(evidence(row, source)));
            String supported = row.text("supported");
            if (!supported.matches("true|false|1|0")) {
                throw new BadInput(row.where() + ": supported is neither true nor false");
            }
            return new Case(row.text("answer"), sources, supported.matches("true|1"), row.optionalText("kind").orElse(""));
        }

        private static Evidence evidence(Row row, JsonNode source) {
            if (source.isTextual()) {
                return Evidence.passage("", "", source.asText());
            }
            JsonNode text = source.hasNonNull("text") ? source.get("text") : source.get("content");
            if (text == null || !text.isTextual()) {
                throw new BadInput(row.where() + ": a source is neither a text nor has one");
            }
            return Evidence.passage(source.path("title").asText(""), source.path("heading").asText(""), text.asText());
        }
    }
}
