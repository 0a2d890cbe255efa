package io.openteller.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates as banks' people have them in files, made here by the JDK's keytool. */
class ClientCertificateTest {

    private static final String WORD = UUID.randomUUID().toString();

    @TempDir
    static Path folder;

    private static KeyStore store;

    @BeforeAll
    static void make() throws Exception {
        keytool("-alias", "authority", "-keyalg", "EC", "-dname", "CN=Authority", "-ext", "bc:c=ca:true");
        keytool("-alias", "caller", "-keyalg", "RSA", "-dname", "CN=Caller", "-signer", "authority");
        keytool("-alias", "past", "-keyalg", "EC", "-dname", "CN=Past", "-startdate", "-9d", "-validity", "2");
        keytool("-alias", "coming", "-keyalg", "EC", "-dname", "CN=Coming", "-startdate", "+9d");
        store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("all.p12"))) {
            store.load(in, WORD.toCharArray());
        }
    }

    private static void keytool(String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair"));
        command.addAll(List.of(more));
        command.addAll(List.of(
                "-storetype", "PKCS12", "-storepass", WORD, "-keystore", folder.resolve("all.p12").toString()));
        assertThat(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start().waitFor())
                .isZero();
    }

    private static String block(String kind, byte[] bytes) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + kind + "-----\n";
    }

    private static String key(String alias) throws Exception {
        return block("PRIVATE KEY", store.getKey(alias, WORD.toCharArray()).getEncoded());
    }

    private static String certificate(String alias) throws Exception {
        return block("CERTIFICATE", store.getCertificate(alias).getEncoded());
    }

    private static ClientCertificate given(String material, @Nullable String password) {
        return new ClientCertificate(material, password, null);
    }

    @Test
    void pem_text_may_have_its_blocks_in_any_order() throws Exception {
        var given = given("Some words before\n" + certificate("authority") + key("caller") + certificate("caller"), null);
        Certificate[] chain = given.keys().getCertificateChain("client");
        assertThat(chain).containsExactly(store.getCertificate("caller"), store.getCertificate("authority"));
        assertThat(given.keys().getKey("client", new char[0])).isEqualTo(store.getKey("caller", WORD.toCharArray()));
        assertThat(given(given.material().replaceAll("\\R", ""), null).keys().getCertificateChain("client")).isEqualTo(chain);
        assertThat(given.trusted()).isNull();
        assertThat(given.toString()).isEqualTo("client certificate");
    }

    @Test
    void a_pkcs12_file_is_taken_with_its_password_alone() throws Exception {
        KeyStore one = KeyStore.getInstance("PKCS12");
        one.load(null, null);
        one.setKeyEntry("x", store.getKey("caller", WORD.toCharArray()), WORD.toCharArray(), store.getCertificateChain("caller"));
        var bytes = new java.io.ByteArrayOutputStream();
        one.store(bytes, WORD.toCharArray());
        String file = Base64.getMimeEncoder().encodeToString(bytes.toByteArray());
        assertThat(given(file, WORD).keys().getCertificateChain("client")).hasSize(2);
        refused(given(file, "another"), "the password of the PKCS#12 file is wrong or missing");
        refused(given(file, null), "the password of the PKCS#12 file is wrong or missing");
    }

    @Test
    void what_cannot_be_used_is_said_and_not_quoted() throws Exception {
        refused(given(key("past") + certificate("past"), null), "the client certificate ran out on ");
        refused(given(key("coming") + certificate("coming"), null), "the client certificate is good from ");
        refused(given(key("caller") + certificate("authority"), null), "the private key belongs to none of the certificates");
        refused(given(certificate("caller"), null), "there is no private key beside the certificate");
        refused(given(key("caller"), null), "there is no certificate beside the private key");
        refused(given(key("caller").replace("PRIVATE", "RSA PRIVATE"), null), "the private key must be unencrypted PKCS#8");
        refused(given("c2VjcmV0", null), "it is neither PEM text nor a PKCS#12 file in base64");
        refused(given("no letters of base64!", null), "it is neither PEM text nor a PKCS#12 file in base64");
        refused(given(block("PRIVATE KEY", new byte[] {1, 2}) + certificate("caller"), null), "the private key cannot be read");
        refused(given(key("caller") + block("CERTIFICATE", new byte[] {1, 2}), null), "the client certificate or its key cannot be read");
    }

    @Test
    void authorities_are_certificates_and_at_least_one() throws Exception {
        KeyStore trusted = Objects.requireNonNull(new ClientCertificate("", null, certificate("authority")).trusted());
        assertThat(trusted.size()).isEqualTo(1);
        var nobody = new ClientCertificate("", null, "none");
        assertThatThrownBy(nobody::trusted).hasMessage("there is no certificate among the authorities");
    }

    private static void refused(ClientCertificate given, String sentence) {
        assertThatThrownBy(given::keys)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(sentence)
                .hasNoCause();
    }
}
