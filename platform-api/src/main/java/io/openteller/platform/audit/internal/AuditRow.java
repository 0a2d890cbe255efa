package io.openteller.platform.audit.internal;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.AuditEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/** @param form of the hash, as it was stored: a row whose form does not fit its columns was changed */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record AuditRow(AuditEvent event, int form, byte[] hash) {

    static final String SELECT = "SELECT number, at, hash_form, actor_kind, actor_id, actor_name, action, subject, hash"
            + " FROM audit_event ";

    static AuditRow of(ResultSet row) throws SQLException {
        String kind = row.getString("actor_kind");
        Actor actor = kind == null
                ? null
                : new Actor(
                        Actor.Kind.valueOf(kind), row.getObject("actor_id", UUID.class), row.getString("actor_name"));
        return new AuditRow(
                new AuditEvent(
                        row.getLong("number"),
                        row.getTimestamp("at").toInstant(),
                        actor,
                        row.getString("action"),
                        row.getString("subject")),
                row.getInt("hash_form"),
                row.getBytes("hash"));
    }

    boolean follows(byte[] before, long number) {
        return event.number() == number && event.form() == form && Arrays.equals(hash, event.hashAfter(before));
    }

    AuditEntry entry() {
        return new AuditEntry(
                event.number(),
                event.at(),
                event.actor(),
                event.action(),
                event.subject(),
                HexFormat.of().formatHex(hash));
    }
}
