package io.openteller.bench.turns;

import io.openteller.bench.Report;
import io.openteller.bench.Table;
import io.openteller.bench.patrons.Tally;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/** One page that needs nothing else: figures, turns second by second, how long answers took, where time went. */
final class HtmlReport {

    private static final int WIDTH = 860;
    private static final int HEIGHT = 180;
    private static final String STYLE = """
            :root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:960px;margin:2rem auto;padding:0 1rem}
            table{border-collapse:collapse;margin:.5rem 0 1.5rem}td,th{padding:.2rem .8rem .2rem 0;text-align:left}td+td{text-align:right;font-variant-numeric:tabular-nums}
            svg{width:100%;height:auto}.line{fill:none;stroke:#2563eb;stroke-width:1.5}.axis{stroke:currentColor;opacity:.3}text{font-size:11px;fill:currentColor}
            .flame{position:relative;font:11px/16px monospace;overflow:hidden}.flame div{position:absolute;height:15px;overflow:hidden;white-space:nowrap;background:#f59e0b55;border-radius:2px;padding-left:2px;box-sizing:border-box}""";

    private final Run.Outcome outcome;
    private final Report report;

    HtmlReport(Run.Outcome outcome, Report report) {
        this.outcome = outcome;
        this.report = report;
    }

    /** @return the file */
    Path write() {
        String flames = outcome.recordings().stream().map(FlameGraph::of).collect(Collectors.joining("\n"));
        String page = """
                <!doctype html><html lang="en"><meta charset="utf-8"><title>Turns</title><style>%s</style>
                <h1>Turns</h1><h2>Turns of each second</h2>%s<h2>How long customers wait for an answer</h2>%s<h2>What left the platforms</h2>%s<h2>Figures</h2>%s%s</html>
                """.formatted(STYLE, seconds(), waits(outcome.tally().answer()), table(outcome.canaries().table()), figures(report.metrics()), flames);
        try {
            Files.createDirectories(outcome.plan().reports());
            Path file = outcome.plan().reports()
                    .resolve("turns-" + LocalDateTime.now(ZoneId.systemDefault()).format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")) + ".html");
            return Files.writeString(file, page);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String seconds() {
        List<Long> values = outcome.series().perSecond();
        long most = values.stream().mapToLong(Long::longValue).max().orElse(1);
        return chart(values.stream().map(Long::doubleValue).toList(), Math.max(1, most), most + " a second", values.size() + " s");
    }

    /** Percentile on the way across, up to 99.99; milliseconds upwards, each line ten times the one below. */
    private static String waits(Histogram times) {
        if (times.getTotalCount() == 0) {
            return "<p>Nothing was answered.</p>";
        }
        List<Double> millis = IntStream.rangeClosed(0, 400)
                .mapToObj(i -> 100 * (1 - Math.pow(10, -i / 100.0)))
                .map(percent -> Math.log10(Math.max(1, Tally.millis(times, percent))))
                .toList();
        return chart(millis, 4, "10 s", "99.99 % (0, 90, 99, 99.9 are as far apart)");
    }

    private static String chart(List<Double> values, double most, String top, String right) {
        int count = Math.max(2, values.size());
        String points = IntStream.range(0, values.size())
                .mapToObj(i -> String.format(
                        Locale.ROOT, "%.1f,%.1f", i * (double) WIDTH / (count - 1), HEIGHT - values.get(i) / most * HEIGHT))
                .collect(Collectors.joining(" "));
        return """
                <svg viewBox="0 -14 %1$d %2$d" role="img" aria-label="%5$s to %6$s"><line class="axis" x1="0" x2="%1$d" y1="%3$d" y2="%3$d"/>
                <line class="axis" x1="0" x2="%1$d" y1="0" y2="0"/><polyline class="line" points="%4$s"/>
                <text x="0" y="-3">%5$s</text><text x="%1$d" y="%7$d" text-anchor="end">%6$s</text></svg>
                """.formatted(WIDTH, HEIGHT + 34, HEIGHT, points, top, right, HEIGHT + 14);
    }

    private static String table(Table table) {
        String rows = table.rows().stream()
                .map(row -> row.stream().collect(Collectors.joining("</td><td>", "<tr><td>", "</td></tr>")))
                .collect(Collectors.joining());
        return "<table><tr><th>" + String.join("</th><th>", table.heading()) + "</th></tr>" + rows + "</table>";
    }

    private static String figures(Map<String, Object> metrics) {
        return metrics.entrySet().stream()
                .map(one -> "<tr><td>" + one.getKey() + "</td><td>" + one.getValue() + "</td></tr>")
                .collect(Collectors.joining("", "<table>", "</table>"));
    }
}
