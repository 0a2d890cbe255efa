package io.openteller.platform.plugin.internal.calls;

import io.openteller.spi.Outcome;
import jakarta.inject.Singleton;

/** What is kept of a call: its time, its failure, how the plugin is, and whether that is one failure too many. */
@Singleton
class Records {

    private final Quarantine quarantine;
    private final UsageBook usage;
    private final ErrorBook errors;
    private final Healths healths;

    Records(Quarantine quarantine, UsageBook usage, ErrorBook errors, Healths healths) {
        this.quarantine = quarantine;
        this.usage = usage;
        this.errors = errors;
        this.healths = healths;
    }

    void held(String plugin, String operation) {
        usage.held(plugin, operation);
    }

    <R> void keep(InForce plugin, Call<R> call) {
        String id = plugin.plugin();
        switch (call.ended) {
            case Ended.Answered<R>(Outcome.Unavailable<R>(String detail)) -> {
                // The plugin works, and says that the system behind it does not: neither for it nor against it.
                usage.called(id, call.operation, call.micros, true);
                healths.down(id, Causes.without(plugin.settings(), detail));
            }
            case Ended.Answered<R> answered -> {
                usage.called(id, call.operation, call.micros, false);
                healths.up(id, null);
                quarantine.succeeded(id);
            }
            case Ended.Broken<R>(String cause, boolean blamed) -> {
                usage.called(id, call.operation, call.micros, true);
                errors.note(id, call.operation, cause, call.context.trace());
                if (blamed) {
                    healths.down(id, cause);
                    quarantine.failed(id, cause);
                }
            }
            case Ended.Held<R> held -> usage.held(id, call.operation);
        }
    }
}
