package io.openteller.platform.plugin.internal.banks;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.plugin.internal.calls.Usage;
import io.openteller.platform.plugin.internal.calls.Usage.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How much this bank calls a plugin, how long that takes, and how often it fails. */
@Controller("/api/v1/plugins/{id}/usage")
@ExecuteOn(TaskExecutors.BLOCKING)
class UsageController {

    private static final int MOST_HOURS = 30 * 24;

    private final BankPlugins plugins;
    private final Usage usage;

    UsageController(BankPlugins plugins, Usage usage) {
        this.plugins = plugins;
        this.usage = usage;
    }

    /** @param items slots of five minutes up to 24 hours, of an hour beyond; slots without a call are left out */
    @Serdeable
    record Shown(List<Slot> items, List<OfOperation> operations) {}

    /** @param held never came to the plugin: too many at once or in a second, or held back */
    @Serdeable
    record Slot(Instant at, long calls, long failed, long held, double p50Millis, double p95Millis) {}

    @Serdeable
    record OfOperation(String operation, long calls, long failed, long held, double p50Millis, double p95Millis) {}

    @Get
    @Allowed(Permission.PLUGIN_READ)
    Shown usage(String id, @QueryValue(defaultValue = "24") int hours) {
        plugins.get(id);
        var overview = usage.of(id, Duration.ofHours(Math.clamp(hours, 1, MOST_HOURS)));
        return new Shown(
                overview.slots().entrySet().stream()
                        .map(one -> slot(one.getKey(), one.getValue()))
                        .toList(),
                overview.operations().entrySet().stream()
                        .map(one -> operation(one.getKey(), one.getValue()))
                        .toList());
    }

    private static Slot slot(Instant at, Numbers of) {
        return new Slot(at, of.calls(), of.failed(), of.held(), of.p50Millis(), of.p95Millis());
    }

    private static OfOperation operation(String name, Numbers of) {
        return new OfOperation(name, of.calls(), of.failed(), of.held(), of.p50Millis(), of.p95Millis());
    }
}
