package io.openteller.platform.desk.internal;

import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.conversation.Person;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.UuidV7;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

@Singleton
class NoteSql {

    private final TenantDatabase database;

    NoteSql(TenantDatabase database) {
        this.database = database;
    }

    /** A remark among staff. */
    @Serdeable
    record Note(UUID id, Writer author, String text, Instant createdAt) {

        @Serdeable
        record Writer(UUID id, String name) {}
    }

    Note add(UUID conversation, Person author, String text) {
        return database.inTransaction(sql -> sql.createQuery("""
                        INSERT INTO note (tenant_id, id, conversation_id, author_id, author_name, body)
                        VALUES (:tenant, :id, :conversation, :author, :name, :body)
                        RETURNING id, author_id, author_name, body, created_at
                        """)
                .bind("tenant", CurrentTenant.get().id())
                .bind("id", UuidV7.next())
                .bind("conversation", conversation)
                .bind("author", author.id())
                .bind("name", author.name())
                .bind("body", text)
                .map((row, context) -> note(row))
                .one());
    }

    List<Note> of(UUID conversation) {
        return database.inTransaction(sql -> sql.createQuery("SELECT id, author_id, author_name, body, created_at"
                        + " FROM note WHERE conversation_id = ? ORDER BY created_at, id")
                .bind(0, conversation)
                .map((row, context) -> note(row))
                .list());
    }

    private static Note note(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Note(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                new Note.Writer(
                        Objects.requireNonNull(row.getObject("author_id", UUID.class)), row.getString("author_name")),
                row.getString("body"),
                row.getTimestamp("created_at").toInstant());
    }
}
