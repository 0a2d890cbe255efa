package io.openteller.platform.embedding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.embedding.KeptVectors.Kind;
import io.openteller.platform.embedding.TextHash;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorStoreTest {

    private static final TextHash FEE = TextHash.of("The fee is 1.50.");

    @TempDir
    Path data;

    @Test
    void what_is_kept_is_there_for_the_next_process() {
        VectorStore first = store(1_000);
        first.keep(Kind.SENTENCE, FEE, new byte[] {1, 2, 3});
        assertThat(first.of(Kind.WORDS, FEE)).isNull();
        assertThat(first.of(Kind.SENTENCE, TextHash.of("Another."))).isNull();
        first.close();

        VectorStore second = store(1_000);
        assertThat(second.of(Kind.SENTENCE, FEE)).containsExactly(1, 2, 3);
        second.close();
    }

    @Test
    void what_is_asked_for_stays_when_there_is_more_than_may_be_kept() {
        VectorStore store = store(20);
        store.keep(Kind.WORDS, FEE, new byte[] {7});
        for (int i = 0; i < 100; i++) {
            store.keep(Kind.SENTENCE, TextHash.of("sentence " + i), new byte[] {(byte) i});
            assertThat(store.of(Kind.WORDS, FEE)).as("after %s others", i).containsExactly(7);
        }
        long left = IntStream.range(0, 100)
                .filter(i -> store.of(Kind.SENTENCE, TextHash.of("sentence " + i)) != null)
                .count();
        assertThat(left).isBetween(1L, 20L);
        store.close();

        VectorStore again = store(20);
        assertThat(again.of(Kind.WORDS, FEE)).containsExactly(7);
        again.close();
    }

    @Test
    void a_file_that_cannot_be_read_is_made_anew() throws Exception {
        store(20).close();
        Path file;
        try (Stream<Path> files = Files.list(data)) {
            file = files.findFirst().orElseThrow();
        }
        Files.write(file, new byte[50_000]);

        VectorStore store = store(20);
        store.keep(Kind.WORDS, FEE, new byte[] {9});
        assertThat(store.of(Kind.WORDS, FEE)).containsExactly(9);
        store.close();
    }

    /** What lies on the disk while the process runs is what is left when it is killed. */
    @Test
    void a_process_that_dies_leaves_what_was_kept_some_seconds_before() throws Exception {
        VectorStore dies = store(20_000);
        dies.keep(Kind.WORDS, FEE, new byte[] {3});
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        byte @Nullable [] left = null;
        for (int i = 0; left == null && System.nanoTime() < end; i++) {
            dies.keep(Kind.SENTENCE, TextHash.of("sentence " + i), new byte[3_000]);
            Thread.sleep(100);
            Path after = Files.createTempDirectory(data, "after");
            try (Stream<Path> files = Files.list(data)) {
                Path file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
                Files.copy(file, after.resolve(file.getFileName()));
            }
            VectorStore next = new VectorStore(after, 20_000);
            left = next.of(Kind.WORDS, FEE);
            next.keep(Kind.WORDS, TextHash.of("It goes on."), new byte[] {4});
            assertThat(next.of(Kind.WORDS, TextHash.of("It goes on."))).containsExactly(4);
            next.close();
        }
        assertThat(left).containsExactly(3);
        dies.close();
    }

    @Test
    void a_second_one_in_the_same_folder_keeps_nothing_and_asks_nothing() {
        VectorStore first = store(20);
        first.keep(Kind.WORDS, FEE, new byte[] {5});
        VectorStore second = store(20);
        second.keep(Kind.WORDS, FEE, new byte[] {6});

        assertThat(second.of(Kind.WORDS, FEE)).isNull();
        assertThat(first.of(Kind.WORDS, FEE)).containsExactly(5);
        second.close();
        first.close();
        assertThat(first.of(Kind.WORDS, FEE)).isNull();
    }

    private VectorStore store(long most) {
        return new VectorStore(data, most);
    }
}
