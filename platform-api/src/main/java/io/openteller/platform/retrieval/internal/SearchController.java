package io.openteller.platform.retrieval.internal;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.knowledge.AppliesTo;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.retrieval.Passage;
import io.openteller.platform.retrieval.Query;
import io.openteller.platform.retrieval.Query.Mode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the assistant would find for a question. */
@Controller("/api/v1/documents/search")
@ExecuteOn(TaskExecutors.BLOCKING)
class SearchController {

    private static final int RESULTS = 10;

    private final TenantIndexes indexes;

    SearchController(TenantIndexes indexes) {
        this.indexes = indexes;
    }

    @Serdeable
    record FoundItems(List<Item> items) {}

    @Serdeable
    record Item(
            String slug,
            String title,
            int version,
            int position,
            String heading,
            String text,
            String place,
            boolean pair,
            double score,
            double coverage,
            double similarity,
            @Nullable Integer rankByWords,
            @Nullable Integer rankByMeaning) {

        static Item of(Finder.Found found) {
            Passage passage = found.passage();
            return new Item(
                    passage.slug(),
                    passage.title(),
                    passage.version(),
                    passage.position(),
                    passage.heading(),
                    passage.text(),
                    passage.place(),
                    passage.pair(),
                    passage.score(),
                    passage.coverage(),
                    passage.similarity(),
                    found.byWords(),
                    found.byMeaning());
        }
    }

    /**
     * @param at the moment whose documents count, ISO-8601; now if missing
     * @param mode hybrid, bm25 or vector; hybrid if missing
     */
    @Get
    @Allowed(Permission.KNOWLEDGE_READ)
    FoundItems search(
            @QueryValue(defaultValue = "") String q,
            @Nullable @QueryValue String at,
            @QueryValue(defaultValue = "hybrid") String mode) {
        Query query = new Query(q, AppliesTo.ALL, moment(at)).by(mode(mode));
        return new FoundItems(
                indexes.look(query, RESULTS).stream().map(Item::of).toList());
    }

    private static @Nullable Instant moment(@Nullable String at) {
        try {
            return at == null || at.isBlank() ? null : Instant.parse(at);
        } catch (DateTimeParseException unreadable) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "at is a moment such as 2026-03-03T00:00:00Z");
        }
    }

    private static Mode mode(String name) {
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() ->
                        new ProblemException(ErrorCode.MALFORMED_REQUEST, "mode is hybrid, bm25 or vector"));
    }
}
