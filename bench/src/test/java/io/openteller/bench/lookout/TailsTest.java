package io.openteller.bench.lookout;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.bench.canaries.Canaries;
import io.openteller.bench.canaries.Canary;
import io.openteller.bench.canaries.Way;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TailsTest {

    private static final String WORD = Canary.of("bank-1");

    @TempDir
    Path folder;

    @Test
    void what_is_new_is_read_once_and_a_word_that_was_half_written_is_found() throws Exception {
        Path log = folder.resolve("platform.log");
        Canaries canaries = new Canaries();
        Tails tails = new Tails(canaries);
        tails.read(Way.LOG, null, log);
        Files.writeString(log, "took " + WORD + "\ntook " + WORD.substring(0, 5));
        tails.read(Way.LOG, null, log);
        assertThat(canaries.foreign(Way.LOG)).isEqualTo(1);
        Files.writeString(log, WORD.substring(5) + "\n", StandardOpenOption.APPEND);
        tails.read(Way.LOG, null, log);
        tails.read(Way.LOG, null, log);
        assertThat(canaries.foreign(Way.LOG)).isEqualTo(2);
        assertThat(canaries.bytes(Way.LOG)).isEqualTo(Files.size(log));
    }
}
