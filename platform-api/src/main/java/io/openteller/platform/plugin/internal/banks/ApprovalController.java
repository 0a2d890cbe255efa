package io.openteller.platform.plugin.internal.banks;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.plugin.internal.banks.PluginViews.Plugin;
import io.openteller.platform.plugin.internal.banks.PluginViews.Reason;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The second person decides. */
@Controller("/api/v1/plugins/approvals/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApprovalController {

    private final SecondPerson second;
    private final BankPlugins plugins;
    private final PluginPages pages;

    ApprovalController(SecondPerson second, BankPlugins plugins, PluginPages pages) {
        this.second = second;
        this.plugins = plugins;
        this.pages = pages;
    }

    @Post("/approve")
    @Allowed(Permission.PLUGIN_WRITE)
    Plugin approve(UUID id) {
        String plugin = second.approve(id, CurrentActor.get());
        plugins.check(plugin, null);
        return pages.one(plugin);
    }

    @Post("/reject")
    @Allowed(Permission.PLUGIN_WRITE)
    Plugin reject(UUID id, @Nullable @Body Reason given) {
        return pages.one(second.reject(id, given == null ? null : given.reason(), CurrentActor.get()));
    }
}
