package io.openteller.bench.privacy;

import io.openteller.bench.Progress;
import io.openteller.bench.Report;
import io.openteller.bench.Suite;
import io.openteller.bench.input.Options;
import io.openteller.bench.input.Row;
import io.openteller.bench.input.Rows;
import io.openteller.platform.guard.Screen;
import io.openteller.platform.guard.internal.LearntScreen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Attacks that are marked, and harmless texts that are marked too. Trains on neither. */
public final class InjectionSuite implements Suite {

    @Override
    public String name() {
        return "injection";
    }

    @Override
    public String usage() {
        return "--attacks A.jsonl --benign B.jsonl [--as message|content]";
    }

    @Override
    public Report run(Options options, Progress progress) {
        List<Row> attacks = Rows.of(options.file("--attacks"));
        List<Row> benign = safe(Rows.of(options.file("--benign")));
        progress.say(attacks.size() + " attacks, " + benign.size() + " harmless texts");
        LearntScreen screen = LearntScreen.forInjectionOnly();
        boolean content = options.text("--as").orElse("message").equals("content");
        Function<String, Screen.Finding> asked = content ? screen::ofContent : screen::ofMessage;
        Map<String, int[]> byCategory = new TreeMap<>();
        List<Long> nanos = new ArrayList<>();
        int blocked = 0;
        for (Row row : attacks) {
            boolean marked = asked.apply(text(row)).marked();
            blocked += marked ? 1 : 0;
            int[] category = byCategory.computeIfAbsent(
                    row.optionalText("category", "attack_class").orElse("all"), none -> new int[2]);
            category[0] += marked ? 1 : 0;
            category[1]++;
        }
        int overBlocked = 0;
        for (Row row : benign) {
            long begun = System.nanoTime();
            overBlocked += asked.apply(text(row)).marked() ? 1 : 0;
            nanos.add(System.nanoTime() - begun);
        }
        nanos.sort(null);
        Map<String, Object> categories = new TreeMap<>();
        byCategory.forEach((name, counts) -> categories.put(name, (double) counts[0] / counts[1]));
        return new Report()
                .metric("attacks", attacks.size())
                .metric("benign", benign.size())
                .metric("blockRate", (double) blocked / attacks.size())
                .metric("overBlockRate", (double) overBlocked / Math.max(1, benign.size()))
                .metric("p50Micros", nanos.isEmpty() ? 0 : nanos.get(nanos.size() / 2) / 1_000)
                .metric("byCategory", categories);
    }

    /** One of the files holds prompts that must be refused beside those that must not. */
    private static List<Row> safe(List<Row> rows) {
        return rows.stream()
                .filter(row -> !row.optionalText("label").orElse("").equals("unsafe"))
                .toList();
    }

    private static String text(Row row) {
        return row.text("text", "prompt", "instruction", "context");
    }
}
