package io.openteller.platform.retrieval.internal;

import io.openteller.platform.embedding.Embeddings;
import io.openteller.platform.knowledge.Edition;
import io.openteller.platform.knowledge.Knowledge;
import io.openteller.platform.release.Releases;
import io.openteller.platform.retrieval.Passage;
import io.openteller.platform.retrieval.Query;
import io.openteller.platform.retrieval.Retrieval;
import io.openteller.platform.tenancy.CurrentTenant;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** An index per tenant, made again when the tenant's release has moved on. */
@Singleton
class TenantIndexes implements Retrieval {

    private final Knowledge knowledge;
    private final Releases releases;
    private final Embeddings embeddings;
    private final Clock clock;
    private final Map<UUID, Built> indexes = new ConcurrentHashMap<>();
    private final Map<UUID, Meanings> meanings = new ConcurrentHashMap<>();

    TenantIndexes(Knowledge knowledge, Releases releases, Embeddings embeddings, Clock clock) {
        this.knowledge = knowledge;
        this.releases = releases;
        this.embeddings = embeddings;
        this.clock = clock;
    }

    /** @param release the tenant's release that it was built from */
    private record Built(long release, PassageIndex index) {}

    @Override
    public List<Passage> search(Query query, int limit) {
        return current().search(query.words(), limit);
    }

    /** Another replica's change is seen by its release number; the index follows before the next answer. */
    private PassageIndex current() {
        UUID tenant = CurrentTenant.get().id();
        long release = releases.current();
        Built built = indexes.compute(tenant, (id, old) -> old != null && old.release() == release ? old : build(release));
        return Objects.requireNonNull(built).index();
    }

    private Built build(long release) {
        Meanings known = meanings.computeIfAbsent(CurrentTenant.get().id(), id -> new Meanings(embeddings));
        return new Built(release, new PassageIndex(known.of(inForce()), embeddings));
    }

    private List<Edition> inForce() {
        Instant now = clock.instant();
        return knowledge.editions().stream()
                .filter(edition -> edition.inForceAt(now))
                .toList();
    }
}
