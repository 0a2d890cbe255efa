package io.openteller.platform.workflow.internal.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.openteller.platform.Database;
import io.openteller.platform.workflow.internal.runs.FolderBank.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Processes that are really killed, and workers that are taken for dead: what they left is finished once. */
class RunKillIT {

    private static final Path FOLDER = RunPlatform.newFolder();

    private static ApplicationContext platform;
    private static FolderBank books;

    @BeforeAll
    static void start() {
        platform = RunPlatform.start(FOLDER);
        books = platform.getBean(FolderBank.class);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    /** Between the bank's doing it and the commit of its result. */
    @Test
    void what_a_killed_process_had_done_is_not_done_again_and_is_told() throws Exception {
        Chat chat = killedWhileBlocking(Fault.HANGS_AFTER);
        assertThat(chat.told()).contains("Your card was blocked at");
        assertThat(books.effects(bank(chat))).hasSize(1);
        assertThat(chat.said().stream().filter(one -> one.text().contains("was blocked at"))).hasSize(1);
        assertThat(chat.one("SELECT status FROM workflow_run")).isEqualTo("FINISHED");
    }

    /** Between the commit of what is to be done and the bank's doing it: the bank says that it never did, and never will. */
    @Test
    void what_a_killed_process_had_not_done_yet_comes_to_a_person() throws Exception {
        Chat chat = killedWhileBlocking(Fault.HANGS_BEFORE);
        assertThat(chat.told()).isEqualTo("A colleague from the card team goes on.");
        assertThat(books.effects(bank(chat))).isEmpty();
        assertThat(chat.one("SELECT status FROM workflow_run")).isEqualTo("HANDED_OVER");
    }

    private static Chat killedWhileBlocking(Fault where) throws Exception {
        books.fault(Fault.NONE);
        Chat chat = Chat.open(platform);
        chat.says("block my card");
        chat.entersTheCode();
        chat.says("the one ending 4821");
        chat.confirmsUnanswered();
        // A process takes its time to start.
        chat.change("UPDATE turn SET deadline = clock_timestamp() + interval '5 minutes' WHERE status = 'PENDING'");
        books.fault(where);
        answeredByAProcessThatIsKilled(chat);
        books.fault(Fault.NONE);
        assertThat(chat.one("SELECT todo->'effect'->>'operation' FROM workflow_run")).isEqualTo("cards.block/v1");
        for (int i = 0; i < 3; i++) {
            leasesRunOut(chat);
            chat.timePasses();
        }
        return chat;
    }

    /** A new process for every step of the way. */
    @Test
    void a_conversation_goes_on_in_another_process_at_each_step() {
        books.fault(Fault.NONE);
        Chat chat = Chat.open(platform);
        chat.says("block my card");
        try (ApplicationContext second = RunPlatform.start(FOLDER)) {
            assertThat(chat.on(second).entersTheCode()).contains("Which of your cards");
        }
        chat.says("the one ending 4821");
        try (ApplicationContext third = RunPlatform.start(FOLDER)) {
            assertThat(chat.on(third).confirms(true)).contains("Your card was blocked at");
        }
        assertThat(books.effects(bank(chat))).hasSize(1);
    }

    @Test
    void of_two_workers_on_one_run_the_one_that_was_overtaken_leaves_nothing() throws Exception {
        books.fault(Fault.NONE);
        Chat chat = Chat.open(platform);
        chat.says("what are your opening hours");
        chat.change("UPDATE workflow_timer SET due = clock_timestamp()");
        chat.change("UPDATE workflow_run SET look_at = clock_timestamp()");
        List<Thread> crew = Stream.generate(() -> Thread.ofVirtual().start(chat::timePasses))
                .limit(6)
                .toList();
        for (Thread one : crew) {
            one.join();
        }
        chat.answered();
        assertThat(chat.said().stream().filter(one -> one.text().equals("This is your reminder."))).hasSize(1);
        assertThat(chat.all("SELECT seq::text FROM workflow_event WHERE event->>'kind' = 'TimerRang'")).hasSize(1);
    }

    private static void answeredByAProcessThatIsKilled(Chat chat) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWorker.class.getName(),
                        Database.url(),
                        FOLDER.toString(),
                        bank(chat),
                        chat.id().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = process.inputReader()) {
            assertThat(output.lines().anyMatch(line -> line.contains("hangs"))).isTrue();
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** As if the time had passed. */
    private static void leasesRunOut(Chat chat) {
        chat.change("UPDATE turn SET lease_until = clock_timestamp() WHERE status = 'RUNNING'");
        chat.change("UPDATE bank_intent SET look_at = clock_timestamp(), lease_until = NULL"
                + " WHERE state IN ('CALLING', 'IN_DOUBT')");
        chat.change("UPDATE workflow_run SET look_at = clock_timestamp(), lease_until = NULL WHERE status = 'OPEN'");
    }

    private static String bank(Chat chat) {
        return chat.bank().slug().value();
    }
}
