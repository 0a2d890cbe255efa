package io.openteller.plugins.sandbox.operations;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the bank knows of the customer who calls. */
record Person(
        String name,
        String email,
        String mobile,
        String city,
        String language,
        @Nullable LocalDate since,
        String alerts,
        boolean marketing,
        boolean knownDevice,
        String access,
        String accessReason,
        boolean autoResolvable,
        @Nullable Instant lastSignIn,
        boolean followsLinks,
        @Nullable Instant resetSentAt,
        @Nullable Instant unlockedAt) {

    /** The caller has made sure that the bank knows the customer. */
    static Person of(Call call) throws SQLException {
        return call.one(
                        row -> new Person(
                                row.getString("name"),
                                row.getString("email"),
                                row.getString("mobile"),
                                row.getString("city"),
                                row.getString("language"),
                                Json.day(row, "since"),
                                row.getString("alerts"),
                                row.getBoolean("marketing"),
                                row.getBoolean("known_device"),
                                row.getString("access"),
                                row.getString("access_reason"),
                                row.getBoolean("auto_resolvable"),
                                Json.time(row, "last_sign_in"),
                                row.getBoolean("follows_links"),
                                Json.time(row, "reset_sent_at"),
                                Json.time(row, "unlocked_at")),
                        "SELECT * FROM person WHERE customer = ?",
                        call.customer())
                .orElseThrow();
    }
}
