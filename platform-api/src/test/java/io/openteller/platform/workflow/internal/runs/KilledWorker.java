package io.openteller.platform.workflow.internal.runs;

import io.micronaut.context.ApplicationContext;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import java.nio.file.Path;
import java.util.UUID;

/** A platform process that answers what waits in a conversation, and hangs where the bank does until it is killed. */
final class KilledWorker {

    private KilledWorker() {}

    /** Arguments: database URL, folder, bank, conversation; and "shipped" for the shipped procedures on the sandbox. */
    public static void main(String[] arguments) {
        boolean shipped = arguments.length > 4;
        ApplicationContext platform = shipped
                ? RunPlatform.shipped(Path.of(arguments[1]), arguments[0])
                : RunPlatform.start(Path.of(arguments[1]), arguments[0]);
        var bank = platform.getBean(Tenants.class)
                .find(new TenantSlug(arguments[2]))
                .orElseThrow();
        new Chat(platform, bank, UUID.fromString(arguments[3])).answered();
        // Nothing hung: whoever waits for that hears it.
        System.exit(1);
    }
}
