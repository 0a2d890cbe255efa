package io.openteller.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openteller.packages.VerifiedPackage.Trust;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

    @TempDir
    Path folder;

    @Test
    void a_key_is_read_as_it_was_written_and_by_nobody_else() throws IOException {
        Path file = folder.resolve("keys/publisher.pem");
        SigningKey made = SigningKey.at(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        SigningKey read = SigningKey.at(file);
        assertThat(read.publicKey()).isEqualTo(made.publicKey());
        byte[] list = {1, 2, 3};
        assertThat(PublicKeys.signed(made.publicKey(), list, read.signature(list))).isTrue();
    }

    @Test
    void a_key_that_others_may_read_is_not_used() throws IOException {
        Path file = folder.resolve("publisher.pem");
        SigningKey.generate().write(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> SigningKey.read(file)).hasMessageContaining("others may read");
    }

    @Test
    void a_key_is_never_overwritten() throws IOException {
        Path file = folder.resolve("publisher.pem");
        SigningKey first = SigningKey.at(file);
        assertThatThrownBy(() -> SigningKey.generate().write(file)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(SigningKey.read(file).id()).isEqualTo(first.id());
    }

    @Test
    void what_is_no_key_is_said_so() throws IOException {
        Path file = folder.resolve("publisher.pem");
        SigningKey.generate().write(file);
        Files.writeString(file, "words");
        assertThatThrownBy(() -> SigningKey.read(file)).hasMessageContaining("is no signing key");
    }

    /** RFC 8032, test 1: its public key, and the id that follows from it. */
    @Test
    void the_id_is_the_beginning_of_the_hash_of_the_raw_key() {
        byte[] raw = HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        String hash = HexFormat.of().formatHex(HashList.sha256().digest(raw));
        assertThat(PublicKeys.idOf(Base64.getEncoder().encodeToString(raw))).contains(hash.substring(0, 16));
        assertThat(PublicKeys.idOf("not base64!")).isEmpty();
        assertThat(PublicKeys.idOf(Base64.getEncoder().encodeToString(new byte[31]))).isEmpty();
    }

    @Test
    void a_signature_is_of_one_key_over_one_list_for_one_purpose() throws Exception {
        SigningKey key = SigningKey.generate();
        byte[] list = {1, 2, 3};
        byte[] signature = key.signature(list);
        assertThat(PublicKeys.signed(key.publicKey(), list, signature)).isTrue();
        assertThat(PublicKeys.signed(key.publicKey(), new byte[] {1, 2, 4}, signature)).isFalse();
        assertThat(PublicKeys.signed(SigningKey.generate().publicKey(), list, signature)).isFalse();
        assertThat(PublicKeys.signed(key.publicKey(), list, new byte[64])).isFalse();
        byte[] purposeInList = "openteller-plugin-v1\n\u0001\u0002\u0003".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(PublicKeys.signed(key.publicKey(), purposeInList, signature)).isFalse();
    }

    @Test
    void a_folder_of_trusted_keys_is_read_as_it_was_written() throws IOException {
        TrustFolder trust = new TrustFolder(folder.resolve("trust"));
        assertThat(trust.all()).isEmpty();
        TrustedKey key = TrustedKey.of(SigningKey.generate(), "A publisher", Trust.PARTNER);
        trust.put(key);
        assertThat(trust.find(key.keyId())).contains(key);
        TrustedKey revoked = new TrustedKey(
                key.keyId(), key.publisher(), key.publicKey(), Trust.PARTNER, Instant.parse("2027-01-02T03:04:05Z"));
        trust.put(revoked);
        assertThat(trust.all()).containsExactly(revoked);
        assertThat(trust.remove(key.keyId())).isTrue();
        assertThat(trust.remove(key.keyId())).isFalse();
    }

    @Test
    void a_file_that_is_wrong_trusts_nobody_and_is_named() throws IOException {
        SigningKey one = SigningKey.generate();
        TrustFolder trust = new TrustFolder(folder);
        trust.put(TrustedKey.of(one, "One", Trust.PLATFORM));
        SigningKey other = SigningKey.generate();
        Path swapped = folder.resolve(other.id() + ".json");
        Files.copy(folder.resolve(one.id() + ".json"), swapped);
        Files.writeString(folder.resolve("0123456789abcdef.json"), "{\"keyId\": \"0123456789abcdef\"}");
        Files.writeString(folder.resolve("notes.txt"), "not a key");
        assertThat(trust.find(other.id())).isEmpty();
        assertThat(trust.all()).singleElement().extracting(TrustedKey::keyId).isEqualTo(one.id());
        assertThat(trust.unreadable()).containsExactlyInAnyOrder(other.id() + ".json", "0123456789abcdef.json");
    }

    @Test
    void an_id_never_leads_out_of_the_folder() throws IOException {
        Files.writeString(folder.resolve("secret.json"), "{}");
        TrustFolder trust = new TrustFolder(folder.resolve("trust"));
        assertThat(trust.find("../secret")).isEmpty();
        assertThat(trust.remove("../secret")).isFalse();
        assertThat(folder.resolve("secret.json")).exists();
    }

    @Test
    void a_trusted_key_must_be_the_one_with_its_id() {
        SigningKey key = SigningKey.generate();
        String other = SigningKey.generate().id();
        assertThatThrownBy(() -> new TrustedKey(other, "A", key.publicKey(), Trust.PARTNER, null))
                .hasMessageContaining("not the one with id");
        assertThatThrownBy(() -> new TrustedKey(key.id(), " ", key.publicKey(), Trust.PARTNER, null))
                .hasMessageContaining("publisher");
    }
}
