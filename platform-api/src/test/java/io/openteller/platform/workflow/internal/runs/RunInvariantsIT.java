package io.openteller.platform.workflow.internal.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.openteller.platform.conversation.Assurance;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import io.openteller.platform.workflow.Customer;
import io.openteller.platform.workflow.Heard;
import io.openteller.platform.workflow.Runs;
import io.openteller.platform.workflow.Steps;
import io.openteller.platform.workflow.internal.runs.FolderBank.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Customers who do whatever comes to their minds, a bank that fails in every way it can, and workers that die in the middle:
 * whatever happens, the bank's books hold what was agreed to and nothing twice. {@code -Dopenteller.conversations=10000} for
 * more of it.
 */
class RunInvariantsIT {

    private static final int CONVERSATIONS = Integer.getInteger("openteller.conversations", 300);
    private static final int TOGETHER = 12;

    private static final List<String> SAID = List.of(
            "yes", "no", "the one ending 4821", "4821", "cancel", "go back", "can you repeat that", "what is that?", "hello",
            "the other one", "I want to talk to a person", "1", "block my card");

    /** Why a run may rest that is not over. */
    private static final Set<String> NAMED =
            Set.of("ANSWER", "IDENTITY", "CONFIRMATION", "APPROVAL", "EVENT", "OPERATION");

    @Test
    void whatever_happens_nothing_is_done_that_was_not_agreed_to_and_nothing_twice() throws Exception {
        try (ApplicationContext platform = RunPlatform.start(RunPlatform.newFolder())) {
            List<Tenant> banks = banks(platform);
            List<Chat> chats = new ArrayList<>();
            for (int i = 0; i < CONVERSATIONS; i++) {
                chats.add(Chat.open(platform, banks.get(i % banks.size())));
            }
            List<Thread> crew = new ArrayList<>();
            for (int worker = 0; worker < TOGETHER; worker++) {
                int first = worker;
                crew.add(Thread.ofVirtual().start(() -> {
                    for (int i = first; i < chats.size(); i += TOGETHER) {
                        live(chats.get(i), new Random(i));
                    }
                }));
            }
            for (Thread one : crew) {
                one.join();
            }
            settled(platform, banks);
            banks.forEach(bank -> held(new Chat(platform, bank, new UUID(0, 0))));
        }
    }

