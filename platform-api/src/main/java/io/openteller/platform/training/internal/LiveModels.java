package io.openteller.platform.training.internal;

import io.openteller.platform.release.Releases;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.understanding.BankIntents;
import io.openteller.platform.understanding.IntentTraining;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The model in force of each bank, kept in memory. Another replica's publication is seen by the release number. */
@Singleton
class LiveModels implements BankIntents {

    private static final Logger log = LoggerFactory.getLogger(LiveModels.class);

    private final TenantDatabase database;
    private final ModelSql models;
    private final ScopeSql scopes;
    private final IntentTraining training;
    private final Releases releases;
    private final Map<UUID, Loaded> live = new ConcurrentHashMap<>();
    private final Map<UUID, Published> looked = new ConcurrentHashMap<>();

    LiveModels(TenantDatabase database, ModelSql models, ScopeSql scopes, IntentTraining training, Releases releases) {
        this.database = database;
        this.models = models;
        this.scopes = scopes;
        this.training = training;
        this.releases = releases;
    }

    /** @param model null where the bank has published none */
    private record Loaded(long release, int number, @Nullable Published model, OptionalDouble refusedBelow) {}

    @Override
    public Optional<Published> live() {
        return Optional.ofNullable(now().model());
    }

    @Override
    public OptionalDouble refusedBelow() {
        return now().refusedBelow();
    }

    private Loaded now() {
        long release = releases.current();
        Loaded now = live.compute(
                CurrentTenant.get().id(),
                (id, old) -> old != null && old.release() == release ? old : loaded(old, release));
        return Objects.requireNonNull(now);
    }

    private Loaded loaded(@Nullable Loaded old, long release) {
        int number = database.inTransaction(models::live);
        Double chosen = database.inTransaction(scopes::chosen)
                .map(ScopeSql.Chosen::threshold)
                .orElse(null);
        OptionalDouble refused = chosen == null ? OptionalDouble.empty() : OptionalDouble.of(chosen);
        if (old != null && old.number() == number) {
            return new Loaded(release, number, old.model(), refused);
        }
        return new Loaded(release, number, number == 0 ? null : restored(number).orElse(null), refused);
    }

    /** One that is only looked at; the last of each bank is kept, for the next question about it. */
    Optional<Published> of(int number) {
        UUID tenant = CurrentTenant.get().id();
        Published last = looked.get(tenant);
        if (last != null && last.model() == number) {
            return Optional.of(last);
        }
        Optional<Published> model = restored(number);
        model.ifPresent(read -> looked.put(tenant, read));
        return model;
    }

    private Optional<Published> restored(int number) {
        return database.inTransaction(sql -> models.stored(sql, number)).flatMap(stored -> {
            try {
                return Optional.of(new Published(number, training.restore(stored.bytes()), stored.tiers()));
            } catch (IllegalArgumentException unreadable) {
                // What every bank starts with still answers; to stop answering would be worse.
                log.error("model={} of this bank cannot be read; it must be trained again", number, unreadable);
                return Optional.empty();
            }
        });
    }
}
