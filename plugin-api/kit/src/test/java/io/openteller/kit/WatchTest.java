package io.openteller.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What one sees who looks at files while they are saved. */
class WatchTest {

    private static final Path FILE = Path.of("Accounts.java");
    private static final Instant FIRST = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant SECOND = FIRST.plusSeconds(5);
    private static final Instant THIRD = FIRST.plusSeconds(9);

    /** One look after the other; the last is what stays. */
    private static Watch seeing(List<Map<Path, Instant>> looks) throws IOException {
        Deque<Map<Path, Instant>> left = new ArrayDeque<>(looks);
        return new Watch(before -> left.size() > 1 ? left.remove() : left.getFirst());
    }

    @Test
    void a_file_that_is_not_there_for_a_moment_is_saved_once() throws Exception {
        Map<Path, Instant> saved = Map.of(FILE, SECOND);
        Watch watch = seeing(List.of(Map.of(FILE, FIRST), Map.of(), saved, saved, saved, Map.of(FILE, THIRD)));
        assertThat(watch.next()).isEqualTo(SECOND);
        assertThat(watch.next()).isEqualTo(THIRD);
    }

    @Test
    void a_file_that_is_written_in_steps_is_brought_when_it_is_whole() throws Exception {
        Watch watch = seeing(List.of(Map.of(FILE, FIRST), Map.of(FILE, SECOND), Map.of(FILE, THIRD)));
        assertThat(watch.next()).isEqualTo(THIRD);
    }

    @Test
    void a_file_that_comes_back_as_it_was_is_no_save() throws Exception {
        Map<Path, Instant> same = Map.of(FILE, FIRST);
        Watch watch = seeing(List.of(same, Map.of(), same, same, Map.of(FILE, SECOND)));
        assertThat(watch.next()).isEqualTo(SECOND);
    }
}
