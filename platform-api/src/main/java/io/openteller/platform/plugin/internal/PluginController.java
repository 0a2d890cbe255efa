package io.openteller.platform.plugin.internal;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.CurrentStaff;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.plugin.Installation;
import io.openteller.platform.plugin.Installations;
import io.openteller.platform.plugin.internal.PluginViews.GivenSettings;
import io.openteller.platform.plugin.internal.PluginViews.Items;
import io.openteller.platform.plugin.internal.PluginViews.Plugin;
import io.openteller.platform.plugin.internal.PluginViews.Tested;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a bank does with the plugins that the platform has. */
@Controller("/api/v1/plugins")
@ExecuteOn(TaskExecutors.BLOCKING)
class PluginController {

    private final Installations installations;
    private final Settings settings;

    PluginController(Installations installations, Settings settings) {
        this.installations = installations;
        this.settings = settings;
    }

    @Get
    @Allowed(Permission.PLUGIN_READ)
    Items list() {
        List<Plugin> plugins = new ArrayList<>();
        installations.list().forEach(installed -> plugins.add(view(installed)));
        installations.rejected().forEach((file, why) -> plugins.add(Plugin.rejected(file, why)));
        return new Items(plugins);
    }

    @Put("/{id}/settings")
    @Allowed(Permission.PLUGIN_WRITE)
    Plugin configure(String id, @Body GivenSettings given) {
        if (given.settings() == null) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "The settings are missing");
        }
        return view(installations.configure(id, given.settings(), actor()));
    }

    /** Tries the settings that are given, or else the kept ones. */
    @Post("/{id}/test")
    @Allowed(Permission.PLUGIN_WRITE)
    Tested test(String id, @Nullable @Body GivenSettings given) {
        Map<String, Object> tried = given == null ? null : given.settings();
        Installations.Check check = installations.check(id, tried);
        return new Tested(check.ok(), check.millis(), check.detail());
    }

    @Post("/{id}/enable")
    @Allowed(Permission.PLUGIN_WRITE)
    Plugin enable(String id) {
        return view(installations.enable(id, true, actor()));
    }

    @Post("/{id}/disable")
    @Allowed(Permission.PLUGIN_WRITE)
    Plugin disable(String id) {
        return view(installations.enable(id, false, actor()));
    }

    private Plugin view(Installation installed) {
        return Plugin.of(installed, settings.read(installed.schemaJson()));
    }

    private static String actor() {
        return CurrentStaff.get().name();
    }
}
