package io.openteller.platform.retrieval.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Property;
import io.micronaut.scheduling.annotation.Scheduled;
import io.openteller.platform.embedding.Embeddings;
import io.openteller.platform.embedding.Gloss;
import io.openteller.platform.knowledge.Knowledge;
import io.openteller.platform.release.Releases;
import io.openteller.platform.retrieval.Passage;
import io.openteller.platform.retrieval.Query;
import io.openteller.platform.retrieval.Retrieval;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An index per tenant in the data folder, opened on demand and closed when idle. */
@Singleton
class TenantIndexes implements Retrieval {

    /** Changed with the model: vectors of different ones cannot be compared. */
    static final String MODEL = "all-minilm-l6-v2-q";

    private static final Logger log = LoggerFactory.getLogger(TenantIndexes.class);

    /** Most changes are a document or two: waiting a moment is better than answering without them. */
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private static final Duration FIRST = Duration.ofSeconds(60);

    private final Knowledge knowledge;
    private final Releases releases;
    private final Clock clock;
    private final Embeddings embeddings;
    private final Gloss gloss;
    private final Path folder;
    private final int most;
    private final Duration idle;
    private final Words words = new Words();
    private final Analyzers analyzers = new Analyzers(words);
    private final Finder finder;
    private final Semaphore writers = new Semaphore(2);
    private final Map<UUID, TenantIndex> indexes = new ConcurrentHashMap<>();

    TenantIndexes(
            Knowledge knowledge,
            Releases releases,
            Embeddings embeddings,
            Gloss gloss,
            Clock clock,
            MeterRegistry meters,
            @Property(name = "openteller.data") Path data,
            @Property(name = "openteller.retrieval.most-open", defaultValue = "200") int most,
            @Property(name = "openteller.retrieval.idle", defaultValue = "10m") Duration idle) {
        this.knowledge = knowledge;
        this.releases = releases;
        this.embeddings = embeddings;
        this.gloss = gloss;
        this.clock = clock;
        this.folder = data.resolve("indexes");
        this.most = most;
        this.idle = idle;
        this.finder = new Finder(words, analyzers, embeddings, gloss);
        Gauge.builder("openteller.indexes.open", this, TenantIndexes::open).register(meters);
    }

    @Override
    public List<Passage> search(Query query, int limit) {
        return look(query, limit).stream().map(Finder.Found::passage).toList();
    }

    /** The same, and how each was found. */
    List<Finder.Found> look(Query query, int limit) {
        Tenant tenant = CurrentTenant.get();
        TenantIndex index = indexes.computeIfAbsent(tenant.id(), id -> new TenantIndex(
                tenant,
                new IndexFolder(folder.resolve(id.toString()), analyzers, embeddings, gloss, MODEL),
                knowledge,
                writers));
        try {
            return find(index, query, limit);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<Finder.Found> find(TenantIndex index, Query query, int limit) throws IOException {
        Instant moment = query.at() == null ? clock.instant() : query.at();
        TenantIndex.Ready ready = index.ready(releases.current(), PATIENCE, FIRST);
        if (ready == null) {
            return List.of();
        }
        try {
            return finder.find(ready.snapshot(), ready.standings(), query, moment, limit);
        } catch (IOException | RuntimeException broken) {
            log.warn("index of {} failed in a search and is made again", CurrentTenant.get().slug().value(), broken);
            index.damaged();
        } finally {
            ready.snapshot().release();
        }
        TenantIndex.Ready again = index.ready(releases.current(), FIRST, FIRST);
        if (again == null) {
            return List.of();
        }
        try {
            return finder.find(again.snapshot(), again.standings(), query, moment, limit);
        } finally {
            again.snapshot().release();
        }
    }

    /** Those that nobody has asked for a while are closed, and the longest unused of those that are too many. */
    @Scheduled(fixedDelay = "30s")
    void closeIdle() {
        List<TenantIndex> open = indexes.values().stream()
                .filter(TenantIndex::isOpen)
                .sorted(Comparator.comparingLong(TenantIndex::usedAt))
                .toList();
        long now = System.nanoTime();
        for (int i = 0; i < open.size(); i++) {
            if (open.size() - i > most || now - open.get(i).usedAt() > idle.toNanos()) {
                open.get(i).close();
            }
        }
    }

    int open() {
        return (int) indexes.values().stream().filter(TenantIndex::isOpen).count();
    }

    @PreDestroy
    void close() {
        indexes.values().forEach(TenantIndex::close);
    }
}
