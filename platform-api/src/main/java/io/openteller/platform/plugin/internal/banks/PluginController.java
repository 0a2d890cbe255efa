package io.openteller.platform.plugin.internal.banks;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.plugin.Installations.Check;
import io.openteller.platform.plugin.internal.banks.PluginViews.Chosen;
import io.openteller.platform.plugin.internal.banks.PluginViews.GivenSettings;
import io.openteller.platform.plugin.internal.banks.PluginViews.Items;
import io.openteller.platform.plugin.internal.banks.PluginViews.Plugin;
import io.openteller.platform.plugin.internal.banks.PluginViews.Tested;
import io.openteller.platform.plugin.internal.banks.Wishes.Granted;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a bank does with the plugins that the platform has. What widens what the bank approved is answered with 202: it waits
 * for a second person, and nothing is changed until then.
 */
@Controller("/api/v1/plugins")
@ExecuteOn(TaskExecutors.BLOCKING)
class PluginController {

    private final BankPlugins plugins;
    private final Wishes wishes;
    private final PluginPages pages;

    PluginController(BankPlugins plugins, Wishes wishes, PluginPages pages) {
        this.plugins = plugins;
        this.wishes = wishes;
        this.pages = pages;
    }

    @Get
    @Allowed(Permission.PLUGIN_READ)
    Items list() {
        return new Items(pages.all());
    }

    @Get("/{id}")
    @Allowed(Permission.PLUGIN_READ)
    Plugin one(String id) {
        return pages.one(id);
    }

    @Put("/{id}/settings")
    @Allowed(Permission.PLUGIN_WRITE)
    @MayWait
    HttpResponse<Plugin> configure(String id, @Body GivenSettings given) {
        if (given.settings() == null) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "The settings are missing");
        }
        return made(id, Wish.configured(given.settings()));
    }

    /** Tries the settings that are given, or else the kept ones. */
    @Post("/{id}/test")
    @Allowed(Permission.PLUGIN_WRITE)
    Tested test(String id, @Nullable @Body GivenSettings given) {
        Check check = plugins.check(id, given == null ? null : given.settings());
        return new Tested(check.ok(), check.millis(), check.detail());
    }

    @Post("/{id}/enable")
    @Allowed(Permission.PLUGIN_WRITE)
    @MayWait
    HttpResponse<Plugin> enable(String id) {
        return made(id, Wish.switched(true));
    }

    @Post("/{id}/disable")
    @Allowed(Permission.PLUGIN_WRITE)
    Plugin disable(String id) {
        return Objects.requireNonNull(made(id, Wish.switched(false)).body());
    }

    /** Calls that run end with the version that they began with. */
    @Post("/{id}/version")
    @Allowed(Permission.PLUGIN_WRITE)
    @MayWait
    HttpResponse<Plugin> choose(String id, @Body Chosen chosen) {
        if (chosen.version() == null) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "The version is missing");
        }
        return made(id, Wish.chosen(chosen.version(), chosen.settings()));
    }

    private HttpResponse<Plugin> made(String id, Wish wish) {
        Granted granted = wishes.make(id, wish, new Wish.Who(CurrentActor.get(), false));
        if (granted == Granted.ASKED) {
            return HttpResponse.accepted().body(pages.one(id));
        }
        boolean starts = wish.action() != Approval.Action.EGRESS;
        if (starts && plugins.get(id).kept().enabled()) {
            // Says at once whether it works, and what it prepares at its first call is not waited for by a customer.
            plugins.check(id, null);
        }
        return HttpResponse.ok(pages.one(id));
    }
}
