package io.openteller.platform.sources.internal;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.internal.Audits;
import io.openteller.platform.coordination.Leases;
import io.openteller.platform.knowledge.internal.Documents;
import io.openteller.platform.reading.DocumentReader;
import io.openteller.platform.reading.internal.Readers;
import io.openteller.platform.sources.Receiving;
import io.openteller.platform.sources.UploadView;
import io.openteller.platform.sources.UploadView.Item;
import io.openteller.platform.sources.Uploads;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.internal.Tenancies;
import io.openteller.platform.understanding.LanguageDetection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** The real room, wired by hand. */
final class Sourcing {

    static final Actor EDITOR = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "Edith Editor");
    static final LanguageDetection LANGUAGES = LanguageDetection.standard();

    private Sourcing() {}

    static SourceLimits limits() {
        return new SourceLimits(2, 1 << 20, 4 << 20, 8 << 20, 50, 2, 100, Duration.ofSeconds(20), Duration.ofSeconds(20));
    }

    static StoredUploads uploads(SourceLimits limits) {
        return uploads(limits, Readers.all());
    }

    static StoredUploads uploads(SourceLimits limits, DocumentReader reader) {
        return uploads(limits, reader, new Leases());
    }

    static StoredUploads uploads(SourceLimits limits, DocumentReader reader, Leases leases) {
        TenantDatabase database = Tenancies.database();
        Parts parts = new Parts(database);
        return new StoredUploads(
                database,
                new SilentHints(),
                Audits.chained(),
                new TimedReader(reader, LANGUAGES, limits),
                new Unpacking(database, parts, limits),
                parts,
                drafts(),
                limits,
                leases);
    }

    static Drafts drafts() {
        return new Drafts(Documents.room().drafting());
    }

    /** Hands the files in, in this order. */
    static UUID handIn(Uploads uploads, Map<String, byte[]> files) throws IOException {
        Receiving receiving = uploads.receive(EDITOR, null, null);
        for (var file : files.entrySet()) {
            receiving.file(file.getKey(), new ByteArrayInputStream(file.getValue()));
        }
        return receiving.complete();
    }

    static Item item(UploadView upload, String name) {
        return upload.items().stream()
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + upload));
    }
}
