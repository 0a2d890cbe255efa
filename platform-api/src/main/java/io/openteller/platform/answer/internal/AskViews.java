package io.openteller.platform.answer.internal;

import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.answer.Composed;
import io.openteller.platform.answer.Confidence;
import io.openteller.platform.guard.Claim;
import io.openteller.platform.retrieval.Passage;
import io.openteller.platform.tenancy.CurrentTenant;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What asking gives back. */
final class AskViews {

    private AskViews() {}

    /** @param at the moment whose documents count; now if missing. @param language of the reply; detected if missing */
    @Serdeable
    record Ask(
            @Nullable String question,
            @Nullable List<String> earlier,
            @Nullable Instant at,
            @Nullable String language,
            @Nullable String segment,
            @Nullable String product,
            @Nullable String jurisdiction) {}

    /** @param kind ANSWERED, CLARIFY, NOT_KNOWN, CONFLICT, or HELD when the gate kept the answer back */
    @Serdeable
    record Asked(
            String kind,
            @Nullable String text,
            List<SentenceView> sentences,
            @Nullable List<String> options,
            Sure confidence,
            List<Considered> considered,
            Gate gate,
            RouteView route,
            long millis) {}

    @Serdeable
    record SentenceView(String text, List<CitationView> citations) {

        static SentenceView of(Composed.Sentence sentence) {
            return new SentenceView(
                    sentence.text(), sentence.from().stream().map(CitationView::of).toList());
        }
    }

    @Serdeable
    record CitationView(String slug, int version, String title, String heading, String place, String url) {

        static CitationView of(Passage passage) {
            return new CitationView(
                    passage.slug(),
                    passage.version(),
                    passage.title(),
                    passage.heading(),
                    passage.place(),
                    "/help/" + CurrentTenant.get().slug().value() + "/" + passage.slug() + "/" + passage.version());
        }
    }

    @Serdeable
    record Sure(double value, List<PartView> parts) {

        static Sure of(Confidence confidence) {
            return new Sure(
                    confidence.value(),
                    confidence.parts().stream()
                            .map(part -> new PartView(part.name(), part.value()))
                            .toList());
        }
    }

    @Serdeable
    record PartView(String name, double value) {}

    @Serdeable
    record Considered(
            String slug,
            String title,
            int version,
            String heading,
            String place,
            String text,
            double score,
            double coverage,
            double similarity,
            boolean cited) {

        static Considered of(Passage passage, List<Passage> cited) {
            return new Considered(
                    passage.slug(),
                    passage.title(),
                    passage.version(),
                    passage.heading(),
                    passage.place(),
                    passage.text(),
                    passage.score(),
                    passage.coverage(),
                    passage.similarity(),
                    cited.contains(passage));
        }
    }

    /** @param outcome PASS, HELD, or SKIPPED where there was nothing to look at */
    @Serdeable
    record Gate(String outcome, List<ClaimView> claims) {

        static final Gate SKIPPED = new Gate("SKIPPED", List.of());
    }

    @Serdeable
    record ClaimView(String text, String kind, boolean supported, int start, int end, @Nullable String reason) {

        static ClaimView of(Claim claim) {
            return new ClaimView(
                    claim.text(), claim.kind().name(), claim.supported(), claim.start(), claim.end(), claim.reason());
        }
    }

    /** @param name CONTAIN, CLARIFY, REFUSE, ASSIST or ESCALATE, as a customer's turn would end */
    @Serdeable
    record RouteView(String name, String rule, @Nullable String reason) {}
}
