package io.openteller.platform.knowledge.internal;

import io.openteller.platform.knowledge.internal.WordBook.Label;
import io.openteller.platform.reading.ReadDocument;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Suggests how to file a document, from what the bank has filed before. Anybody may decide otherwise. */
@Singleton
class Suggester {

    /** The category of what nobody has filed. */
    static final String UNFILED = "general";

    private static final int BANKS_AT_HAND = 8;

    private final TenantDatabase database;
    private final VersionSql versions;
    private final Map<UUID, WordBook> books = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, WordBook> eldest) {
            return size() > BANKS_AT_HAND;
        }
    });

    Suggester(TenantDatabase database, VersionSql versions) {
        this.database = database;
        this.versions = versions;
    }

    /** @param category null if the bank has filed nothing that is near enough */
    record Filing(@Nullable String category, List<String> tags) {}

    /** For a document that may be new. */
    Filing of(String slug, ReadDocument read) {
        return filed(slug, Terms.of(read.language(), read.title(), read.sections()));
    }

    Filing of(DocumentRow document, VersionFacts latest) {
        return filed(
                document.slug(),
                database.inTransaction(sql -> terms(sql, latest.document(), latest.version(), latest.language())));
    }

    private Filing filed(String slug, Map<String, Integer> terms) {
        WordBook book = books.computeIfAbsent(CurrentTenant.get().id(), id -> new WordBook());
        synchronized (book) {
            database.inTransaction(sql -> {
                book.follow(versions.labels(sql), label -> terms(sql, label));
                return book;
            });
            Suggested suggested = new Suggested(book, slug, terms);
            return new Filing(suggested.category(UNFILED).orElse(null), suggested.tags());
        }
    }

    private Map<String, Integer> terms(Handle sql, Label label) {
        return versions.find(sql, label.slug(), label.version())
                .map(facts -> terms(sql, facts.document(), facts.version(), facts.language()))
                .orElse(Map.of());
    }

    private Map<String, Integer> terms(Handle sql, UUID document, int version, String language) {
        VersionText text = versions.text(sql, document, version);
        return Terms.of(language, text.title(), text.sections());
    }
}
