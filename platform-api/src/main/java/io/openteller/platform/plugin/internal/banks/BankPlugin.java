package io.openteller.platform.plugin.internal.banks;

import io.openteller.platform.plugin.Installation;
import io.openteller.platform.plugin.internal.calls.Quarantined;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plugin as a bank sees it.
 *
 * @param chosen the bank's version; the newest while it chose none
 * @param versions all that are installed, the newest first
 * @param trouble why it is not called though it is enabled; null when it is
 * @param pending what somebody asked for and nobody decided yet
 * @param nobodyElse whether the bank has no second person for it
 */
record BankPlugin(
        Shelved chosen,
        List<Shelved> versions,
        Kept kept,
        Installation.Health health,
        @Nullable Quarantined quarantined,
        @Nullable String trouble,
        @Nullable Approval pending,
        boolean nobodyElse) {

    Installation installation() {
        return new Installation(
                chosen.id(),
                chosen.version(),
                chosen.manifest().name(),
                chosen.manifest().description(),
                chosen.manifest().publisher().name(),
                chosen.manifest().license(),
                kept.enabled(),
                trouble,
                chosen.manifest().capabilities(),
                chosen.schema(),
                kept.settings(),
                kept.sealed().keySet().stream().sorted().toList(),
                health);
    }
}
