package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.Ownership;
import io.openteller.platform.conversation.OwnershipOutcome;
import io.openteller.platform.conversation.Person;
import io.openteller.platform.tenancy.CurrentTenant;
import java.util.UUID;

/** A person at the desk, without the desk's page. */
final class TestPeople {

    private static final Person AGENT = new Person(UUID.randomUUID(), "Abe Agent");

    private TestPeople() {}

    static void closes(ApplicationContext platform, TestBank bank, UUID conversation) {
        Ownership ownership = platform.getBean(Ownership.class);
        CurrentTenant.run(bank.tenant(), () -> {
            assertThat(ownership.take(conversation, AGENT, version(platform, conversation), "Abe has joined."))
                    .isInstanceOf(OwnershipOutcome.Done.class);
            assertThat(ownership.close(conversation, AGENT, version(platform, conversation), "It has ended."))
                    .isInstanceOf(OwnershipOutcome.Done.class);
        });
    }

    private static long version(ApplicationContext platform, UUID conversation) {
        return platform.getBean(Conversations.class).find(conversation).orElseThrow().version();
    }
}
