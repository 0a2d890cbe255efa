package io.openteller.platform.workflow.internal.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.openteller.platform.Gate;
import io.openteller.platform.conversation.Message;
import io.openteller.platform.coordination.Leases;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.workflow.internal.runs.FolderBank.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One of two processes has to go while the bank takes its time: the other one has at once what that one held. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GivenBackIT {

    private final Path folder = RunPlatform.newFolder();
    private final Gate gate = new Gate();
    private ApplicationContext leaving;
    private ApplicationContext staying;

    @BeforeEach
    void start() {
        leaving = RunPlatform.start(folder);
        staying = RunPlatform.start(folder);
    }

    @AfterEach
    void stop() {
        gate.open();
        leaving.close();
        staying.close();
    }

    @Test
    void a_turn_and_the_run_that_it_leads() throws Exception {
        Chat chat = Chat.open(leaving);
        chat.says("block my card");
        leaving.getBean(FolderBank.class).beforeReading = gate;
        CompletableFuture<String> slow = inBackground(chat::entersTheCode);
        gate.reached();
        Chat elsewhere = chat.on(staying);
        elsewhere.answered();
        assertThat(asked(chat)).as("it is in the hands of the one that is slow").isEmpty();

        leaving.getBean(Leases.class).giveBack();
        elsewhere.answered();
        assertThat(asked(chat)).hasSize(1);

        gate.open();
        ends(slow);
        assertThat(asked(chat)).as("who was slow says nothing after it").hasSize(1);
        assertThat(chat.one("SELECT owner FROM conversation")).isEqualTo("ASSISTANT");
        assertThat(chat.all("SELECT seq::text FROM workflow_event WHERE event->>'kind' = 'Performed'")).hasSize(1);
        assertThat(elsewhere.says("the one ending 4821")).isNotBlank();
        assertThat(elsewhere.confirms(true)).contains("Your card was blocked at");
    }

    /** With each step the lease is taken anew: whoever has given it back ends the one in hand and begins no other. */
    @Test
    void a_run_whose_step_ends_just_then() throws Exception {
        Chat chat = Chat.open(leaving);
        chat.says("I want my money back");
        Gate next = new Gate();
        leaving.getBean(FolderBank.class).beforeReading = () -> {
            leaving.getBean(FolderBank.class).beforeReading = next;
            gate.run();
        };
        CompletableFuture<String> slow = inBackground(chat::entersTheCode);
        gate.reached();
        leaving.getBean(Leases.class).giveBack();
        gate.open();
        try {
            ends(slow);
        } finally {
            next.open();
        }
        assertThat(chat.all("SELECT id::text FROM workflow_run WHERE lease_until > clock_timestamp()")).isEmpty();
        assertThat(chat.all("SELECT seq::text FROM workflow_event WHERE event->>'kind' = 'Performed'")).hasSize(1);
        chat.on(staying).timePasses();
        assertThat(chat.on(staying).confirms(false)).isEqualTo("Nothing was changed.");
    }

    @Test
    void a_run_that_is_led_alone_and_the_call_that_it_asks_about() throws Exception {
        Chat chat = inDoubt();
        chat.change("UPDATE workflow_run SET look_at = clock_timestamp()");
        leaving.getBean(FolderBank.class).beforeReading = gate;
        CompletableFuture<String> slow = inBackground(() -> {
            chat.timePasses();
            return "";
        });
        gate.reached();
        Chat elsewhere = chat.on(staying);
        elsewhere.timePasses();
        assertThat(chat.one("SELECT status FROM workflow_run")).as("it is in the hands of the one that is slow").isEqualTo("OPEN");

        leaving.getBean(Leases.class).giveBack();
        elsewhere.timePasses();
        assertThat(chat.one("SELECT status FROM workflow_run")).isEqualTo("FINISHED");
        assertThat(told(chat)).hasSize(1);
        List<String> events = chat.all("SELECT event::text FROM workflow_event ORDER BY seq");

        gate.open();
        ends(slow);
        assertThat(chat.all("SELECT event::text FROM workflow_event ORDER BY seq")).isEqualTo(events);
        assertThat(told(chat)).as("who was slow tells nothing after it").hasSize(1);
        assertThat(staying.getBean(FolderBank.class).effects(chat.bank().slug().value())).hasSize(1);
    }

    /** As a process does when it is told to stop: its own loop has the run, and cannot end it in its time. */
    @Test
    void what_a_loop_has_in_hand_when_its_process_ends() throws Exception {
        Chat chat = inDoubt();
        // Nobody but the loop that begins below may find it, and that one finds what other tests have left as well.
        try (ApplicationContext gone = RunPlatform.start(
                folder, Map.of("openteller.workflow.loop", "true", "openteller.drain.finish-within", "300ms"))) {
            gone.getBean(FolderBank.class).beforeReading = () -> {
                if (CurrentTenant.get().equals(chat.bank())) {
                    gate.run();
                }
            };
            chat.change("UPDATE workflow_run SET look_at = clock_timestamp()");
            gate.reached();
            chat.on(staying).timePasses();
            assertThat(chat.one("SELECT status FROM workflow_run")).isEqualTo("OPEN");
        }
        chat.on(staying).timePasses();
        assertThat(chat.one("SELECT status FROM workflow_run")).isEqualTo("FINISHED");
        assertThat(told(chat)).hasSize(1);
    }

    private Chat inDoubt() {
        Chat chat = Chat.open(leaving);
        chat.says("block my card");
        chat.entersTheCode();
        chat.says("the one ending 4821");
        leaving.getBean(FolderBank.class).fault(Fault.BOOKS_CLOSED);
        chat.confirms(true);
        assertThat(chat.one("SELECT state FROM bank_intent")).isEqualTo("IN_DOUBT");
        leaving.getBean(FolderBank.class).fault(Fault.NONE);
        chat.change("UPDATE bank_intent SET look_at = clock_timestamp(), lease_until = NULL");
        chat.change("UPDATE workflow_run SET look_at = NULL");
        return chat;
    }

    private static List<String> asked(Chat chat) {
        return said(chat, "Which of your cards");
    }

    private static List<String> told(Chat chat) {
        return said(chat, "was blocked at");
    }

    private static List<String> said(Chat chat, String words) {
        return chat.said().stream().map(Message::text).filter(text -> text.contains(words)).toList();
    }

    private static CompletableFuture<String> inBackground(Supplier<String> work) {
        return CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
    }

    /** One that was overtaken may say so, and nothing else. */
    private static void ends(CompletableFuture<String> slow) throws Exception {
        try {
            slow.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            assertThat(failed.getCause()).isInstanceOf(Overtaken.class);
        }
    }
}
