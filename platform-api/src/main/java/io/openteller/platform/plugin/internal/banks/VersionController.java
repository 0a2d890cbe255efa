package io.openteller.platform.plugin.internal.banks;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.plugin.internal.banks.PluginViews.Changes;
import io.openteller.platform.plugin.internal.banks.PluginViews.Limits;
import io.openteller.platform.plugin.internal.banks.PluginViews.Plugin;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** What another version would change, and how much of a plugin the bank uses at most. */
@Controller("/api/v1/plugins/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
class VersionController {

    private final BankPlugins plugins;
    private final TighterBounds bounds;
    private final PluginPages pages;

    VersionController(BankPlugins plugins, TighterBounds bounds, PluginPages pages) {
        this.plugins = plugins;
        this.bounds = bounds;
        this.pages = pages;
    }

    /** From what this bank approved to that version under the settings that it keeps. */
    @Get("/difference")
    @Allowed(Permission.PLUGIN_READ)
    Changes difference(String id, @Nullable @QueryValue String version) {
        if (version == null) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "Which version? The parameter is missing");
        }
        return Changes.of(plugins.difference(id, version));
    }

    /** Tighter than the plugin's own alone; a bound that is left out is the plugin's own. */
    @Put("/bounds")
    @Allowed(Permission.PLUGIN_WRITE)
    Plugin bound(String id, @Body Limits given) {
        bounds.set(id, given, CurrentActor.get());
        return pages.one(id);
    }
}
