package io.openteller.platform.knowledge.internal;

import io.openteller.platform.audit.Audit;
import io.openteller.platform.embedding.Embeddings;
import io.openteller.platform.knowledge.DocumentInfo;
import io.openteller.platform.knowledge.DocumentVersion;
import io.openteller.platform.knowledge.Knowledge;
import io.openteller.platform.knowledge.NewDocument;
import io.openteller.platform.knowledge.Passage;
import io.openteller.platform.knowledge.ReadDocument;
import io.openteller.platform.release.Releases;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Documents in PostgreSQL, found through an index per tenant that is rebuilt when the tenant's release has moved on. */
@Singleton
class IndexedKnowledge implements Knowledge {

    private final TenantDatabase database;
    private final DocumentReader reader;
    private final DocumentSql documents;
    private final Releases releases;
    private final Audit audit;
    private final Embeddings embeddings;
    private final Map<UUID, Built> indexes = new ConcurrentHashMap<>();
    private final Map<UUID, Meanings> meanings = new ConcurrentHashMap<>();

    IndexedKnowledge(
            TenantDatabase database,
            DocumentReader reader,
            DocumentSql documents,
            Releases releases,
            Audit audit,
            Embeddings embeddings) {
        this.database = database;
        this.reader = reader;
        this.documents = documents;
        this.releases = releases;
        this.audit = audit;
        this.embeddings = embeddings;
    }

    /** @param release the tenant's release that it was built from */
    private record Built(long release, PassageIndex index) {}

    @Override
    public DocumentInfo store(NewDocument handed, String by) {
        ReadDocument read = reader.read(handed);
        return database.inTransaction(sql -> {
            Optional<DocumentInfo> before = documents.lock(sql, handed.slug());
            if (before.isPresent() && documents.same(sql, before.get(), handed)) {
                return before.get();
            }
            DocumentInfo stored = documents.put(sql, handed, read, by);
            releases.publish(
                    by,
                    "document:" + handed.slug(),
                    before.map(old -> "version " + old.version()).orElse(null),
                    "version " + stored.version());
            audit.record(sql, "document.stored", handed.slug() + "@" + stored.version());
            return stored;
        });
    }

    @Override
    public ReadDocument preview(NewDocument document) {
        return reader.read(document);
    }

    @Override
    public List<Passage> search(String question, int limit) {
        return current().search(question, limit);
    }

    @Override
    public List<DocumentInfo> list() {
        return database.inTransaction(documents::list);
    }

    @Override
    public Optional<DocumentVersion> version(String slug, int version) {
        return versions(slug).stream().filter(one -> one.version() == version).findFirst();
    }

    @Override
    public List<DocumentVersion> versions(String slug) {
        return database.inTransaction(sql -> documents.versions(sql, slug));
    }

    @Override
    public Optional<DocumentInfo> archive(String slug, boolean archived, String by) {
        return database.inTransaction(sql -> {
            Optional<DocumentInfo> before = documents.lock(sql, slug);
            if (before.isEmpty() || before.get().archived() == archived) {
                return before;
            }
            documents.archive(sql, slug, archived, by);
            releases.publish(
                    by, "document:" + slug, archived ? "published" : "archived", archived ? "archived" : "published");
            audit.record(sql, archived ? "document.archived" : "document.restored", slug);
            return documents.lock(sql, slug);
        });
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
        List<IndexedPassage> passages = known.of(database.inTransaction(documents::published));
        return new Built(release, new PassageIndex(passages, embeddings));
    }
}
