package io.openteller.bench.banks;

import io.openteller.bench.banks.Mould.Shape;
import io.openteller.bench.processes.Database;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** A bank's audit chain. Each link's hash covers ids and the hash before, so that a copy has to be chained anew. */
record Chain(List<Link> links) {

    static final String TABLE = "audit_event";
    static final String COLUMNS = "tenant_id, number, at, action, subject, hash, hash_form, actor_kind, actor_id, actor_name";

    /** @param actorId empty for the platform itself */
    record Link(long number, Instant at, String action, Shape subject, String actorKind, Shape actorId, Shape actorName) {}

    /** @throws NullPointerException if somebody did not say who did it: that has not been written for long */
    static Chain read(Database.Of rows, UUID bank, Mould mould) {
        return new Chain(rows.all("SELECT number, at, action, subject, actor_kind, coalesce(actor_id::text, ''), actor_name"
                + " FROM audit_event WHERE tenant_id = '" + bank + "' ORDER BY number", row -> new Link(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                mould.of(row.getString(4)),
                row.getString(5),
                mould.of(row.getString(6)),
                mould.of(row.getString(7)))));
    }

    /** As lines of {@link #COLUMNS}, to be copied into the table. */
    String of(UUID bank, Own own) {
        StringBuilder lines = new StringBuilder();
        byte[] before = new byte[32];
        for (Link link : links) {
            String subject = link.subject().filled(own);
            String id = link.actorId().filled(own);
            String name = link.actorName().filled(own);
            before = hash(before, link, subject, id, name);
            lines.append(String.join(
                            "\t",
                            bank.toString(),
                            "" + link.number(),
                            link.at().toString(),
                            Rows.escaped(link.action()),
                            Rows.escaped(subject),
                            "\\\\x" + HexFormat.of().formatHex(before),
                            "2",
                            link.actorKind(),
                            id.isEmpty() ? "\\N" : id,
                            Rows.escaped(name)))
                    .append('\n');
        }
        return lines.toString();
    }

    private static byte[] hash(byte[] before, Link link, String subject, String id, String name) {
        MessageDigest digest = Hashes.digest();
        digest.update(before);
        digest.update(ByteBuffer.allocate(20)
                .putLong(link.number())
                .putLong(link.at().getEpochSecond())
                .putInt(link.at().getNano())
                .array());
        for (String field : List.of(link.action(), subject, "form 2", link.actorKind(), id, name)) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return digest.digest();
    }
}
