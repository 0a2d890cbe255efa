package io.openteller.platform;

import io.micronaut.context.ApplicationContext;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.JdbiException;

/** A platform process that stores a message, says so before that is committed, and goes on when it is told to. */
final class FrozenPlatform {

    private FrozenPlatform() {}

    /** Arguments: database URL, what its sessions are bound by, bank, conversation. */
    public static void main(String[] arguments) {
        Map<String, Object> settings = new HashMap<>(TestSettings.quiet(arguments[0]));
        settings.put("datasources.default.data-source-properties.options", arguments[1]);
        try (ApplicationContext platform = ApplicationContext.run(settings)) {
            Tenant bank = platform.getBean(Tenants.class)
                    .find(new TenantSlug(arguments[2]))
                    .orElseThrow();
            CurrentTenant.run(bank, () -> holds(platform, UUID.fromString(arguments[3])));
        }
        System.exit(0);
    }

    private static void holds(ApplicationContext platform, UUID chat) {
        TenantDatabase database = platform.getBean(TenantDatabase.class);
        Conversations conversations = platform.getBean(Conversations.class);
        try {
            database.inTransaction(sql -> {
                conversations.append(chat, "frozen", "Said to the one that is frozen.", Duration.ofSeconds(25));
                System.out.println("holds");
                awaitLine();
                return conversations.append(chat, "thawed", "Said a moment later.", Duration.ofSeconds(25));
            });
            System.out.println("committed");
        } catch (JdbiException cut) {
            System.out.println("cut");
        }
        System.out.println("reads " + conversations.messages(chat, 0, 10).size());
    }

    private static void awaitLine() {
        try {
            System.in.read();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }
}
