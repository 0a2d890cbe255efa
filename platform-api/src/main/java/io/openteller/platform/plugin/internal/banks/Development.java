package io.openteller.platform.plugin.internal.banks;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.openteller.packages.VerifiedPackage.Trust;
import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.plugin.Installations.Check;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Switching a bank to a plugin in development, by one person alone. Off unless the platform is told at its start. */
@Singleton
class Development implements ApplicationEventListener<ServerStartupEvent> {

    private static final Logger log = LoggerFactory.getLogger(Development.class);
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+-dev\\.\\d+");

    private final Shelf shelf;
    private final Wishes wishes;
    private final BankPlugins plugins;
    private final Tenants tenants;
    private final boolean on;

    Development(
            Shelf shelf,
            Wishes wishes,
            BankPlugins plugins,
            Tenants tenants,
            @Property(name = "openteller.plugins.dev", defaultValue = "false") boolean on) {
        this.shelf = shelf;
        this.wishes = wishes;
        this.plugins = plugins;
        this.tenants = tenants;
        this.on = on;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        if (on) {
            log.warn("DEVELOPMENT of plugins is on: the operator's key alone switches banks to versions that nobody approved."
                    + " Never where a bank's customers are");
        }
    }

    DevController.InForce change(String id, String bank, String version, @Nullable Map<String, Object> settings) {
        if (!on) {
            throw new ProblemException(ErrorCode.NOT_FOUND, "This platform was not started for development of plugins (up --dev)");
        }
        Shelved target = shelf.find(id, version).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
        if (!VERSION.matcher(version).matches() || target.trust() != Trust.PARTNER) {
            throw new ProblemException(
                    ErrorCode.NOT_ALLOWED, "Only versions such as 1.0.0-dev.1, signed with a partner's key, change this way");
        }
        Tenant tenant = tenants.find(new TenantSlug(bank)).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
        return CurrentTenant.call(tenant, () -> changed(target, bank, settings));
    }

    private DevController.InForce changed(Shelved target, String bank, @Nullable Map<String, Object> settings) {
        Actor operator = new Actor(Actor.Kind.OPERATOR, null, "development");
        Map<String, Object> given = settings == null || settings.isEmpty() ? null : settings;
        return CurrentActor.call(operator, () -> {
            wishes.make(
                    target.id(),
                    new Wish("development", Approval.Action.VERSION, target.version(), true, given),
                    new Wish.Who(operator, true));
            log.warn("DEVELOPMENT: switched without a second person bank={} plugin={} version={}", bank, target.id(),
                    target.version());
            Check check = plugins.check(target.id(), null);
            return new DevController.InForce(bank, target.id(), target.version(), check.ok(), check.detail());
        });
    }
}
