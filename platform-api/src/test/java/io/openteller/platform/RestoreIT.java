package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.openteller.local.LocalPostgres;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.audit.ChainState;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.Message;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.turn.Turns;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The drill of docs/operations.md: a database is copied while customers write to it, by PostgreSQL's own way of copying
 * files, restored on a fresh server, and a platform that never saw the first one goes on where everybody was.
 */
class RestoreIT {

    /** What a copy must not bring along: it belongs to the server that runs. */
    private static final Set<String> NOT_COPIED = Set.of("postmaster.pid", "postmaster.opts", "pg_replslot", "pg_stat_tmp");

    @TempDir
    Path folder;

    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void a_copy_of_a_live_database_is_restored_and_everything_goes_on_where_it_was() throws Exception {
        Path live = folder.resolve("live");
        Path restored = folder.resolve("restored");
        Path key = folder.resolve("vault-key.json");
        LocalPostgres first = LocalPostgres.start(live);
        TestBank bank;
        TestVisitor answered;
        TestVisitor waits;
        String before;
        List<Message> said;
        try (EmbeddedServer platform = start(first, key, false)) {
            bank = TestBank.open(platform.getApplicationContext(), "GBP");
            bank(platform, bank, () -> bank.publish(
                    platform.getApplicationContext(), "cards", "# Replacing a lost card\nA new card costs £6 and comes in 5 days."));
            answered = TestVisitor.anonymous(platform, bank);
            answered.says("How much does replacing a card cost?");
            bank(platform, bank, () -> assertThat(
                            platform.getApplicationContext().getBean(Turns.class).answerNext())
                    .isTrue());
            waits = TestVisitor.anonymous(platform, bank);
            waits.says("can I speak to a human?");
            said = messages(platform, bank, answered.conversation());
            assertThat(said).hasSize(3);
            before = chain(platform, bank);

            var crowd = CompletableFuture.runAsync(() -> writes(platform, bank), task -> Thread.ofVirtual().start(task));
            copy(first, live, restored);
            over.set(true);
            crowd.get(30, TimeUnit.SECONDS);
        } finally {
            over.set(true);
            first.stop();
        }
        assertThat(Files.exists(live.resolve("postgres/postmaster.pid"))).as("the first server is gone").isFalse();

        LocalPostgres second = LocalPostgres.start(restored);
        try (EmbeddedServer platform = start(second, key, true)) {
            assertThat(messages(platform, bank, answered.conversation())).isEqualTo(said);
            await(() -> messages(platform, bank, waits.conversation()).size() == 3);
            assertThat(messages(platform, bank, waits.conversation()).getLast().text()).contains("A colleague will join you");

            TestVisitor again = answered.at(platform);
            try (TestStream stream = again.stream("3")) {
                long seq = again.says("How much does replacing a card cost?");
                assertThat(seq).as("the next place of the same conversation").isEqualTo(4);
                assertThat(stream.nextFrom("ASSISTANT").id()).isEqualTo("5");
            }
            assertThat(chain(platform, bank)).startsWith("Intact").isNotEqualTo(before);
        } finally {
            second.stop();
        }
    }

    private EmbeddedServer start(LocalPostgres server, Path key, boolean answers) {
        Map<String, Object> settings = new HashMap<>(
                TestPlatform.settings(server.url(), Map.of("openteller.turn.loop", String.valueOf(answers))));
        settings.put("datasources.default.username", LocalPostgres.APPLICATION);
        settings.put("datasources.default.password", server.applicationPassword());
        settings.put("openteller.migration.owner", LocalPostgres.OWNER);
        settings.put("openteller.migration.password", server.ownerPassword());
        // Kept apart from the database and its copies: without it sealed values stay sealed.
        settings.put("openteller.vault.key-file", key.toString());
        return ApplicationContext.run(EmbeddedServer.class, settings);
    }

    /** What pg_basebackup does: begin, copy every file as it is, end; the log of that time makes it whole. */
    private static void copy(LocalPostgres server, Path from, Path to) throws Exception {
        Path data = from.resolve("postgres");
        Path target = to.resolve("postgres");
        Files.createDirectories(to);
        Files.copy(from.resolve("secrets.properties"), to.resolve("secrets.properties"));
        Properties secrets = new Properties();
        try (var reader = Files.newBufferedReader(from.resolve("secrets.properties"))) {
            secrets.load(reader);
        }
        String url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres";
        try (Handle sql = Jdbi.create(url, "postgres", secrets.getProperty("postgres")).open()) {
            sql.createQuery("SELECT pg_backup_start('drill', true)::text").mapTo(String.class).one();
            tree(data, target, false);
            String label = sql.createQuery("SELECT labelfile FROM pg_backup_stop(false)").mapTo(String.class).one();
            Files.writeString(target.resolve("backup_label"), label);
            sql.createQuery("SELECT pg_switch_wal()::text").mapTo(String.class).one();
            tree(data.resolve("pg_wal"), target.resolve("pg_wal"), true);
        }
        Files.createDirectories(target.resolve("pg_replslot"));
        Files.createDirectories(target.resolve("pg_stat_tmp"));
        owned(data, target);
    }

    /** Files may go, grow and change while they are copied: the log tells what they became. */
    private static void tree(Path from, Path to, boolean log) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes kept) throws IOException {
                if (NOT_COPIED.contains(folder.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(folder)));
                Files.setPosixFilePermissions(to.resolve(from.relativize(folder)), PosixFilePermissions.fromString("rwx------"));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes kept) throws IOException {
                boolean ofLog = !log && from.relativize(file).startsWith("pg_wal");
                if (!ofLog && !NOT_COPIED.contains(file.getFileName().toString())) {
                    try {
                        Files.copy(
                                file,
                                to.resolve(from.relativize(file)),
                                StandardCopyOption.REPLACE_EXISTING,
                                StandardCopyOption.COPY_ATTRIBUTES);
                    } catch (NoSuchFileException gone) {
                        return FileVisitResult.CONTINUE;
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** A server never runs as root: its files belong to whom those of the first belong to. */
    private static void owned(Path like, Path target) throws IOException {
        var owner = Files.getOwner(like);
        try (var files = Files.walk(target)) {
            for (Path file : files.toList()) {
                Files.setOwner(file, owner);
            }
        }
    }

    private void writes(EmbeddedServer platform, TestBank bank) {
        try {
            for (int i = 0; i < 200 && !over.get(); i++) {
                TestVisitor.anonymous(platform, bank).says("What are the fees?");
            }
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String chain(EmbeddedServer platform, TestBank bank) {
        ChainState state = CurrentTenant.call(
                bank.tenant(), () -> platform.getApplicationContext().getBean(Audit.class).verify());
        return state.toString();
    }

    private static List<Message> messages(EmbeddedServer platform, TestBank bank, UUID conversation) {
        return CurrentTenant.call(
                bank.tenant(),
                () -> platform.getApplicationContext().getBean(Conversations.class).messages(conversation, 0, 100));
    }

    private static void bank(EmbeddedServer platform, TestBank bank, Runnable work) {
        assertThat(platform.isRunning()).isTrue();
        CurrentTenant.run(bank.tenant(), work);
    }

    private interface Check {
        boolean holds() throws Exception;
    }

    private static void await(Check check) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!check.holds()) {
            assertThat(System.nanoTime()).as("it became so in time").isLessThan(end);
            Thread.sleep(50);
        }
    }
}
