package io.openteller.platform.knowledge.internal;

import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.knowledge.AppliesTo;
import io.openteller.platform.knowledge.DocumentInfo;
import io.openteller.platform.knowledge.Standing;
import io.openteller.platform.reading.ReadDocument.Format;
import io.openteller.platform.reading.ReadDocument.Section;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Documents in the list, as the API shows them. */
final class DocumentViews {

    private DocumentViews() {}

    @Serdeable
    record Library(List<Row> items, List<Count> categories, List<Count> tags) {}

    @Serdeable
    record Count(String name, long count) {

        static List<Count> of(Collection<Row> rows, Function<Row, Collection<String>> names) {
            Map<String, Long> counted = rows.stream()
                    .flatMap(row -> names.apply(row).stream())
                    .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
            return counted.entrySet().stream()
                    .map(one -> new Count(one.getKey(), one.getValue()))
                    .toList();
        }
    }

    /** @param passages how many pieces of the newest version can be cited */
    @Serdeable
    record Row(
            String slug,
            String title,
            String category,
            List<String> tags,
            String language,
            Format format,
            @Nullable String owner,
            @Nullable LocalDate reviewDue,
            Scope appliesTo,
            boolean archived,
            @Nullable InForce effective,
            Latest latest,
            int passages,
            Instant updatedAt,
            String updatedBy) {

        static Row of(DocumentInfo info) {
            DocumentInfo.InForce effective = info.effective();
            DocumentInfo.Latest latest = info.latest();
            return new Row(
                    info.slug(),
                    info.title(),
                    info.category(),
                    info.tags(),
                    info.language(),
                    info.format(),
                    info.owner(),
                    info.reviewDue(),
                    Scope.of(info.appliesTo()),
                    info.archived(),
                    effective == null ? null : new InForce(effective.version(), effective.from(), effective.until()),
                    new Latest(latest.version(), latest.standing(), latest.at(), latest.by()),
                    info.passages(),
                    info.updatedAt(),
                    info.updatedBy());
        }
    }

    @Serdeable
    record InForce(int version, Instant from, @Nullable Instant until) {}

    @Serdeable
    record Latest(int version, Standing standing, Instant at, String by) {}

    /** Whatever is empty or left out stands for all. */
    @Serdeable
    record Scope(
            @Nullable Set<String> products,
            @Nullable Set<String> segments,
            @Nullable Set<String> jurisdictions) {

        static Scope of(AppliesTo appliesTo) {
            return new Scope(
                    new TreeSet<>(appliesTo.products()),
                    new TreeSet<>(appliesTo.segments()),
                    new TreeSet<>(appliesTo.jurisdictions()));
        }

        AppliesTo appliesTo() {
            return new AppliesTo(orNone(products), orNone(segments), orNone(jurisdictions));
        }

        private static Set<String> orNone(@Nullable Set<String> said) {
            return said == null ? Set.of() : said;
        }
    }

    @Serdeable
    record Preview(String title, String language, Format format, List<Section> passages) {}
}
