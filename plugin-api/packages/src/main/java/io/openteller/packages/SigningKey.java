package io.openteller.packages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A publisher's Ed25519 key pair. Its file has both halves as PEM, and nobody but its owner reads it. */
public final class SigningKey {

    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final KeyPair pair;

    private SigningKey(KeyPair pair) {
        this.pair = pair;
    }

    public static SigningKey generate() {
        try {
            return new SigningKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has Ed25519", impossible);
        }
    }

    /** @throws IOException if it is no such key, or if others may read it */
    public static SigningKey read(Path file) throws IOException {
        if (posix(file) && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IOException("others may read " + file + "; it must have mode 600");
        }
        String text = Files.readString(file);
        try {
            KeyFactory keys = KeyFactory.getInstance("Ed25519");
            return new SigningKey(new KeyPair(
                    keys.generatePublic(new X509EncodedKeySpec(part(text, "PUBLIC KEY"))),
                    keys.generatePrivate(new PKCS8EncodedKeySpec(part(text, "PRIVATE KEY")))));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            throw new IOException(file + " is no signing key", malformed);
        }
    }

    /** With mode 600 from its first byte on. @throws java.nio.file.FileAlreadyExistsException never overwrites a key */
    public void write(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(folder);
        if (posix(folder)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER));
        } else {
            Files.createFile(file);
        }
        String text = pem("PRIVATE KEY", pair.getPrivate().getEncoded()) + pem("PUBLIC KEY", pair.getPublic().getEncoded());
        Files.writeString(file, text, StandardOpenOption.WRITE);
    }

    /** Reads it, or makes it when there is none. */
    public static SigningKey at(Path file) throws IOException {
        if (!Files.exists(file)) {
            generate().write(file);
        }
        return read(file);
    }

    public String id() {
        return PublicKeys.idOf(publicKey()).orElseThrow();
    }

    /** 32 raw bytes in base64. */
    public String publicKey() {
        return PublicKeys.written(pair.getPublic());
    }

    byte[] signature(byte[] hashList) {
        try {
            return PublicKeys.signature(pair.getPrivate(), hashList);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("an Ed25519 key signs", impossible);
        }
    }

    private static boolean posix(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }

    private static String pem(String what, byte[] encoded) {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(encoded);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }

    private static byte[] part(String text, String what) {
        Matcher found = Pattern.compile("-----BEGIN " + what + "-----([^-]+)-----END " + what + "-----").matcher(text);
        if (!found.find()) {
            throw new IllegalArgumentException("no " + what);
        }
        return Base64.getMimeDecoder().decode(found.group(1));
    }
}
