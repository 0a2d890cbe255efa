package io.openteller.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpIT {

    @TempDir
    Path folder;

    private Path data;
    private int port;

    @BeforeEach
    void choose_a_folder_and_a_port() throws IOException {
        data = folder.resolve("data");
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
    }

    @AfterEach
    void take_everything_down() throws Exception {
        Command.run("down", "--data", data.toString());
        assertThat(children()).isEmpty();
    }

    @Test
    void ctrl_c_stops_every_process_it_started() throws Exception {
        Command up = Command.begin(up());
        up.says("Openteller is up");
        List<Child> started = children();
        assertThat(started).extracting(Child::name).containsExactly("platform", "redis", "postgres");
        new ProcessBuilder("kill", "-INT", Long.toString(up.process().pid())).start().waitFor();
        assertThat(up.end()).isEqualTo(130);
        assertThat(started).noneMatch(Child::alive);
        assertThat(up.text()).contains("platform stopped", "redis stopped", "postgres stopped").doesNotContain("by itself");
    }

    @Test
    void the_platform_is_told_where_everything_is() throws Exception {
        assertThat(Command.run(up("--detach")).end()).isZero();
        String told = get("http://127.0.0.1:" + port + "/");
        assertThat(told)
                .contains("OPENTELLER_DB_URL=jdbc:postgresql://127.0.0.1:")
                .contains("OPENTELLER_DB_USER=openteller_app")
                .contains("OPENTELLER_DB_OWNER=openteller_owner")
                .contains("OPENTELLER_REDIS_URL=redis://:")
                .contains("OPENTELLER_KEYCLOAK_URL=http://keycloak.example")
                .contains("OPENTELLER_PUBLIC_URL=http://localhost:" + port)
                .contains("OPENTELLER_DATA=" + data);
    }

    @Test
    void a_second_up_on_the_same_folder_says_where_the_first_is() throws Exception {
        assertThat(Command.run(up("--detach")).end()).isZero();
        Command second = Command.run(up());
        assertThat(second.end()).isEqualTo(1);
        assertThat(second.text()).contains("already running on this data folder: http://localhost:" + port);
        assertThat(Command.run("status", "--data", data.toString()).end()).isZero();
        assertThat(Command.run("down", "--data", data.toString()).text()).contains("postgres stopped", "down");
        assertThat(Command.run("status", "--data", data.toString()).end()).isEqualTo(3);
    }

    @Test
    void a_killed_platform_is_started_again_beside_its_running_services() throws Exception {
        Command.run(up("--detach"));
        List<Child> before = children();
        before.getFirst().stop("KILL", Duration.ofSeconds(5));
        Command again = Command.run(up("--detach"));
        assertThat(again.end()).isZero();
        assertThat(again.text()).contains("services of the last run still run", "Openteller is up");
        assertThat(children().subList(1, 3)).isEqualTo(before.subList(1, 3));
        assertThat(children().getFirst()).isNotEqualTo(before.getFirst());
    }

    @Test
    void what_a_killed_up_left_is_cleared_and_started_again() throws Exception {
        Command killed = Command.begin(up());
        killed.says("Openteller is up");
        Child platform = children().getFirst();
        killed.process().destroyForcibly().waitFor();
        assertThat(platform.alive()).isTrue();
        Command again = Command.run(up("--detach"));
        assertThat(again.end()).isZero();
        assertThat(again.text()).contains("left over from a run that was killed");
        assertThat(platform.alive()).isFalse();
    }

    @Test
    void a_port_in_use_is_named_and_nothing_is_started() throws Exception {
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            Command up = Command.run(up());
            assertThat(up.end()).isEqualTo(1);
            assertThat(up.text().strip())
                    .isEqualTo("openteller: port " + taken.getLocalPort()
                            + " is in use by another program; choose another with --port");
            assertThat(children()).isEmpty();
        }
    }

    @Test
    void a_port_of_ours_is_named_with_its_folder() throws Exception {
        Command.run(up("--detach"));
        Command other = Command.run(
                "up", "--port", "" + port, "--data", folder.resolve("other").toString());
        assertThat(other.end()).isEqualTo(1);
        assertThat(other.text()).contains("port " + port + " is taken by the Openteller on the data folder " + data);
    }

    @Test
    void a_platform_that_cannot_start_is_shown_with_its_last_words_and_nothing_stays() throws Exception {
        Command up = Command.run("up", "--port", "" + port, "--data", data.toString(), "--class-path",
                Command.classPath(), "--main-class", SmallPlatform.Broken.class.getName());
        assertThat(up.end()).isEqualTo(1);
        assertThat(up.text()).contains("platform ended while starting", "no migration for this database");
        assertThat(children()).isEmpty();
    }

    @Test
    void a_half_written_folder_is_explained_and_left_alone() throws Exception {
        Command.run(up("--detach"));
        Command.run("down", "--data", data.toString());
        Files.delete(data.resolve("postgres/PG_VERSION"));
        Command up = Command.run(up());
        assertThat(up.end()).isEqualTo(1);
        assertThat(up.text()).contains("is incomplete (PG_VERSION is missing). Nothing was changed.");
        assertThat(data.resolve("postgres/base")).isNotEmptyDirectory();
        assertThat(children()).isEmpty();
    }

    @Test
    void an_unknown_option_and_a_bad_port_are_told_apart_from_failures() throws Exception {
        assertThat(Command.run("up", "--prot", "1").end()).isEqualTo(2);
        Command bad = Command.run("up", "--port", "eighty");
        assertThat(bad.end()).isEqualTo(2);
        assertThat(bad.text()).contains("--port needs a number from 1 to 65535, not 'eighty'");
    }

    private String[] up(String... more) {
        List<String> words = new ArrayList<>(List.of("up", "--port", "" + port, "--data", data.toString()));
        words.addAll(List.of("--class-path", Command.classPath(), "--main-class", SmallPlatform.class.getName()));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    private List<Child> children() {
        return Files.exists(data.resolve("secrets.properties")) ? new Run(DataFolder.at(data)).processes().toList() : List.of();
    }

    private static String get(String url) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
