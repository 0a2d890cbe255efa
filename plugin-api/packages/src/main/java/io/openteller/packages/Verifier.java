package io.openteller.packages;

import io.openteller.packages.VerifiedPackage.Trust;
import io.openteller.packages.Verification.Rejected;
import io.openteller.packages.Verification.Verified;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks at a package and unpacks it, without any class loader. What is checked is a copy that nobody else writes to, and what
 * was hashed is what is on the disk afterwards: the file that was given may change at any time.
 */
public final class Verifier {

    /** Bytes of a zip. */
    public static final long MOST_ZIP = 200L << 20;

    private static final int MOST_LIST = 8 << 20;

    private Verifier() {}

    /**
     * @param work a folder of the caller's alone, on a disk with room; the package lies in a new folder in it afterwards, and
     *     nothing does when it is refused
     * @throws IOException only if the disk fails
     */
    public static Verification verify(Path zip, TrustedKeys keys, Path work, Rules rules) throws IOException {
        Path copy = Files.createTempFile(work, "arrived-", ".zip");
        List<Path> unpacked = new ArrayList<>();
        try {
            String sha256 = copied(zip, copy);
            try (ZipFile opened = new ZipFile(copy.toFile())) {
                return new Verified(looked(opened, sha256, keys, work, rules, unpacked));
            }
        } catch (ZipException noZip) {
            Trees.delete(unpacked);
            return new Rejected(Reason.NOT_A_ZIP, "the file is no zip archive");
        } catch (Refusal refusal) {
            Trees.delete(unpacked);
            return new Rejected(refusal.reason(), refusal.words());
        } catch (IOException | RuntimeException failure) {
            Trees.delete(unpacked);
            throw failure;
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static String copied(Path zip, Path copy) throws IOException {
        MessageDigest digest = HashList.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(zip), digest);
                OutputStream out = Files.newOutputStream(copy)) {
            if (Streams.copied(in, out, MOST_ZIP) > MOST_ZIP) {
                throw new Refusal(Reason.TOO_LARGE, "it is larger than " + (MOST_ZIP >> 20) + " MB");
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static VerifiedPackage looked(
            ZipFile zip, String sha256, TrustedKeys keys, Path work, Rules rules, List<Path> unpacked)
            throws IOException {
        SortedMap<String, ZipEntry> files = new TreeMap<>();
        Entries.files(zip).forEach(entry -> files.put(entry.getName(), entry));
        if (!files.containsKey(Names.SIGNATURE) || !files.containsKey(Names.HASHES)) {
            throw new Refusal(Reason.UNSIGNED, "it is not signed");
        }
        byte[] described = small(zip, files, Names.MANIFEST, Manifests.MOST_BYTES)
                .orElseThrow(() -> new Refusal(Reason.MANIFEST, "it has no plugin.json"));
        Manifest manifest = Manifests.parsed(described);
        byte[] list = small(zip, files, Names.HASHES, MOST_LIST).orElseThrow();
        Trust trust = trust(manifest, list, small(zip, files, Names.SIGNATURE, 200).orElseThrow(), keys);
        SortedMap<String, String> hashes = HashList.read(list);
        compare(files, hashes);
        Path folder = Files.createTempDirectory(work, "package-");
        unpacked.add(folder);
        Unpacking.unpack(zip, files, hashes, folder, Entries.MOST_UNPACKED);
        fits(manifest, sha256, rules);
        try (PackageClasses classes = PackageClasses.of(folder)) {
            return new VerifiedPackage(manifest, sha256, trust, folder, Extensions.checked(manifest, classes));
        }
    }

    /** Read twice, here and while unpacking; the hash list covers both, for unpacking compares the bytes on the disk. */
    private static Optional<byte[]> small(ZipFile zip, Map<String, ZipEntry> files, String name, int most)
            throws IOException {
        ZipEntry entry = files.get(name);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new Refusal(Reason.TOO_LARGE, "its " + name + " is too large");
            }
            return Optional.of(bytes);
        }
    }

    private static Trust trust(Manifest manifest, byte[] list, byte[] signature, TrustedKeys keys) {
        String keyId = manifest.publisher().key();
        if (keyId.isEmpty()) {
            throw new Refusal(Reason.UNSIGNED, "its plugin.json names no key");
        }
        TrustedKey key = keys.find(keyId)
                .orElseThrow(() -> new Refusal(
                        Reason.UNKNOWN_KEY, "it is signed with the key " + keyId + ", which nobody here trusts"));
        if (key.revokedAt() != null) {
            throw new Refusal(Reason.REVOKED_KEY, "its key " + keyId + " was revoked at " + key.revokedAt());
        }
        if (!PublicKeys.signed(key.publicKey(), list, decoded(signature))) {
            throw new Refusal(
                    Reason.BAD_SIGNATURE, "its signature is not one of the key " + keyId + " over its list of files");
        }
        return key.level();
    }

    private static byte[] decoded(byte[] signature) {
        try {
            return Base64.getDecoder().decode(new String(signature, java.nio.charset.StandardCharsets.US_ASCII).strip());
        } catch (IllegalArgumentException noBase64) {
            return new byte[0];
        }
    }

    private static void compare(SortedMap<String, ZipEntry> files, SortedMap<String, String> hashes) {
        for (String name : files.keySet()) {
            if (!hashes.containsKey(name) && !Names.UNLISTED.contains(name)) {
                throw new Refusal(Reason.FILES_DIFFER, "it has a file that was not signed: " + name);
            }
        }
        for (String name : hashes.keySet()) {
            if (!files.containsKey(name) || Names.UNLISTED.contains(name)) {
                throw new Refusal(Reason.FILES_DIFFER, "a file that was signed is missing: " + name);
            }
        }
    }

    private static void fits(Manifest manifest, String sha256, Rules rules) {
        if (SpiRange.read(manifest.spi()).filter(range -> range.holds(rules.spi())).isEmpty()) {
            throw new Refusal(
                    Reason.SPI_RANGE,
                    "it needs plugin interface " + manifest.spi() + "; this platform has " + rules.spi());
        }
        Map<String, String> installed = rules.installed().apply(manifest.id());
        String same = installed.get(manifest.version());
        if (same != null && !same.equals(sha256)) {
            throw new Refusal(
                    Reason.SAME_VERSION_OTHER_CONTENT,
                    "version " + manifest.version() + " is installed already, with another content; a changed package needs"
                            + " a new version");
        }
        Semver version = Semver.of(manifest.version());
        Optional<Semver> newest = installed.keySet().stream().map(Semver::of).max(Semver::compareTo);
        if (same == null && !rules.olderAllowed() && newest.filter(one -> version.compareTo(one) < 0).isPresent()) {
            throw new Refusal(
                    Reason.DOWNGRADE,
                    "it is older than version " + newestOf(installed) + ", which is installed; older ones must be asked for");
        }
    }

    private static String newestOf(Map<String, String> installed) {
        return installed.keySet().stream()
                .max((one, other) -> Semver.of(one).compareTo(Semver.of(other)))
                .orElseThrow();
    }
}
