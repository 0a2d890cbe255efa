package io.openteller.bench.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.bench.Progress;
import io.openteller.bench.Report;
import io.openteller.bench.Suite;
import io.openteller.bench.input.BadInput;
import io.openteller.bench.input.Options;
import io.openteller.bench.input.Row;
import io.openteller.bench.input.Rows;
import io.openteller.platform.embedding.WordVectors;
import io.openteller.platform.guard.PersonalData;
import io.openteller.platform.guard.Span;
import io.openteller.platform.guard.internal.Recognisers;
import java.util.ArrayList;
import java.util.List;

/**
 * Personal data. A row with a {@code target_type} is a case for one recogniser: only that type counts, and all that the
 * recogniser sees. Any other row is a sentence in which everything counts, as the product would mask it.
 */
public final class PiiSuite implements Suite {

    private final PersonalData data = new Recognisers(WordVectors.local());

    @Override
    public String name() {
        return "pii";
    }

    @Override
    public String usage() {
        return "--test S.jsonl";
    }

    @Override
    public Report run(Options options, Progress progress) {
        List<Row> rows = Rows.of(options.file("--test"));
        progress.say(rows.size() + " rows");
        // The first question waits until names are learned; it must not count as slow.
        data.find("warm");
        PiiCount count = new PiiCount();
        List<Long> nanos = new ArrayList<>();
        for (Row row : rows) {
            String text = row.text("text");
            String target = row.optionalText("target_type").orElse("");
            List<Marked> expected = expected(row, text, target);
            long begun = System.nanoTime();
            List<Span> spans = target.isEmpty() ? data.find(text) : data.candidates(text);
            nanos.add(System.nanoTime() - begun);
            count.row(
                    expected,
                    kept(spans.stream().map(span -> marked(span, target)).toList(), text, target));
        }
        nanos.sort(null);
        Report report = new Report().metric("rows", rows.size());
        count.figures().forEach(report::metric);
        report.metric("p50Micros", nanos.get(nanos.size() / 2) / 1_000);
        return report.metric("byType", count.byType());
    }

    private static List<Marked> expected(Row row, String text, String target) {
        List<Marked> expected = new ArrayList<>();
        JsonNode spans = row.node("spans");
        for (JsonNode span : spans) {
            int start = span.path("start").asInt(-1);
            int end = span.path("end").asInt(-1);
            if (start < 0
                    || end <= start
                    || end > text.length()
                    || !span.path("type").isTextual()) {
                throw new BadInput(row.where() + ": a span needs start, end and type, within the text");
            }
            expected.add(new Marked(start, end, PiiKinds.of(span.get("type").asText(), target.isEmpty())));
        }
        return kept(expected, text, target);
    }

    private static Marked marked(Span span, String target) {
        return new Marked(span.start(), span.end(), PiiKinds.of(span.type(), target.isEmpty()));
    }

    private static List<Marked> kept(List<Marked> marked, String text, String target) {
        String kind = PiiKinds.of(target, false);
        return target.isEmpty()
                ? Marked.joined(marked, text)
                : marked.stream().filter(one -> one.kind().equals(kind)).toList();
    }
}
