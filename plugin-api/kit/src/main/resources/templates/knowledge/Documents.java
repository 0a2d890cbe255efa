package {{package}};

import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome;
import io.openteller.spi.knowledge.DocumentSource;
import {{package}}.{{Name}}Api.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pf4j.Extension;

/** All documents, {@code GET /pages/{cursor}}, and one of them, {@code GET /documents/{ref}}. */
@Extension
public final class {{Name}}Documents implements DocumentSource {

    private static final String FIRST = "0";

    @Override
    public Outcome<Page> list(CallContext context, @Nullable String cursor) {
        return outcome({{Name}}Api.get(context, Listed.class, "pages", cursor == null ? FIRST : cursor), Listed::page);
    }

    @Override
    public Outcome<Content> fetch(CallContext context, String ref) {
        return outcome({{Name}}Api.get(context, Document.class, "documents", ref), Document::content);
    }

    private static <T, R> Outcome<R> outcome(Reply<T> reply, Function<T, R> reading) {
        return switch (reply) {
            case Reply.Ok<T>(var body) -> Outcome.done(reading.apply(body), Instant.now());
            case Reply.Missing<T>() -> Outcome.notFound("document");
            case Reply.Refused<T>(var reason) -> Outcome.refused(reason);
            case Reply.Failed<T>(var detail, var mayHaveHappened) -> Outcome.unavailable(detail);
        };
    }

    private record Line(String ref, String title, String version, String address) {

        Entry entry() {
            return new Entry(ref, title, version, address, null);
        }
    }

    private record Listed(List<Line> documents, String next) {

        Page page() {
            return new Page(documents.stream().map(Line::entry).toList(), next.isEmpty() ? null : next);
        }
    }

    private record Document(String markdown) {

        Content content() {
            return new Content("text/markdown", markdown.getBytes(StandardCharsets.UTF_8));
        }
    }
}
