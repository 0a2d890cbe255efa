package io.openteller.platform.knowledge.internal;

import io.openteller.platform.audit.Audit;
import io.openteller.platform.knowledge.DocumentInfo;
import io.openteller.platform.knowledge.DocumentVersion;
import io.openteller.platform.knowledge.Edition;
import io.openteller.platform.knowledge.Knowledge;
import io.openteller.platform.knowledge.NewDocument;
import io.openteller.platform.reading.DocumentReader;
import io.openteller.platform.reading.ReadDocument;
import io.openteller.platform.release.Releases;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Documents in PostgreSQL. */
@Singleton
class StoredKnowledge implements Knowledge {

    private final TenantDatabase database;
    private final DocumentReader reader;
    private final DocumentSql documents;
    private final Releases releases;
    private final Audit audit;

    StoredKnowledge(
            TenantDatabase database,
            DocumentReader reader,
            DocumentSql documents,
            Releases releases,
            Audit audit) {
        this.database = database;
        this.reader = reader;
        this.documents = documents;
        this.releases = releases;
        this.audit = audit;
    }

    @Override
    public DocumentInfo store(NewDocument handed, String by) {
        ReadDocument read = reader.read(handed.file());
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
    public List<Edition> editions() {
        return database.inTransaction(documents::editions);
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
}
