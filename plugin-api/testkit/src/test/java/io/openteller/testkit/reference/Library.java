package io.openteller.testkit.reference;

import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome;
import io.openteller.spi.knowledge.DocumentSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Five documents, two to a page. */
class Library implements DocumentSource {

    private static final int PAGE = 2;
    private static final List<Entry> ALL = IntStream.range(0, 5)
            .mapToObj(i -> new Entry("doc-" + i, "Document " + i, "v" + i, "", Instant.EPOCH))
            .toList();

    boolean outOfOrder;

    @Override
    public Outcome<Page> list(CallContext context, @Nullable String cursor) {
        if (context.setting("shelf") == null) {
            return Outcome.unavailable("the setting shelf is missing");
        }
        if (outOfOrder) {
            return Outcome.unavailable("the library is closed");
        }
        if (cursor != null && !cursor.matches("[0-4]")) {
            return Outcome.unavailable("this is no page of the library's");
        }
        return Outcome.done(page(cursor == null ? 0 : Integer.parseInt(cursor)), Instant.now());
    }

    Page page(int from) {
        int to = Math.min(ALL.size(), from + PAGE);
        return new Page(ALL.subList(from, to), to == ALL.size() ? null : String.valueOf(to));
    }

    @Override
    public Outcome<Content> fetch(CallContext context, String ref) {
        if (context.setting("shelf") == null || outOfOrder) {
            return Outcome.unavailable("the library is closed");
        }
        return ALL.stream().anyMatch(one -> one.ref().equals(ref))
                ? Outcome.done(content(ref), Instant.now())
                : Outcome.notFound("document");
    }

    Content content(String ref) {
        return new Content("text/markdown", ("# " + ref).getBytes(StandardCharsets.UTF_8));
    }
}
