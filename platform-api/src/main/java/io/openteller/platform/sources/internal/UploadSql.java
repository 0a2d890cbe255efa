package io.openteller.platform.sources.internal;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.sources.FailureCode;
import io.openteller.platform.sources.UploadView;
import io.openteller.platform.sources.UploadView.Item;
import io.openteller.platform.sources.UploadView.ItemState;
import io.openteller.platform.sources.UploadView.State;
import io.openteller.platform.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Rows of uploads and their files. */
final class UploadSql {

    private static final String VIEW = """
            SELECT u.id, u.state, u.actor_name, u.created_at, count(i.id) AS files,
                count(*) FILTER (WHERE i.state NOT IN ('WAITING', 'READING')) AS done,
                count(*) FILTER (WHERE i.state = 'FAILED') AS failed
            FROM upload u LEFT JOIN upload_item i ON i.upload_id = u.id AND i.state <> 'UNPACKED'
            WHERE u.state <> 'RECEIVING' AND (:id::uuid IS NULL OR u.id = :id::uuid)
            GROUP BY u.tenant_id, u.id ORDER BY u.created_at DESC, u.id DESC LIMIT :limit
            """;

    /** A file may be taken when it is new, or when the lease of whoever read it has run out. */
    private static final String CLAIM = """
            UPDATE upload_item SET state = 'READING', fence = fence + 1,
                lease_until = clock_timestamp() + make_interval(secs => :lease)
            WHERE id = (
                SELECT i.id FROM upload_item i JOIN upload u ON u.id = i.upload_id
                WHERE u.state = 'RUNNING'
                  AND (i.state = 'WAITING' OR (i.state = 'READING' AND i.lease_until < clock_timestamp()))
                ORDER BY i.id LIMIT 1 FOR UPDATE OF i SKIP LOCKED)
            RETURNING id, upload_id, name, slug, depth, bytes, fence, fence - given_back AS attempts,
                (SELECT category FROM upload u WHERE u.id = upload_id) AS category,
                (SELECT language FROM upload u WHERE u.id = upload_id) AS language,
                (SELECT actor_kind FROM upload u WHERE u.id = upload_id) AS actor_kind,
                (SELECT actor_id FROM upload u WHERE u.id = upload_id) AS actor_id,
                (SELECT actor_name FROM upload u WHERE u.id = upload_id) AS actor_name
            """;

    private UploadSql() {}

    static void insert(Handle sql, UUID upload, Actor by, @Nullable String category, @Nullable String language) {
        // What a broken connection or a dead process left half received.
        sql.execute("DELETE FROM upload WHERE state = 'RECEIVING' AND created_at < clock_timestamp() - interval '1 day'");
        sql.execute(
                "INSERT INTO upload (tenant_id, id, category, language, actor_kind, actor_id, actor_name)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                CurrentTenant.get().id(),
                upload,
                category,
                language,
                by.kind().name(),
                by.id(),
                by.name());
    }

    static void item(Handle sql, UUID upload, UUID item, String name, String slug, int depth) {
        sql.execute(
                "INSERT INTO upload_item (tenant_id, id, upload_id, name, slug, depth, bytes, state)"
                        + " VALUES (?, ?, ?, ?, ?, ?, 0, 'WAITING')",
                CurrentTenant.get().id(),
                item,
                upload,
                name,
                slug,
                depth);
    }

    static void part(Handle sql, UUID item, int number, byte[] bytes) {
        sql.execute(
                "INSERT INTO upload_part (tenant_id, item_id, number, bytes) VALUES (?, ?, ?, ?)",
                CurrentTenant.get().id(),
                item,
                number,
                bytes);
        sql.execute("UPDATE upload_item SET bytes = bytes + ? WHERE id = ?", bytes.length, item);
    }

