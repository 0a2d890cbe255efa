package io.openteller.packages;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.packages.Verification.Rejected;
import io.openteller.packages.Verification.Verified;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each package is refused for its one fault, leaves nothing, and none of its code runs. */
class RefusedPackagesTest {

    @TempDir
    Path given;

    @TempDir
    Path work;

    private Path ran = Path.of("");

    @BeforeEach
    void tell_the_classes_where_to_write() {
        ran = given.resolve("ran.txt");
        System.setProperty(Compiled.PROPERTY, ran.toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty(Compiled.PROPERTY);
    }

    static List<Planted> planted() {
        return Planted.all();
    }

    @ParameterizedTest
    @MethodSource("planted")
    void is_refused_for_its_one_fault(Planted planted) throws IOException {
        Path zip = Files.write(given.resolve("planted.zip"), planted.zip());
        Verification verification = Verifier.verify(zip, Planted.KEYS, work, planted.rules());
        assertThat(verification).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.words()).contains(planted.words());
            assertThat(rejected.reason()).isEqualTo(planted.reason());
        });
        assertThat(work).isEmptyDirectory();
        assertThat(ran).doesNotExist();
    }

    @Test
    void there_is_a_planted_package_for_every_reason() {
        assertThat(Planted.all().stream().map(Planted::reason).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(EnumSet.allOf(Reason.class));
    }

    @Test
    void the_classes_of_planted_packages_do_write_when_they_run() throws Exception {
        Path zip = MadePackage.sound().signed(Planted.PARTNER).in(given);
        Verified verified = (Verified) Verifier.verify(zip, Planted.KEYS, work, Rules.alone());
        assertThat(ran).doesNotExist();
        URL classes = verified.what().folder().resolve("classes").toUri().toURL();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classes}, getClass().getClassLoader())) {
            Class.forName("made.Accounts", true, loader);
        }
        assertThat(ran).exists();
    }

    @Test
    void a_file_of_more_than_a_package_may_have_is_not_read_to_its_end() throws IOException {
        Path zip = given.resolve("large.zip");
        try (RandomAccessFile file = new RandomAccessFile(zip.toFile(), "rw")) {
            file.setLength(Verifier.MOST_ZIP + 1);
        }
        assertRefused(zip, Reason.TOO_LARGE);
    }

    @Test
    void a_small_zip_that_becomes_large_is_refused_by_what_it_says() throws IOException {
        Path zip = given.resolve("bomb.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("classes/zeros"));
            byte[] zeros = new byte[1 << 20];
            for (long written = 0; written <= Entries.MOST_UNPACKED; written += zeros.length) {
                out.write(zeros);
            }
            out.closeEntry();
        }
        assertThat(Files.size(zip)).isLessThan(1 << 20);
        assertRefused(zip, Reason.TOO_LARGE);
    }

    @Test
    void a_zip_that_lies_about_its_sizes_is_counted_while_it_is_unpacked() throws IOException {
        Path zip = given.resolve("lying.zip");
        byte[] honest = MadePackage.zip(Map.of("classes/zeros", new byte[1_000_000]));
        String bytes = HexFormat.of().formatHex(honest);
        // 1,000,000 as the zip's directory has it becomes 10.
        Files.write(zip, HexFormat.of().parseHex(bytes.replace("40420f00", "0a000000")));
        SortedMap<String, ZipEntry> files = new TreeMap<>();
        try (ZipFile opened = new ZipFile(zip.toFile())) {
            Entries.files(opened).forEach(entry -> files.put(entry.getName(), entry));
            assertThat(files.values()).extracting(ZipEntry::getSize).containsExactly(10L);
            List<Refusal> refusals = new ArrayList<>();
            try {
                Unpacking.unpack(opened, files, Map.of("classes/zeros", "00"), work, 1000);
            } catch (Refusal refusal) {
                refusals.add(refusal);
            }
            assertThat(refusals).extracting(Refusal::reason).containsExactly(Reason.TOO_LARGE);
            assertThat(work.resolve("classes/zeros")).satisfies(file -> assertThat(Files.size(file)).isLessThan(200_000));
        }
    }

    private void assertRefused(Path zip, Reason reason) throws IOException {
        assertThat(Verifier.verify(zip, Planted.KEYS, work, Rules.alone()))
                .isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.reason()).isEqualTo(reason));
        assertThat(work).isEmptyDirectory();
    }
}
