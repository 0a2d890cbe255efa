package io.openteller.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServicesIT {

    @TempDir
    Path data;

    @AfterEach
    void stop_what_a_failed_test_left() {
        Processes processes = new Processes(DataFolder.at(data));
        List.of("postgres", "redis", "keycloak")
                .forEach(name -> processes.running(name).ifPresent(left -> left.stop("KILL", Duration.ofSeconds(5))));
    }

    @Test
    void postgres_keeps_its_data_and_its_two_roles_over_a_restart() throws SQLException {
        LocalPostgres first = LocalPostgres.start(data);
        try (Connection owner = owner(first)) {
            owner.createStatement().execute("CREATE TABLE kept (word text)");
            owner.createStatement().execute("INSERT INTO kept VALUES ('Überweisung')");
        }
        first.stop();
        LocalPostgres second = LocalPostgres.start(data);
        try (Connection owner = owner(second);
                ResultSet row = owner.createStatement()
                        .executeQuery("SELECT upper(word), current_setting('max_connections'), version() FROM kept")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("ÜBERWEISUNG");
            assertThat(row.getString(2)).isEqualTo("100");
            assertThat(row.getString(3)).startsWith("PostgreSQL 18");
        }
        assertThatThrownBy(() -> DriverManager.getConnection(second.url(), LocalPostgres.OWNER, "guess"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
        second.stop();
    }

    @Test
    void postgres_comes_back_after_it_was_killed_and_its_process_id_went_to_a_stranger() throws Exception {
        LocalPostgres killed = LocalPostgres.start(data);
        Child process = new Processes(DataFolder.at(data)).running("postgres").orElseThrow();
        process.stop("KILL", Duration.ofSeconds(5));
        Path lock = data.resolve("postgres/postmaster.pid");
        Files.writeString(lock, Files.readString(lock).replaceFirst("\\d+", Long.toString(ProcessHandle.current().pid())));
        LocalPostgres again = LocalPostgres.start(data);
        assertThat(again.port()).isEqualTo(killed.port());
        again.stop();
    }

    @Test
    void a_second_start_finds_the_running_server() {
        LocalPostgres first = LocalPostgres.start(data);
        long pid = new Processes(DataFolder.at(data)).running("postgres").orElseThrow().pid();
        LocalPostgres.start(data);
        assertThat(new Processes(DataFolder.at(data)).running("postgres").orElseThrow().pid()).isEqualTo(pid);
        first.stop();
        assertThat(new Processes(DataFolder.at(data)).running("postgres")).isEmpty();
        assertThat(ProcessHandle.of(pid)).isEmpty();
    }

    @Test
    void a_half_written_database_is_named_and_left_as_it_is() throws IOException {
        DataFolder.at(data);
        Files.createDirectories(data.resolve("postgres/base"));
        Files.writeString(data.resolve("postgres/base/1"), "rows");
        assertThatThrownBy(() -> LocalPostgres.start(data))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("is incomplete (PG_VERSION is missing)")
                .hasMessageContaining("--data");
        assertThat(data.resolve("postgres/base/1")).hasContent("rows");
    }

    @Test
    void an_interrupted_first_set_up_is_begun_again() throws IOException {
        DataFolder.at(data);
        Files.createDirectories(data.resolve("postgres.unfinished/base"));
        LocalPostgres server = LocalPostgres.start(data);
        assertThat(data.resolve("postgres.unfinished")).doesNotExist();
        server.stop();
    }

    @Test
    void somebody_elses_folder_is_refused() throws IOException {
        Files.writeString(data.resolve("thesis.txt"), "ten years of work");
        assertThatThrownBy(() -> LocalRedis.start(data)).isInstanceOf(CannotStart.class).hasMessageContaining("--data");
        assertThat(data).isDirectoryContaining("glob:**thesis.txt").isDirectoryNotContaining("glob:**secrets*");
        Files.delete(data.resolve("thesis.txt"));
    }

    @Test
    void redis_answers_only_with_its_password_which_only_we_can_read() throws IOException {
        LocalRedis redis = LocalRedis.start(data);
        assertThat(redis.url()).matches("redis://:[0-9a-f]{36}@127\\.0\\.0\\.1:\\d+");
        for (String secret : List.of("secrets.properties", "redis/redis.conf")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(secret))))
                    .isEqualTo("rw-------");
        }
        redis.stop();
        assertThat(DataFolder.free(redis.port())).isTrue();
    }

    private static Connection owner(LocalPostgres server) throws SQLException {
        return DriverManager.getConnection(server.url(), LocalPostgres.OWNER, server.ownerPassword());
    }
}
