package io.openteller.platform;

import io.micronaut.context.ApplicationContext;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.Opening;
import io.openteller.platform.conversation.TurnQueue;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import io.openteller.platform.turn.Turns;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** A platform process that accepts a message, takes its turn, says so and then hangs until it is killed. */
final class KilledPlatform {

    private KilledPlatform() {}

    /** Arguments: database URL, bank, client message id, text. Prints the conversation's id once it holds the turn. */
    public static void main(String[] arguments) throws Exception {
        ApplicationContext platform = ApplicationContext.run(
                TestPlatform.settings(arguments[0], Map.of("openteller.turn.loop", "false")));
        var bank = platform.getBean(Tenants.class)
                .find(new TenantSlug(arguments[1]))
                .orElseThrow();
        Conversations conversations = platform.getBean(Conversations.class);
        UUID chat = CurrentTenant.call(bank, () -> {
            UUID opened = conversations.open(new Opening("WIDGET", null, null, "en", "Hello, I am an AI."));
            platform.getBean(Turns.class).accept(opened, arguments[2], arguments[3]);
            return platform.getBean(TurnQueue.class).claim(Duration.ofSeconds(1)).orElseThrow().conversation();
        });
        System.out.println("holds " + chat);
        Thread.sleep(Duration.ofMinutes(1));
    }
}
