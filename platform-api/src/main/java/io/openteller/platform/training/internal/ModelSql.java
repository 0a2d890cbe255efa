package io.openteller.platform.training.internal;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.understanding.IntentGuess.Tier;
import io.openteller.platform.understanding.TrainedIntents;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A bank's models as they are stored. */
@Singleton
class ModelSql {

    private static final String ABOUT = "SELECT number, state, data_hash, parameters, examples, intents, accuracy,"
            + " trained_at, trained_by, release, bytes IS NOT NULL AS kept FROM intent_model ";

    private final ObjectMapper json;

    ModelSql(ObjectMapper json) {
        this.json = json;
    }

    /** Whether a model decides. */
    @Serdeable
    enum State {
        CANDIDATE,
        LIVE,
        RETIRED
    }

    /**
     * Where a model comes from.
     *
     * @param number 0 is what every bank starts with
     * @param release under which it last came into force; null if it never did
     * @param kept whether it can still be put in force
     */
    @Serdeable
    record About(
            int number,
            State state,
            String dataHash,
            String parameters,
            int examples,
            int intents,
            double accuracy,
            @Nullable Instant trainedAt,
            String trainedBy,
            @Nullable Long release,
            boolean kept) {}

    /** What decides. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Stored(int number, byte[] bytes, Map<String, Tier> tiers) {}

    /** @return its number; an earlier candidate gives way */
    int add(
            Handle sql,
            TrainedIntents model,
            Map<String, Tier> tiers,
            Report report,
            List<HeldOutGuess> heldOut,
            String by) {
        sql.execute("UPDATE intent_model SET state = 'RETIRED', bytes = NULL WHERE state = 'CANDIDATE'");
        return sql.createQuery("""
                        INSERT INTO intent_model (tenant_id, number, state, bytes, data_hash, parameters, examples, intents,
                            accuracy, tiers, report, held_out, trained_by)
                        SELECT :tenant, coalesce(max(number), 0) + 1, 'CANDIDATE', :bytes, :hash, :parameters, :examples,
                            :intents, :accuracy, :tiers::jsonb, :report::jsonb, :heldOut::jsonb, :by FROM intent_model
                        RETURNING number
                        """)
                .bind("tenant", CurrentTenant.get().id())
                .bind("bytes", model.bytes())
                .bind("hash", model.provenance().dataHash())
                .bind("parameters", model.provenance().parameters())
                .bind("examples", model.provenance().examples())
                .bind("intents", model.provenance().intents())
                .bind("accuracy", report.accuracy())
                .bind("tiers", written(tiers))
                .bind("report", written(report))
                .bind("heldOut", written(heldOut))
                .bind("by", by)
                .mapTo(Integer.class)
                .one();
    }

    /** 0 when what every bank starts with is in force. */
    int live(Handle sql) {
        return sql.createQuery("SELECT number FROM intent_model WHERE state = 'LIVE'")
                .mapTo(Integer.class)
                .findOne()
                .orElse(0);
    }

    /** Newest first. */
    List<About> list(Handle sql) {
        return sql.createQuery(ABOUT + "ORDER BY number DESC")
                .map((row, context) -> about(row))
                .list();
    }

    Optional<About> lock(Handle sql, int number) {
        return sql.createQuery(ABOUT + "WHERE number = ? FOR UPDATE")
                .bind(0, number)
                .map((row, context) -> about(row))
                .findOne();
    }

    /** Empty when there is no such model, or nothing of it was kept. */
    Optional<Stored> stored(Handle sql, int number) {
        return sql.createQuery("SELECT number, bytes, tiers::text AS tiers FROM intent_model"
                        + " WHERE number = ? AND bytes IS NOT NULL")
                .bind(0, number)
                .map((row, context) -> new Stored(
                        row.getInt("number"),
                        row.getBytes("bytes"),
                        read(row.getString("tiers"), Argument.mapOf(String.class, Tier.class))))
                .findOne();
    }

    Optional<Report> report(Handle sql, int number) {
        return sql.createQuery("SELECT report::text FROM intent_model WHERE number = ?")
                .bind(0, number)
                .mapTo(String.class)
                .findOne()
                .map(text -> read(text, Argument.of(Report.class)));
    }

    List<HeldOutGuess> heldOut(Handle sql, int number) {
        return sql.createQuery("SELECT held_out::text FROM intent_model WHERE number = ?")
                .bind(0, number)
                .mapTo(String.class)
                .findOne()
                .map(text -> read(text, Argument.listOf(HeldOutGuess.class)))
                .orElse(List.of());
    }

    void retireLive(Handle sql) {
        sql.execute("UPDATE intent_model SET state = 'RETIRED' WHERE state = 'LIVE'");
    }

    void putInForce(Handle sql, int number, long release) {
        sql.execute("UPDATE intent_model SET state = 'LIVE', release = ? WHERE number = ?", release, number);
    }

    private static About about(ResultSet row) throws SQLException {
        long release = row.getLong("release");
        return new About(
                row.getInt("number"),
                State.valueOf(row.getString("state")),
                row.getString("data_hash"),
                row.getString("parameters"),
                row.getInt("examples"),
                row.getInt("intents"),
                row.getDouble("accuracy"),
                row.getTimestamp("trained_at").toInstant(),
                row.getString("trained_by"),
                release == 0 ? null : release,
                row.getBoolean("kept"));
    }

    private <T> T read(String stored, Argument<T> type) {
        try {
            return Objects.requireNonNull(json.readValue(stored, type));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
