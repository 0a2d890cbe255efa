package io.openteller.platform.knowledge.internal;

import io.micronaut.serde.ObjectMapper;
import io.openteller.platform.audit.Actor;
import io.openteller.platform.knowledge.AppliesTo;
import io.openteller.platform.reading.ReadDocument.Section;
import io.openteller.platform.tenancy.CurrentTenant;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes versions and takes them from state to state. Whoever calls holds the document's lock and has looked at the state. */
@Singleton
class VersionWriting {

    private static final String ONE = " WHERE document_id = :document AND version = :version";

    private final ObjectMapper json;

    VersionWriting(ObjectMapper json) {
        this.json = json;
    }

    /** @param writers nobody where it was written outside */
    record NewVersion(
            UUID document,
            int version,
            VersionText text,
            String language,
            AppliesTo appliesTo,
            @Nullable String changeNote,
            List<UUID> writers,
            Instant at,
            String by) {}

    /** A draft. */
    void insert(Handle sql, NewVersion draft) {
        sql.createUpdate("""
                        INSERT INTO document_version (tenant_id, document_id, version, title, format, digest, markdown, passages,
                            language, products, segments, jurisdictions, change_note, writer_ids, updated_at, updated_by, state)
                        VALUES (:tenant, :document, :version, :title, :format, :digest, :markdown, :passages::jsonb,
                            :language, :products, :segments, :jurisdictions, :note, :writers, :at, :by, 'DRAFT')
                        """)
                .bind("tenant", CurrentTenant.get().id())
                .bind("document", draft.document())
                .bind("version", draft.version())
                .bind("title", draft.text().title())
                .bind("format", draft.text().format().name())
                .bind("digest", draft.text().digest())
                .bind("markdown", draft.text().markdown())
                .bind("passages", written(draft.text().sections()))
                .bind("language", draft.language())
                .bindArray("products", String.class, draft.appliesTo().products())
                .bindArray("segments", String.class, draft.appliesTo().segments())
                .bindArray("jurisdictions", String.class, draft.appliesTo().jurisdictions())
                .bind("note", draft.changeNote())
                .bindArray("writers", UUID.class, draft.writers())
                .bind("at", draft.at())
                .bind("by", draft.by())
                .execute();
    }

    void rewrite(Handle sql, VersionFacts before, VersionText text, @Nullable String note, Actor by, Instant at) {
        sql.createUpdate("UPDATE document_version SET title = :title, format = :format, digest = :digest,"
                        + " markdown = :markdown, passages = :passages::jsonb, change_note = coalesce(:note, change_note),"
                        + " writer_ids = " + WITH_PERSON + ", updated_at = :at, updated_by = :by, state = 'DRAFT'" + ONE)
                .bind("document", before.document())
                .bind("version", before.version())
                .bind("title", text.title())
                .bind("format", text.format().name())
                .bind("digest", text.digest())
                .bind("markdown", text.markdown())
                .bind("passages", written(text.sections()))
                .bind("note", note)
                .bind("person", by.id())
                .bind("at", at)
                .bind("by", by.name())
                .execute();
    }

    private static final String WITH_PERSON = "CASE WHEN :person::uuid IS NULL OR :person::uuid = ANY (writer_ids)"
            + " THEN writer_ids ELSE writer_ids || :person::uuid END";

    /** Drafts speak of what their document is said to speak of. */
    void follow(Handle sql, DocumentRow document, boolean title) {
        sql.createUpdate("UPDATE document_version SET title = CASE WHEN :retitle THEN :title ELSE title END,"
                        + " language = :language, products = :products, segments = :segments,"
                        + " jurisdictions = :jurisdictions WHERE document_id = :document AND state IN ('DRAFT', 'REJECTED')")
                .bind("retitle", title)
                .bind("title", document.title())
                .bind("language", document.language())
                .bindArray("products", String.class, document.appliesTo().products())
                .bindArray("segments", String.class, document.appliesTo().segments())
                .bindArray("jurisdictions", String.class, document.appliesTo().jurisdictions())
                .bind("document", document.id())
                .execute();
    }

    void submit(Handle sql, VersionFacts draft, int needed, @Nullable String note, Actor by, Instant at) {
        sql.createUpdate("UPDATE document_version SET state = 'IN_REVIEW', round = round + 1, approvals_needed = :needed,"
                        + " change_note = coalesce(:note, change_note), writer_ids = " + WITH_PERSON + ","
                        + " submitted_at = :at, submitted_by = :by, rejected_at = NULL, rejected_by = NULL,"
                        + " rejected_reason = NULL, effective_from = NULL, effective_until = NULL" + ONE)
                .bind("document", draft.document())
                .bind("version", draft.version())
                .bind("needed", needed)
                .bind("note", note)
                .bind("person", by.id())
                .bind("at", at)
                .bind("by", by.name())
                .execute();
    }

    void withdraw(Handle sql, VersionFacts reviewed) {
        step(sql, reviewed, "state = 'DRAFT', effective_from = NULL, effective_until = NULL")
                .execute();
    }

    void reject(Handle sql, VersionFacts reviewed, String reason, Actor by, Instant at) {
        step(sql, reviewed, "state = 'REJECTED', effective_from = NULL, effective_until = NULL,"
                        + " rejected_at = :at, rejected_by = :by, rejected_reason = :reason")
                .bind("at", at)
                .bind("by", by.name())
                .bind("reason", reason)
                .execute();
    }

    /** The dates of effect, as somebody who approves wants them. */
    void propose(Handle sql, VersionFacts reviewed, @Nullable Instant from, @Nullable Instant until) {
        step(sql, reviewed, "effective_from = :from::timestamptz, effective_until = :until::timestamptz")
                .bind("from", from)
                .bind("until", until)
                .execute();
    }

    void approve(Handle sql, VersionFacts reviewed, Instant at) {
        step(sql, reviewed, "state = 'APPROVED', approved_at = :at").bind("at", at).execute();
    }

    void revoke(Handle sql, VersionFacts approved, String reason, Actor by, Instant at) {
        step(sql, approved, "revoked_at = :at, revoked_by = :by, revoked_reason = :reason")
                .bind("at", at)
                .bind("by", by.name())
                .bind("reason", reason)
                .execute();
    }

    /** @param noted BEGAN or ENDED */
    void note(Handle sql, VersionFacts approved, String noted) {
        step(sql, approved, "noted = :noted").bind("noted", noted).execute();
    }

    private static org.jdbi.v3.core.statement.Update step(Handle sql, VersionFacts version, String set) {
        return sql.createUpdate("UPDATE document_version SET " + set + ONE)
                .bind("document", version.document())
                .bind("version", version.version());
    }

    private String written(List<Section> sections) {
        try {
            return json.writeValueAsString(sections);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
