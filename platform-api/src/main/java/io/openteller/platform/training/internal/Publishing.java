package io.openteller.platform.training.internal;

import io.openteller.platform.audit.Audit;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.release.Releases;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.training.internal.ModelSql.About;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;

/** Puts a model in force, as a release. */
@Singleton
class Publishing {

    /** The number that stands for what every bank starts with. */
    static final int STARTER = 0;

    private final TenantDatabase database;
    private final ModelSql models;
    private final Releases releases;
    private final Audit audit;

    Publishing(TenantDatabase database, ModelSql models, Releases releases, Audit audit) {
        this.database = database;
        this.models = models;
        this.releases = releases;
        this.audit = audit;
    }

    /** @return the release from which on the candidate decides */
    long publish(int number, String by) {
        return database.inTransaction(sql -> {
            About model = models.lock(sql, number).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
            if (model.state() != ModelSql.State.CANDIDATE) {
                throw new ProblemException(
                        ErrorCode.MODEL_NOT_AVAILABLE, "Model " + number + " is not the candidate any more");
            }
            return inForce(sql, number, by, "intents.published");
        });
    }

    /** @param number of a model that was in force before, or {@link #STARTER} */
    long rollBack(int number, String by) {
        return database.inTransaction(sql -> {
            if (number == STARTER) {
                if (models.live(sql) == STARTER) {
                    throw new ProblemException(ErrorCode.MODEL_NOT_AVAILABLE, "The starter intents are in force already");
                }
            } else {
                About model = models.lock(sql, number).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
                if (model.state() != ModelSql.State.RETIRED || !model.kept()) {
                    throw new ProblemException(
                            ErrorCode.MODEL_NOT_AVAILABLE, "Model " + number + " was not in force before");
                }
            }
            return inForce(sql, number, by, "intents.rolled-back");
        });
    }

    private long inForce(Handle sql, int number, String by, String action) {
        int before = models.live(sql);
        long release = releases.publish(by, "intents", name(before), name(number));
        models.retireLive(sql);
        if (number != STARTER) {
            models.putInForce(sql, number, release);
        }
        audit.record(sql, action, name(number));
        return release;
    }

    private static String name(int number) {
        return number == STARTER ? "starter intents" : "model " + number;
    }
}
