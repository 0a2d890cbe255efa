package io.openteller.spi.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which version is the last one, in a repository made for the test. */
class ReleasedTest {

    @TempDir
    private Path repository;

    private Path releases = Path.of("RELEASES");

    @BeforeEach
    void begin() throws Exception {
        releases = repository.resolve("RELEASES");
        git("init", "-q");
        commit("first", "package io.openteller.spi; public interface First {}");
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "git", "-C", repository.toString(), "-c", "user.name=test", "-c", "user.email=test@test.example",
                "-c", "core.hooksPath=/dev/null", "-c", "commit.gpgsign=false", "-c", "tag.gpgsign=false"));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).redirectErrorStream(true).start().waitFor()).isZero();
    }

    private void commit(String name, String source) throws Exception {
        Path folder = Files.createDirectories(repository.resolve("plugin-api/spi/src/main/java/io/openteller/spi"));
        Files.writeString(folder.resolve("First.java"), source);
        git("add", "-A");
        git("commit", "-q", "-m", name);
    }

    @Test
    void the_newest_tag_counts_and_not_the_last_by_its_letters() throws Exception {
        git("tag", "spi-v1.9.0");
        commit("second", "package io.openteller.spi; public interface First { void more(); }");
        git("tag", "spi-v1.10.0");
        commit("third", "package io.openteller.spi; interface First {}");
        Released last = Released.last(repository, releases);
        assertThat(last.version()).isEqualTo("1.10.0");
        assertThat(last.tagged()).isTrue();
        assertThat(Breaks.between(last.jar(repository, repository.resolve("cache")), changed()).incompatible())
                .contains("METHOD_REMOVED io.openteller.spi.First.more(…)");
    }

    @Test
    void a_history_that_was_cut_off_or_never_came_is_told_from_a_whole_one() throws Exception {
        commit("second", "package io.openteller.spi; public interface First { void more(); }");
        Path cut = repository.resolve("cut");
        git("clone", "-q", "--depth", "1", repository.toUri().toString(), cut.toString());
        assertThat(Released.historyMissing(repository)).isEmpty();
        assertThat(Released.historyMissing(cut)).contains("shallow");
        assertThat(Released.historyMissing(Files.createDirectory(repository.resolve("archive")))).contains("without git");
    }

    private byte[] changed() throws IOException {
        return new Sources(Map.of(
                        "io/openteller/spi/First.java", "package io.openteller.spi; public interface First {}"))
                .jar(Files.createDirectories(repository.resolve("changed")));
    }

    @Test
    void without_a_tag_it_is_the_last_line_of_the_file() throws Exception {
        Files.writeString(releases, "0.9.0 nothing\n1.0.0 HEAD\n");
        assertThat(Released.last(repository, releases).version()).isEqualTo("1.0.0");
    }

    @Test
    void a_history_that_is_not_there_is_said_and_how_to_go_on() throws IOException {
        Files.writeString(releases, "1.0.0 0123456789abcdef0123456789abcdef01234567\n");
        assertThatThrownBy(() -> Released.last(repository, releases))
                .isInstanceOf(Released.NoHistory.class)
                .hasMessageContaining("git fetch --unshallow --tags")
                .hasMessageContaining("-Dspi.compat=skip");
        Files.delete(releases);
        assertThatThrownBy(() -> Released.last(repository, releases)).isInstanceOf(Released.NoHistory.class);
        assertThatThrownBy(() -> Released.last(repository.resolve("nowhere"), releases))
                .isInstanceOf(Released.NoHistory.class);
    }
}
