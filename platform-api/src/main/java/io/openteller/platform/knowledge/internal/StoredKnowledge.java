package io.openteller.platform.knowledge.internal;

import io.openteller.platform.knowledge.DocumentInfo;
import io.openteller.platform.knowledge.DocumentVersion;
import io.openteller.platform.knowledge.Edition;
import io.openteller.platform.knowledge.Knowledge;
import io.openteller.platform.reading.ReadDocument.Section;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Documents in PostgreSQL. */
@Singleton
class StoredKnowledge implements Knowledge {

    private static final History NONE = new History(List.of());

    private final TenantDatabase database;
    private final DocumentSql documents;
    private final VersionSql versions;
    private final Clock clock;

    StoredKnowledge(TenantDatabase database, DocumentSql documents, VersionSql versions, Clock clock) {
        this.database = database;
        this.documents = documents;
        this.versions = versions;
        this.clock = clock;
    }

    @Override
    public List<DocumentInfo> list() {
        Instant now = clock.instant();
        return database.inTransaction(sql -> {
            Map<UUID, History> histories = versions.histories(sql);
            return documents.all(sql).stream()
                    .filter(document -> histories.containsKey(document.id()))
                    .map(document -> info(document, Objects.requireNonNull(histories.get(document.id())), now))
                    .toList();
        });
    }

    @Override
    public Optional<DocumentInfo> find(String slug) {
        Instant now = clock.instant();
        return database.inTransaction(sql -> documents
                .find(sql, slug)
                .map(document -> info(document, versions.history(sql, document.id()), now)));
    }

    @Override
    public List<Edition> editions() {
        return database.inTransaction(sql -> {
            Map<UUID, History> histories = versions.histories(sql);
            Map<VersionSql.Key, List<Section>> sections = versions.approved(sql);
            List<Edition> editions = new ArrayList<>();
            for (DocumentRow document : documents.all(sql)) {
                editions.addAll(editions(document, histories.getOrDefault(document.id(), NONE), sections));
            }
            editions.sort(Comparator.comparing(Edition::slug).thenComparing(Edition::version));
            return List.copyOf(editions);
        });
    }

    @Override
    public Optional<DocumentVersion> version(String slug, int version) {
        Instant now = clock.instant();
        return database.inTransaction(sql -> documents.find(sql, slug).flatMap(document -> {
            History history = versions.history(sql, document.id());
            return history.version(version)
                    .map(facts -> version(history, facts, versions.text(sql, document.id(), version), now));
        }));
    }

    @Override
    public List<DocumentVersion> versions(String slug) {
        return database.inTransaction(sql -> documents
                .find(sql, slug)
                .map(document -> versions(sql, document))
                .orElse(List.of()));
    }

    private List<DocumentVersion> versions(Handle sql, DocumentRow document) {
        Instant now = clock.instant();
        History history = versions.history(sql, document.id());
        Map<Integer, VersionText> texts = versions.texts(sql, document.id());
        return history.versions().stream()
                .map(facts -> version(history, facts, Objects.requireNonNull(texts.get(facts.version())), now))
                .toList();
    }

    private static List<Edition> editions(
            DocumentRow document, History history, Map<VersionSql.Key, List<Section>> sections) {
        List<Edition> editions = new ArrayList<>();
        for (VersionFacts facts : history.versions()) {
            history.interval(facts.version())
                    .map(when -> new Edition(
                            document.slug(),
                            facts.version(),
                            facts.title(),
                            document.category(),
                            facts.language(),
                            facts.appliesTo(),
                            sections.getOrDefault(new VersionSql.Key(document.id(), facts.version()), List.of()),
                            when.from(),
                            when.until()))
                    .ifPresent(editions::add);
        }
        return editions;
    }

    private static DocumentInfo info(DocumentRow document, History history, Instant now) {
        VersionFacts latest = history.latest();
        return new DocumentInfo(
                document.slug(),
                document.title(),
                document.category(),
                document.tags(),
                document.language(),
                latest.format(),
                document.owner(),
                document.reviewDue(),
                document.appliesTo(),
                document.archived(),
                history.inForceAt(now)
                        .flatMap(one -> history.interval(one.version())
                                .map(when -> new DocumentInfo.InForce(one.version(), when.from(), when.until())))
                        .orElse(null),
                new DocumentInfo.Latest(latest.version(), history.standing(latest, now), latest.at(), latest.by()),
                latest.passages(),
                document.updatedAt(),
                document.updatedBy());
    }

    private static DocumentVersion version(History history, VersionFacts facts, VersionText text, Instant now) {
        Optional<Interval> when = history.interval(facts.version());
        return new DocumentVersion(
                facts.slug(),
                facts.version(),
                history.standing(facts, now),
                facts.title(),
                facts.language(),
                text.markdown(),
                text.sections(),
                facts.at(),
                facts.by(),
                when.map(Interval::from).orElse(null),
                when.map(Interval::until).orElse(null));
    }
}
