package io.openteller.platform.plugin.internal.banks;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.plugin.Installation;
import io.openteller.platform.plugin.Installations;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way in for the platform's own set-ups: in the operator's name, who needs no second person. */
@Singleton
class StoredInstallations implements Installations {

    private final BankPlugins plugins;
    private final Wishes wishes;
    private final SecondPerson second;

    StoredInstallations(BankPlugins plugins, Wishes wishes, SecondPerson second) {
        this.plugins = plugins;
        this.wishes = wishes;
        this.second = second;
    }

    @Override
    public List<Installation> list() {
        return plugins.list().stream().map(BankPlugin::installation).toList();
    }

    @Override
    public Map<String, String> rejected() {
        return plugins.refused();
    }

    @Override
    public Installation configure(String pluginId, Map<String, Object> settings, String by) {
        return made(pluginId, Wish.configured(settings), by);
    }

    @Override
    public Installation enable(String pluginId, boolean enabled, String by) {
        Installation changed = made(pluginId, Wish.switched(enabled), by);
        if (!enabled) {
            return changed;
        }
        // Says at once whether it works, and what it prepares at its first call is not waited for by a customer.
        check(pluginId, null);
        return plugins.get(pluginId).installation();
    }

    @Override
    public Check check(String pluginId, @Nullable Map<String, Object> settings) {
        return plugins.check(pluginId, settings);
    }

    @Override
    public Installation approve(String pluginId) {
        Approval pending = plugins.get(pluginId).pending();
        if (pending == null) {
            throw new ProblemException(ErrorCode.NOT_FOUND, "Nothing waits for a second person");
        }
        Actor operator = new Actor(Actor.Kind.OPERATOR, null, "operator");
        return CurrentActor.call(operator, () -> {
            second.approve(pending.id(), operator);
            plugins.check(pluginId, null);
            return plugins.get(pluginId).installation();
        });
    }

    private Installation made(String plugin, Wish wish, String by) {
        Actor operator = new Actor(Actor.Kind.OPERATOR, null, by);
        return CurrentActor.call(operator, () -> {
            wishes.make(plugin, wish, new Wish.Who(operator, true));
            return plugins.get(plugin).installation();
        });
    }
}