    static boolean hasSlug(Handle sql, UUID upload, String slug) {
        return sql.createQuery("SELECT count(*) FROM upload_item WHERE upload_id = ? AND slug = ?")
                        .bind(0, upload)
                        .bind(1, slug)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** @return how many files it has, and how many bytes */
    static long[] size(Handle sql, UUID upload) {
        return sql.createQuery("SELECT count(*), coalesce(sum(bytes), 0) FROM upload_item WHERE upload_id = ?")
                .bind(0, upload)
                .map((row, context) -> new long[] {row.getLong(1), row.getLong(2)})
                .one();
    }

    static void complete(Handle sql, UUID upload) {
        sql.execute("UPDATE upload SET state = 'RUNNING' WHERE id = ? AND state = 'RECEIVING'", upload);
        finishIfDone(sql, upload);
    }

    static void delete(Handle sql, UUID upload) {
        sql.execute("DELETE FROM upload WHERE id = ? AND state = 'RECEIVING'", upload);
    }

    static Optional<WaitingFile> claim(Handle sql, Duration lease) {
        return sql.createQuery(CLAIM)
                .bind("lease", lease.toMillis() / 1000.0)
                .map((row, context) -> new WaitingFile(
                        row.getObject("id", UUID.class),
                        row.getObject("upload_id", UUID.class),
                        row.getString("name"),
                        row.getString("slug"),
                        row.getInt("depth"),
                        row.getLong("bytes"),
                        row.getInt("fence"),
                        row.getInt("attempts"),
                        row.getString("category"),
                        row.getString("language"),
                        new Actor(
                                Actor.Kind.valueOf(row.getString("actor_kind")),
                                row.getObject("actor_id", UUID.class),
                                row.getString("actor_name"))))
                .findOne();
    }

    /** @return false if somebody else has the file by now, or it was cancelled */
    static boolean renew(Handle sql, WaitingFile file, Duration lease) {
        return sql.execute(
                        "UPDATE upload_item SET lease_until = clock_timestamp() + make_interval(secs => ?)"
                                + " WHERE id = ? AND fence = ? AND state = 'READING'",
                        lease.toMillis() / 1000.0,
                        file.id(),
                        file.fence())
                == 1;
    }

    /** Nobody reads it any more, and that it was begun does not count. @return false as {@link #renew} */
    static boolean letGo(Handle sql, WaitingFile file) {
        return sql.execute(
                        "UPDATE upload_item SET state = 'WAITING', lease_until = NULL, given_back = given_back + 1"
                                + " WHERE id = ? AND fence = ? AND state = 'READING'",
                        file.id(),
                        file.fence())
                == 1;
    }

    /** Holds the row until the transaction ends. @return false as {@link #renew} */
    static boolean lock(Handle sql, WaitingFile file) {
        return sql.createQuery("SELECT id FROM upload_item WHERE id = ? AND fence = ? AND state = 'READING' FOR UPDATE")
                .bind(0, file.id())
                .bind(1, file.fence())
                .mapTo(UUID.class)
                .findOne()
                .isPresent();
    }

    /** Its result; its bytes are not needed any more. */
    static void finish(Handle sql, UUID item, UUID upload, FileResult result) {
        sql.execute(
                "UPDATE upload_item SET state = ?, code = ?, detail = ?, version = ?, passages = ?, lease_until = NULL"
                        + " WHERE id = ?",
                result.state().name(),
                result.code() == null ? null : result.code().name(),
                result.detail(),
                result.version(),
                result.passages(),
                item);
        sql.execute("DELETE FROM upload_part WHERE item_id = ?", item);
        finishIfDone(sql, upload);
    }

    /** Locks the upload: two that finish its last files at once would each find the other's still open. */
    private static void finishIfDone(Handle sql, UUID upload) {
        sql.execute("SELECT id FROM upload WHERE id = ? FOR NO KEY UPDATE", upload);
        sql.execute(
                "UPDATE upload SET state = 'DONE' WHERE id = ? AND state = 'RUNNING' AND NOT EXISTS"
                        + " (SELECT FROM upload_item WHERE upload_id = ? AND state IN ('WAITING', 'READING'))",
                upload,
                upload);
    }

    /** Files first and the upload after them, as {@link #finish} does. */
    static boolean cancel(Handle sql, UUID upload) {
        sql.execute("SELECT id FROM upload_item WHERE upload_id = ? AND state IN ('WAITING', 'READING') ORDER BY id FOR UPDATE", upload);
        boolean found = sql.execute("UPDATE upload SET state = 'CANCELLED' WHERE id = ? AND state = 'RUNNING'", upload) == 1;
        if (found) {
            sql.execute(
                    "UPDATE upload_item SET state = 'CANCELLED', lease_until = NULL"
                            + " WHERE upload_id = ? AND state IN ('WAITING', 'READING')",
                    upload);
            sql.execute(
                    "DELETE FROM upload_part WHERE item_id IN (SELECT id FROM upload_item WHERE upload_id = ?)", upload);
        }
        return found || view(sql, upload).isPresent();
    }

    static List<UploadView> list(Handle sql, @Nullable UUID id, int limit) {
        return sql.createQuery(VIEW)
                .bind("id", id)
                .bind("limit", limit)
                .map((row, context) -> new UploadView(
                        row.getObject("id", UUID.class),
                        row.getString("actor_name"),
                        row.getTimestamp("created_at").toInstant(),
                        State.valueOf(row.getString("state")),
                        row.getInt("files"),
                        row.getInt("done"),
                        row.getInt("failed"),
                        List.of()))
                .list();
    }

    static Optional<UploadView> view(Handle sql, UUID upload) {
        return list(sql, upload, 1).stream().findFirst().map(one -> new UploadView(
                one.id(), one.by(), one.at(), one.state(), one.files(), one.done(), one.failed(), items(sql, upload)));
    }

    private static List<Item> items(Handle sql, UUID upload) {
        return sql.createQuery("SELECT * FROM upload_item WHERE upload_id = ? ORDER BY id")
                .bind(0, upload)
                .map((row, context) -> item(row))
                .list();
    }

    private static Item item(ResultSet row) throws SQLException {
        ItemState state = ItemState.valueOf(row.getString("state"));
        String code = row.getString("code");
        boolean stored = state == ItemState.STORED || state == ItemState.UNCHANGED;
        return new Item(
                row.getString("name"),
                state,
                code == null ? null : FailureCode.valueOf(code),
                row.getString("detail"),
                stored ? row.getString("slug") : null,
                row.getObject("version", Integer.class),
                row.getObject("passages", Integer.class));
    }
}
