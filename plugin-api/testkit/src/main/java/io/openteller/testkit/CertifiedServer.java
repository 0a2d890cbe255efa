package io.openteller.testkit;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.openteller.spi.ClientCertificate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;

/**
 * A server on this machine that answers only callers with a certificate of its own authority. All keys are made for the
 * occasion, by the JDK's keytool.
 */
public final class CertifiedServer implements AutoCloseable {

    private final char[] word = UUID.randomUUID().toString().toCharArray();
    private final Path folder;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final KeyStore keys;
    private final HttpsServer server;

    /** @param folder an empty one */
    public CertifiedServer(Path folder, HttpHandler handler) throws IOException, GeneralSecurityException {
        this.folder = folder;
        keytool("-alias", "authority", "-dname", "CN=Authority of the bank", "-ext", "bc:c=ca:true");
        keytool("-alias", "server", "-dname", "CN=localhost", "-ext", "san=dns:localhost,ip:127.0.0.1", "-signer", "authority");
        keytool("-alias", "caller", "-dname", "CN=Openteller", "-signer", "authority");
        keytool("-alias", "expired", "-dname", "CN=Openteller", "-signer", "authority", "-startdate", "-9d", "-validity", "2");
        keytool("-alias", "stranger", "-dname", "CN=Openteller", "-ext", "bc:c=ca:true");
        keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
            keys.load(in, word);
        }
        SSLContext context = context();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = context.getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        server.setExecutor(threads);
        server.createContext("/", handler);
        server.start();
    }

    private void keytool(String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-keyalg", "EC"));
        command.addAll(List.of(more));
        command.addAll(List.of(
                "-storetype", "PKCS12", "-storepass", new String(word), "-keystore", folder.resolve("keys.p12").toString()));
        try {
            int ended = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("keytool.log").toFile())
                    .start()
                    .waitFor();
            if (ended != 0) {
                throw new IOException("keytool made no key: " + Files.readString(folder.resolve("keytool.log")));
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException(stop);
        }
    }

    private KeyStore only(String alias) throws IOException, GeneralSecurityException {
        KeyStore one = KeyStore.getInstance("PKCS12");
        one.load(null, null);
        one.setKeyEntry(alias, keys.getKey(alias, word), word, keys.getCertificateChain(alias));
        return one;
    }

    private SSLContext context() throws IOException, GeneralSecurityException {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(only("server"), word);
        KeyStore authority = KeyStore.getInstance("PKCS12");
        authority.load(null, null);
        authority.setCertificateEntry("authority", keys.getCertificate("authority"));
        TrustManagerFactory believed = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        believed.init(authority);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), believed.getTrustManagers(), null);
        return context;
    }

    public URI address() {
        return URI.create("https://localhost:" + server.getAddress().getPort());
    }

    /** The certificate of the authority that the server's own leads to, as PEM text. */
    public String authority() throws GeneralSecurityException {
        return block("CERTIFICATE", keys.getCertificate("authority").getEncoded());
    }

    /** Key and certificates as PEM text. @param whose caller, expired or stranger */
    public String pem(String whose) throws GeneralSecurityException {
        StringBuilder text = new StringBuilder(block("PRIVATE KEY", keys.getKey(whose, word).getEncoded()));
        for (Certificate one : keys.getCertificateChain(whose)) {
            text.append(block("CERTIFICATE", one.getEncoded()));
        }
        return text.toString();
    }

    /** The caller's key and certificates as a PKCS#12 file in base64. */
    public String file(String password) throws IOException, GeneralSecurityException {
        KeyStore one = KeyStore.getInstance("PKCS12");
        one.load(null, null);
        one.setKeyEntry("x", keys.getKey("caller", word), password.toCharArray(), keys.getCertificateChain("caller"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        one.store(bytes, password.toCharArray());
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /** @param whose caller, expired or stranger */
    public ClientCertificate certificate(String whose) throws GeneralSecurityException {
        return new ClientCertificate(pem(whose), null, authority());
    }

    private static String block(String kind, byte[] bytes) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + kind + "-----\n";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
