package io.openteller.platform.plugin.internal.calls;

import io.openteller.platform.plugin.Installations.Check;
import io.openteller.platform.plugin.internal.calls.QuarantineSql.Due;
import io.openteller.spi.OpentellerPlugin.Health;
import io.openteller.spi.Outcome;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Tries whether a plugin works: when somebody asks, and again and again while it is held back. */
@Singleton
public class Checks {

    private static final Duration WITHIN = Duration.ofSeconds(15);

    private final Calls calls;
    private final Quarantine quarantine;
    private final BankVersions banks;
    private final Healths healths;

    Checks(Calls calls, Quarantine quarantine, BankVersions banks, Healths healths) {
        this.calls = calls;
        this.quarantine = quarantine;
        this.banks = banks;
        this.healths = healths;
    }

    /** Under these settings, whatever the bank's are; nothing is learnt from it about those. */
    public Check tried(InForce plugin) {
        Call<Health> call = calls.check(plugin, UUID.randomUUID().toString(), WITHIN);
        return switch (call.ended) {
            case Ended.Answered<Health>(Outcome.Done<Health>(Health health, var asOf)) ->
                new Check(health.up(), call.millis(), Causes.without(plugin.settings(), health.detail()));
            case Ended.Answered<Health> other -> new Check(false, call.millis(), "no answer");
            case Ended.Broken<Health>(String cause, boolean blamed) -> new Check(false, call.millis(), cause);
            case Ended.Held<Health>(String cause) -> new Check(false, call.millis(), cause);
        };
    }

    /** Under the bank's own settings. When it goes well, the plugin may be called again. */
    public Check kept(InForce plugin) {
        Check check = tried(plugin);
        if (check.ok()) {
            healths.up(plugin.plugin(), check.detail());
            quarantine.lift(plugin.plugin());
        } else {
            healths.down(plugin.plugin(), check.detail());
        }
        return check;
    }

    /** What the current bank has held back and whose time has come; to be checked by whoever asks, and by nobody else. */
    List<Due> due() {
        return quarantine.due(WITHIN);
    }

    void probe(Due due) {
        banks.inForce().stream()
                .filter(one -> one.plugin().equals(due.plugin()))
                .findFirst()
                .ifPresentOrElse(plugin -> probe(plugin, due), () -> quarantine.lift(due.plugin()));
    }

    private void probe(InForce plugin, Due due) {
        Check check = kept(plugin);
        if (!check.ok()) {
            quarantine.stillBad(due, check.detail());
        }
    }
}
