package io.openteller.platform.retrieval.internal;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.retrieval.Passage;
import io.openteller.platform.retrieval.Query;
import io.openteller.platform.retrieval.Retrieval;
import java.util.List;

/** What the assistant would find for a question. */
@Controller("/api/v1/documents/search")
@ExecuteOn(TaskExecutors.BLOCKING)
class SearchController {

    private static final int RESULTS = 10;

    private final Retrieval retrieval;

    SearchController(Retrieval retrieval) {
        this.retrieval = retrieval;
    }

    @Serdeable
    record FoundItems(List<Found> items) {}

    @Serdeable
    record Found(
            String slug,
            String title,
            int version,
            String heading,
            String text,
            double score,
            double coverage,
            double similarity) {

        static Found of(Passage passage) {
            return new Found(
                    passage.slug(),
                    passage.title(),
                    passage.version(),
                    passage.heading(),
                    passage.text(),
                    passage.score(),
                    passage.coverage(),
                    passage.similarity());
        }
    }

    @Get
    @Allowed(Permission.KNOWLEDGE_READ)
    FoundItems search(@QueryValue(defaultValue = "") String q) {
        return new FoundItems(
                retrieval.search(Query.now(q), RESULTS).stream().map(Found::of).toList());
    }
}
