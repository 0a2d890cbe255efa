package io.openteller.spi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads certificates and keys as people have them in files. No message quotes anything of them. */
final class KeyMaterial {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");
    private static final char[] NO_PASSWORD = new char[0];

    private KeyMaterial() {}

    private record Pair(PrivateKey key, List<X509Certificate> certificates) {}

    static KeyStore keys(ClientCertificate given, Instant now) {
        try {
            Pair pair = given.material().contains("-----BEGIN") ? pem(given.material()) : file(given);
            List<X509Certificate> chain = chain(pair);
            X509Certificate own = chain.getFirst();
            if (own.getNotAfter().before(Date.from(now))) {
                throw unfit("the client certificate ran out on " + day(own.getNotAfter()));
            }
            if (own.getNotBefore().after(Date.from(now))) {
                throw unfit("the client certificate is good from " + day(own.getNotBefore()) + " on only");
            }
            KeyStore keys = empty();
            keys.setKeyEntry("client", pair.key(), NO_PASSWORD, chain.toArray(Certificate[]::new));
            return keys;
        } catch (GeneralSecurityException unreadable) {
            throw unfit("the client certificate or its key cannot be read");
        }
    }

    static KeyStore trusted(String pem) {
        try {
            KeyStore trusted = empty();
            List<X509Certificate> certificates = certificates(pem);
            if (certificates.isEmpty()) {
                throw unfit("there is no certificate among the authorities");
            }
            for (int i = 0; i < certificates.size(); i++) {
                trusted.setCertificateEntry("authority-" + i, certificates.get(i));
            }
            return trusted;
        } catch (GeneralSecurityException unreadable) {
            throw unfit("the authorities' certificates cannot be read");
        }
    }

    private static KeyStore empty() throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(null, null);
            return store;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Pair pem(String text) throws GeneralSecurityException {
        return new Pair(key(text), certificates(text));
    }

    private static List<X509Certificate> certificates(String pem) throws GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> found = new ArrayList<>();
        Matcher block = BLOCK.matcher(pem);
        while (block.find()) {
            if (block.group(1).equals("CERTIFICATE")) {
                // Not as text: pasted into a field of one line, it comes without its line breaks.
                var bytes = new ByteArrayInputStream(Base64.getMimeDecoder().decode(block.group(2)));
                found.add((X509Certificate) factory.generateCertificate(bytes));
            }
        }
        return found;
    }

    private static PrivateKey key(String pem) {
        Matcher block = BLOCK.matcher(pem);
        while (block.find()) {
            if (block.group(1).equals("PRIVATE KEY")) {
                return key(Base64.getMimeDecoder().decode(block.group(2)));
            }
            if (block.group(1).endsWith("PRIVATE KEY")) {
                throw unfit("the private key must be unencrypted PKCS#8 (BEGIN PRIVATE KEY), or come in a PKCS#12 file");
            }
        }
        throw unfit("there is no private key beside the certificate");
    }

    private static PrivateKey key(byte[] pkcs8) {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (GeneralSecurityException another) {
                continue;
            }
        }
        throw unfit("the private key cannot be read");
    }

    private static Pair file(ClientCertificate given) throws GeneralSecurityException {
        char[] password = given.password() == null ? NO_PASSWORD : given.password().toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(new ByteArrayInputStream(Base64.getMimeDecoder().decode(given.material())), password);
        } catch (IOException | IllegalArgumentException refused) {
            throw unfit(refused.getCause() instanceof GeneralSecurityException
                    ? "the password of the PKCS#12 file is wrong or missing"
                    : "it is neither PEM text nor a PKCS#12 file in base64");
        }
        for (String name : java.util.Collections.list(store.aliases())) {
            if (store.isKeyEntry(name) && store.getKey(name, password) instanceof PrivateKey key) {
                List<X509Certificate> certificates = new ArrayList<>();
                for (Certificate one : store.getCertificateChain(name)) {
                    certificates.add((X509Certificate) one);
                }
                return new Pair(key, certificates);
            }
        }
        throw unfit("there is no private key in the PKCS#12 file");
    }

    /** The certificate of the key, and who issued it, as far as they are there. */
    private static List<X509Certificate> chain(Pair pair) throws GeneralSecurityException {
        if (pair.certificates().isEmpty()) {
            throw unfit("there is no certificate beside the private key");
        }
        X509Certificate at = null;
        for (X509Certificate one : pair.certificates()) {
            if (belong(pair.key(), one.getPublicKey())) {
                at = one;
                break;
            }
        }
        if (at == null) {
            throw unfit("the private key belongs to none of the certificates");
        }
        List<X509Certificate> chain = new ArrayList<>();
        while (at != null && !chain.contains(at)) {
            chain.add(at);
            at = issuer(at, pair.certificates());
        }
        return chain;
    }

    private static @Nullable X509Certificate issuer(X509Certificate of, List<X509Certificate> among) {
        return among.stream()
                .filter(one -> Objects.equals(one.getSubjectX500Principal(), of.getIssuerX500Principal()))
                .findFirst()
                .orElse(null);
    }

    private static boolean belong(PrivateKey key, PublicKey to) throws GeneralSecurityException {
        if (!key.getAlgorithm().equals(to.getAlgorithm())) {
            return false;
        }
        Signature signature = Signature.getInstance(
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> key.getAlgorithm();
                });
        byte[] words = "whose key is it".getBytes(StandardCharsets.US_ASCII);
        signature.initSign(key);
        signature.update(words);
        byte[] signed = signature.sign();
        signature.initVerify(to);
        signature.update(words);
        return signature.verify(signed);
    }

    private static String day(Date date) {
        return date.toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static IllegalArgumentException unfit(String sentence) {
        return new IllegalArgumentException(sentence);
    }
}
