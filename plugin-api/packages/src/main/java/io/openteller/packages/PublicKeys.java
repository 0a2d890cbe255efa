package io.openteller.packages;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Public Ed25519 keys as 32 raw bytes in base64, and the one thing that is signed with them. */
public final class PublicKeys {

    /** What is signed here cannot be shown as something that was signed elsewhere. */
    private static final byte[] PURPOSE = "openteller-plugin-v1\n".getBytes(StandardCharsets.UTF_8);

    /** What X.509 writes before the raw bytes of such a key. */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int RAW = 32;

    private PublicKeys() {}

    /** The first 16 hexadecimal digits of the SHA-256 of the raw key; empty if it is no Ed25519 key. */
    public static Optional<String> idOf(String publicKey) {
        return raw(publicKey).map(raw -> HexFormat.of().formatHex(HashList.sha256().digest(raw)).substring(0, 16));
    }

    static String written(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return Base64.getEncoder().encodeToString(Arrays.copyOfRange(encoded, X509.length, encoded.length));
    }

    static boolean signed(String publicKey, byte[] hashList, byte[] signature) {
        try {
            byte[] encoded = Arrays.copyOf(X509, X509.length + RAW);
            System.arraycopy(raw(publicKey).orElseThrow(), 0, encoded, X509.length, RAW);
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(PURPOSE);
            check.update(hashList);
            return check.verify(signature);
        } catch (GeneralSecurityException noSignature) {
            return false;
        }
    }

    static byte[] signature(java.security.PrivateKey key, byte[] hashList) throws GeneralSecurityException {
        Signature making = Signature.getInstance("Ed25519");
        making.initSign(key);
        making.update(PURPOSE);
        making.update(hashList);
        return making.sign();
    }

    private static Optional<byte[]> raw(String publicKey) {
        try {
            return Optional.of(Base64.getDecoder().decode(publicKey)).filter(raw -> raw.length == RAW);
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
