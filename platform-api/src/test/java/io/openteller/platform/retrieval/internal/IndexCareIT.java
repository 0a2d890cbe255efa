package io.openteller.platform.retrieval.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Indexes are opened, closed and made again without anybody noticing. */
class IndexCareIT {

    private static final String FEE = "# Fee\nA transfer abroad costs £12.";

    @TempDir
    private Path data;

    @Test
    void a_damaged_index_is_made_again() throws IOException {
        TestLibrary bank = TestLibrary.open(data);
        bank.adopt("fee", FEE);
        assertThat(bank.texts("transfer abroad")).hasSize(1);
        bank.close();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        try (TestLibrary later = bank.restarted()) {
            assertThat(later.texts("transfer abroad")).containsExactly("A transfer abroad costs £12.");
        }
    }

    @Test
    void an_index_that_is_lost_while_the_platform_stands_is_made_again() throws IOException {
        TestLibrary bank = TestLibrary.open(data);
        bank.adopt("fee", FEE);
        assertThat(bank.texts("transfer abroad")).hasSize(1);
        bank.close();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        assertThat(bank.texts("transfer abroad")).containsExactly("A transfer abroad costs £12.");
    }

    @Test
    void an_index_of_another_format_is_made_again_without_embedding_anything() throws IOException {
        TestLibrary bank = TestLibrary.open(data);
        bank.adopt("fee", FEE);
        assertThat(bank.texts("transfer abroad")).hasSize(1);
        bank.close();
        bank.stampOtherwise();
        try (TestLibrary later = bank.restarted()) {
            assertThat(later.texts("transfer abroad")).containsExactly("A transfer abroad costs £12.");
            assertThat(later.embedded()).isZero();
        }
    }

    @Test
    void no_more_indexes_stay_open_than_are_allowed_and_the_others_open_again() {
        TestLibrary bank = TestLibrary.open(data);
        TestLibrary second = bank.ofAnotherBank();
        TestLibrary third = bank.ofAnotherBank();
        for (TestLibrary library : new TestLibrary[] {bank, second, third}) {
            library.adopt("fee", FEE);
            assertThat(library.texts("transfer abroad")).hasSize(1);
        }
        assertThat(bank.open()).isEqualTo(3);
        bank.closeIdle();
        assertThat(bank.open()).isEqualTo(TestLibrary.MOST_OPEN);
        for (TestLibrary library : new TestLibrary[] {bank, second, third}) {
            assertThat(library.texts("transfer abroad")).hasSize(1);
        }
    }
}
