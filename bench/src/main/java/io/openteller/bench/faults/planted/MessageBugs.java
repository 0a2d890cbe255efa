package io.openteller.bench.faults.planted;

import io.openteller.bench.faults.planted.Bugs.Bug;
import io.openteller.platform.conversation.AppendOutcome;
import io.openteller.platform.conversation.Conversation;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import java.util.UUID;

/** Of those who take messages. */
final class MessageBugs {

    private static final long A_MOMENT = 1_500;

    private MessageBugs() {}

    static Bug<Conversations> storedLater(Conversations conversations) {
        return (product, method, arguments) -> {
            if (!method.getName().equals("append")) {
                return Bug.asItIs(product, method, arguments);
            }
            Tenant tenant = CurrentTenant.get();
            Thread.ofVirtual().start(() -> {
                try {
                    Thread.sleep(A_MOMENT);
                    CurrentTenant.run(tenant, () -> {
                        try {
                            Bug.asItIs(product, method, arguments);
                        } catch (Throwable lost) {
                            throw new IllegalStateException(lost);
                        }
                    });
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                }
            });
            return made(product, (UUID) arguments[0]);
        };
    }

    static Bug<Conversations> takenAnyway(Conversations conversations) {
        return (product, method, arguments) -> {
            if (!method.getName().equals("append")) {
                return Bug.asItIs(product, method, arguments);
            }
            try {
                return Bug.asItIs(product, method, arguments);
            } catch (RuntimeException failed) {
                return new AppendOutcome.Appended(2, UUID.randomUUID());
            }
        };
    }

    static Bug<Conversations> takenAsNew(Conversations conversations) {
        return (product, method, arguments) -> {
            Object outcome = Bug.asItIs(product, method, arguments);
            if (method.getName().equals("append") && outcome instanceof AppendOutcome.Duplicate) {
                arguments[1] = UUID.randomUUID().toString();
                return Bug.asItIs(product, method, arguments);
            }
            return outcome;
        };
    }

    private static AppendOutcome made(Conversations product, UUID conversation) {
        long last = product.find(conversation).map(Conversation::lastSeq).orElse(0L);
        return new AppendOutcome.Appended(last + 1, UUID.randomUUID());
    }
}