    private static List<Tenant> banks(ApplicationContext platform) {
        List<Tenant> banks = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String slug = "i" + UUID.randomUUID().toString().substring(0, 12);
            banks.add(platform.getBean(Tenants.class).register(new TenantSlug(slug), slug, "INR"));
        }
        return banks;
    }

    /** One conversation. What fails in the middle fails as it would in a process that dies: nothing is cleaned up. */
    private static void live(Chat chat, Random chance) {
        FolderBank bank = chat.platform().getBean(FolderBank.class);
        Runs runs = chat.platform().getBean(Runs.class);
        String procedure = chance.nextBoolean() ? "block-card" : "pay-back";
        attempt(chat, () -> runs.begin(customer(chat), procedure, heard("start")));
        for (int i = 0; i < 12; i++) {
            bank.faultHere(Fault.values()[chance.nextInt(4)], chance.nextInt(8) == 0);
            switch (chance.nextInt(6)) {
                case 0, 1 -> attempt(chat, () -> runs.tell(customer(chat), heard(SAID.get(chance.nextInt(SAID.size())))));
                case 2 -> code(chat, runs);
                case 3, 4 -> card(chat, runs, chance.nextInt(4) > 0);
                default -> lapse(chat, chance);
            }
        }
        bank.faultHere(Fault.NONE, false);
    }

    private static void code(Chat chat, Runs runs) {
        chat.all("SELECT id::text FROM workflow_step WHERE kind = 'CODE' AND state = 'OPEN' AND conversation_id = '"
                        + chat.id() + "'")
                .forEach(step -> attempt(chat, () -> {
                    Steps steps = chat.platform().getBean(Steps.class);
                    steps.enterCode(chat.id(), UUID.fromString(step), FolderBank.CODE);
                    return runs.resume(customer(chat), UUID.fromString(step));
                }));
    }

    private static void card(Chat chat, Runs runs, boolean yes) {
        List<String> cards = chat.all("SELECT id::text FROM workflow_step WHERE kind = 'CONFIRM' AND conversation_id = '"
                + chat.id() + "' ORDER BY created_at");
        if (!cards.isEmpty()) {
            UUID step = UUID.fromString(cards.getLast());
            attempt(chat, () -> {
                chat.platform().getBean(Steps.class).confirm(chat.id(), step, yes);
                return runs.resume(customer(chat), step);
            });
        }
    }

    /** Time passes for this conversation: leases run out, colleagues decide, timers ring. */
    private static void lapse(Chat chat, Random chance) {
        String mine = " WHERE conversation_id = '" + chat.id() + "'";
        chat.change("UPDATE bank_intent SET look_at = clock_timestamp(), lease_until = NULL" + mine
                + " AND state IN ('CALLING', 'IN_DOUBT')");
        String decided = chance.nextInt(3) == 0 ? "DECLINED" : "AGREED";
        chat.change("UPDATE bank_approval SET state = '" + decided + "', decided_at = clock_timestamp() WHERE state = 'OPEN'"
                + " AND call_id IN (SELECT call_id FROM bank_intent" + mine + ")");
        if (chance.nextInt(5) == 0) {
            chat.change("UPDATE workflow_timer SET due = clock_timestamp() WHERE run_id IN (SELECT id FROM workflow_run"
                    + mine + ")");
        }
        chat.change("UPDATE workflow_run SET look_at = clock_timestamp(), lease_until = NULL" + mine + " AND status = 'OPEN'");
        attempt(chat, () -> chat.platform().getBean(RunWork.class).next());
    }

    /** In the end the bank answers, and everybody has had the time to look again. */
    private static void settled(ApplicationContext platform, List<Tenant> banks) {
        platform.getBean(FolderBank.class).faultHere(Fault.NONE, false);
        for (Tenant bank : banks) {
            Chat all = new Chat(platform, bank, new UUID(0, 0));
            for (int i = 0; i < 4; i++) {
                all.change("UPDATE bank_intent SET look_at = clock_timestamp(), lease_until = NULL"
                        + " WHERE state IN ('CALLING', 'IN_DOUBT')");
                all.change("UPDATE workflow_run SET look_at = clock_timestamp(), lease_until = NULL WHERE status = 'OPEN'"
                        + " AND (waiting = 'OPERATION' OR todo->>'hold' IN ('NONE', 'DOUBT'))");
                all.in(() -> {
                    while (platform.getBean(RunWork.class).next()) {
                        // goes on while one is due
                    }
                    return true;
                });
            }
        }
    }

    private static void held(Chat bank) {
        List<String> effects = bank.platform().getBean(FolderBank.class).effects(bank.bank().slug().value());
        Set<String> calls = new TreeSet<>();
        effects.forEach(effect -> calls.add(effect.substring(effect.indexOf('~') + 1)));
        List<String> intents = bank.all("SELECT call_id FROM bank_intent");
        assertThat(intents).as("no effect without an intent that was written down before").containsAll(calls);
        List<String> unconfirmed = bank.all("SELECT call_id FROM bank_intent WHERE confirmed_at IS NULL"
                + " AND operation IN ('cards.block/v1', 'refunds.execute/v1')");
        assertThat(calls).as("no effect without the customer's yes").noneMatch(unconfirmed::contains);
        List<String> alone = bank.all("SELECT call_id FROM bank_intent i WHERE operation = 'refunds.execute/v1' AND NOT EXISTS"
                + " (SELECT FROM bank_approval a WHERE a.call_id = i.call_id AND a.state = 'AGREED')");
        assertThat(calls).as("no money above the line without a colleague's yes").noneMatch(alone::contains);
        assertThat(bank.all("SELECT run_id::text FROM workflow_event WHERE event->>'kind' = 'Performed'"
                        + " GROUP BY run_id, event->>'step' HAVING count(*) > 1"))
                .as("no operation comes back twice to one step")
                .isEmpty();
        assertThat(NAMED)
                .as("every run is over or waits for something with a name")
                .containsAll(bank.all("SELECT coalesce(waiting, 'nothing') FROM workflow_run WHERE status IN ('OPEN', 'ASIDE')"));
        assertThat(bank.all("SELECT id::text FROM workflow_run WHERE status = 'OPEN' AND waiting = 'OPERATION'"
                        + " AND look_at IS NULL"))
                .as("whatever waits for the bank is looked at again")
                .isEmpty();
        assertThat(bank.all("SELECT conversation_id::text FROM workflow_run WHERE status = 'OPEN'"
                        + " GROUP BY conversation_id HAVING count(*) > 1"))
                .isEmpty();
        assertThat(effects).as("something was done at all").isNotEmpty();
    }

    private static <T> void attempt(Chat chat, Supplier<T> work) {
        try {
            chat.in(work);
        } catch (RuntimeException | FolderBank.Killed died) {
            // As if the process had: what it left is for the next one.
            assertThat(died).isNotNull();
        }
    }

    private static Heard heard(String text) {
        return new Heard(text, "", 0, text.contains("person"), text.endsWith("?"));
    }

    private static Customer customer(Chat chat) {
        var conversation = chat.in(() -> chat.platform().getBean(Conversations.class).find(chat.id())).orElseThrow();
        Assurance assurance = conversation.assurance();
        return new Customer(chat.id(), UUID.randomUUID(), "C-1", assurance, "en");
    }
}
