package io.openteller.platform.training.internal;

import io.openteller.platform.audit.Audit;
import io.openteller.platform.release.Releases;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.training.internal.IntentViews.Scope;
import io.openteller.platform.training.internal.ScopeSql.Chosen;
import io.openteller.platform.understanding.BankIntents.Published;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A bank's threshold for what is out of scope: a release, like the model that it belongs to. */
@Singleton
class ScopeThreshold {

    private final TenantDatabase database;
    private final ScopeSql scopes;
    private final ModelSql models;
    private final Models all;
    private final Releases releases;
    private final Audit audit;

    ScopeThreshold(
            TenantDatabase database, ScopeSql scopes, ModelSql models, Models all, Releases releases, Audit audit) {
        this.database = database;
        this.scopes = scopes;
        this.models = models;
        this.all = all;
        this.releases = releases;
        this.audit = audit;
    }

    Scope now() {
        Optional<Chosen> chosen = database.inTransaction(scopes::chosen);
        Double threshold = chosen.map(Chosen::threshold).orElse(null);
        Published live = all.model(null);
        List<HeldOutGuess> heldOut = live.model() == Publishing.STARTER
                ? HeldOutGuess.of(live.trained())
                : database.inTransaction(sql -> models.heldOut(sql, live.model()));
        return new Scope(
                threshold,
                live.trained().usualScope(),
                live.model(),
                chosen.map(Chosen::release).orElse(null),
                ScopeTradeOff.of(heldOut, threshold));
    }

    /** @return the release from which on it decides */
    long put(@Nullable Double threshold, String by) {
        return database.inTransaction(sql -> {
            String before = scopes.chosen(sql).map(old -> name(old.threshold())).orElse(null);
            long release = releases.publish(by, "intents:scope", before, name(threshold));
            scopes.put(sql, new Chosen(threshold, release), by);
            audit.record(sql, "intents.scope-changed", name(threshold));
            return release;
        });
    }

    private static String name(@Nullable Double threshold) {
        return threshold == null ? "no threshold" : String.format(Locale.ROOT, "threshold %.3f", threshold);
    }
}
