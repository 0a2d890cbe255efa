package io.openteller.platform.knowledge.internal;

import io.openteller.platform.knowledge.Knowledge;
import io.openteller.platform.knowledge.Passage;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

@Singleton
class IndexedKnowledge implements Knowledge {

    private static final String STORE = """
            INSERT INTO document (tenant_id, id, slug, title, source) VALUES (:tenant, :id, :slug, :title, :source)
            ON CONFLICT (tenant_id, slug) DO UPDATE SET title = :title, source = :source, updated_at = now(),
                version = document.version + CASE WHEN document.source = :source AND document.title = :title THEN 0 ELSE 1 END
            RETURNING version
            """;

    private final TenantDatabase database;
    private final Map<UUID, PassageIndex> indexes = new ConcurrentHashMap<>();

    IndexedKnowledge(TenantDatabase database) {
        this.database = database;
    }

    @Override
    public int store(String slug, String title, String markdown) {
        UUID tenant = CurrentTenant.get().id();
        int version = database.inTransaction(sql -> sql.createQuery(STORE)
                .bind("tenant", tenant)
                .bind("id", UUID.randomUUID())
                .bind("slug", slug)
                .bind("title", title)
                .bind("source", markdown)
                .mapTo(Integer.class)
                .one());
        indexes.remove(tenant);
        return version;
    }

    @Override
    public List<Passage> search(String question, int limit) {
        return indexes.computeIfAbsent(CurrentTenant.get().id(), tenant -> new PassageIndex(documents()))
                .search(question, limit);
    }

    private List<StoredDocument> documents() {
        return database.inTransaction(
                sql -> sql.createQuery("SELECT slug, version, title, source FROM document ORDER BY slug")
                        .map((row, context) -> new StoredDocument(
                                row.getString("slug"),
                                row.getInt("version"),
                                row.getString("title"),
                                row.getString("source")))
                        .list());
    }
}
