package io.openteller.kit;

import io.openteller.kit.contract.SettingsFaults;
import io.openteller.packages.Manifest;
import io.openteller.packages.Manifests;
import io.openteller.packages.Verification;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Everything that is wrong with a package, as far as can be seen without running it. */
final class Examination {

    private Examination() {}

    static List<String> faults(Path zip) throws IOException {
        List<String> faults = new ArrayList<>(ManifestFaults.of(Zip.described(zip), false));
        if (Manifests.read(Zip.described(zip)) instanceof Manifests.Reading.Read(var manifest)) {
            faults.addAll(SettingsFaults.of(manifest.settings()));
            try (ZipFile opened = new ZipFile(zip.toFile())) {
                changelog(opened, manifest).ifPresent(faults::add);
                faults.addAll(ClassFaults.of(opened));
            }
            byPlatform(zip).ifPresent(faults::add);
        }
        return faults;
    }

    private static Optional<String> changelog(ZipFile zip, Manifest manifest) throws IOException {
        ZipEntry entry = zip.getEntry("CHANGELOG.md");
        if (entry == null) {
            return Optional.of("CHANGELOG.md is missing; banks read it before they take a new version");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String release = manifest.version().replaceFirst("-dev\\.\\d+$", "");
            return text.contains(release)
                    ? Optional.empty()
                    : Optional.of("CHANGELOG.md does not say what version " + release + " brings");
        }
    }

    /** As a platform looks at it, but for who signed it: that is another question. */
    private static Optional<String> byPlatform(Path zip) throws IOException {
        Path work = Files.createTempDirectory("openteller-validate");
        try {
            return ThrowAway.verified(zip, work) instanceof Verification.Rejected(var reason, var words)
                    ? Optional.of("a platform would refuse it: " + words)
                    : Optional.empty();
        } finally {
            Folders.delete(work);
        }
    }
}
