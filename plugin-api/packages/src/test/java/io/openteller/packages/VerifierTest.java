package io.openteller.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openteller.packages.Verification.Rejected;
import io.openteller.packages.Verification.Verified;
import io.openteller.packages.VerifiedPackage.Trust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierTest {

    @TempDir
    Path given;

    @TempDir
    Path work;

    @Test
    void a_sound_package_is_unpacked_as_it_was_signed() throws IOException {
        MadePackage made = MadePackage.sound().library("a.jar", Map.of("a/text.txt", new byte[3])).signed(Planted.PARTNER);
        VerifiedPackage verified = verified(made.in(given), Rules.alone());
        for (Map.Entry<String, byte[]> file : made.files.entrySet()) {
            assertThat(verified.folder().resolve(file.getKey())).hasBinaryContent(file.getValue());
        }
        assertThat(verified.manifest().id()).isEqualTo("made");
        assertThat(verified.extensions()).containsExactly("made.About", "made.Accounts");
        assertThat(verified.sha256()).isEqualTo(HexFormat.of().formatHex(HashList.sha256().digest(made.zip())));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(verified.folder()))).isEqualTo("rwx------");
        assertThat(work).isDirectoryNotContaining("glob:**.zip");
    }

    @Test
    void how_far_it_is_trusted_is_how_far_its_key_is() throws IOException {
        assertThat(verified(MadePackage.sound().signed(Planted.PARTNER).in(given), Rules.alone()).trust())
                .isEqualTo(Trust.PARTNER);
        assertThat(verified(MadePackage.sound().signed(Planted.PLATFORM).in(given), Rules.alone()).trust())
                .isEqualTo(Trust.PLATFORM);
    }

    @Test
    void somebody_who_changes_the_file_meanwhile_changes_nothing() throws IOException {
        MadePackage made = MadePackage.sound().signed(Planted.PARTNER);
        Path zip = made.in(given);
        byte[] other = MadePackage.sound().file("classes/evil", "x").signed(Planted.PARTNER).zip();
        TrustedKeys swapping = id -> {
            try {
                // Between the check of the signature and unpacking.
                Files.write(zip, other);
                Files.write(zip, new byte[0]);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            return Planted.KEYS.find(id);
        };
        Verified verified = (Verified) Verifier.verify(zip, swapping, work, Rules.alone());
        assertThat(verified.what().folder().resolve("classes/made/About.class"))
                .hasBinaryContent(made.files.get("classes/made/About.class"));
        assertThat(verified.what().folder().resolve("classes/evil")).doesNotExist();
    }

    @Test
    void an_older_version_and_the_same_file_again_are_taken_where_the_caller_says_so() throws IOException {
        Path zip = MadePackage.sound().signed(Planted.PARTNER).in(given);
        Rules older = new Rules("1.0.0", id -> Map.of("2.0.0", "00"), true);
        String sha256 = verified(zip, older).sha256();
        Rules same = new Rules("1.0.0", id -> Map.of("1.0.0", sha256, "2.0.0", "00"), false);
        assertThat(verified(zip, same).sha256()).isEqualTo(sha256);
    }

    @Test
    void a_release_candidate_is_older_than_its_release() throws IOException {
        Path zip = MadePackage.sound().saying(json -> json.put("version", "1.0.0-rc.1")).signed(Planted.PARTNER).in(given);
        Rules rules = new Rules("1.0.0", id -> Map.of("1.0.0", "00"), false);
        assertThat(Verifier.verify(zip, Planted.KEYS, work, rules))
                .isInstanceOfSatisfying(Rejected.class, it -> assertThat(it.reason()).isEqualTo(Reason.DOWNGRADE));
    }

    @Test
    void a_file_that_is_not_there_is_the_callers_failure() {
        assertThatThrownBy(() -> Verifier.verify(given.resolve("none.zip"), Planted.KEYS, work, Rules.alone()))
                .isInstanceOf(IOException.class);
        assertThat(work).isEmptyDirectory();
    }

    private VerifiedPackage verified(Path zip, Rules rules) throws IOException {
        Verification verification = Verifier.verify(zip, Planted.KEYS, work, rules);
        assertThat(verification).isInstanceOf(Verified.class);
        return ((Verified) verification).what();
    }
}
