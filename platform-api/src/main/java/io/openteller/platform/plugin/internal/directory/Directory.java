package io.openteller.platform.plugin.internal.directory;

import io.micronaut.context.annotation.Property;
import io.openteller.platform.egress.Egress;
import io.openteller.platform.plugin.internal.directory.Catalogue.Entry;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one directory that the operator configured; without one, or without a way to it, what was last seen of it. */
@Singleton
class Directory {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int CATALOGUE = 2 * 1024 * 1024;
    private static final int PACKAGE = 128 * 1024 * 1024;

    private final Optional<Place> place;
    private final Clock clock;
    private volatile @Nullable Seen seen;

    Directory(
            Egress egress, Clock clock, @Property(name = "openteller.plugins.directory", defaultValue = "") String source) {
        this.place = place(source.strip(), egress);
        this.clock = clock;
    }

    private static Optional<Place> place(String source, Egress egress) {
        if (source.isEmpty()) {
            return Optional.empty();
        }
        boolean web = source.startsWith("http://") || source.startsWith("https://");
        return Optional.of(web
                ? new WebPlace(URI.create(source.endsWith("/") ? source : source + "/"), egress)
                : new FolderPlace(Path.of(source)));
    }

    private record Seen(List<Entry> entries, Instant at) {}

    /**
     * What there is.
     *
     * @param source empty when none is configured
     * @param detail a sentence for people; empty when all is well
     */
    record Look(String source, boolean reachable, String detail, List<Entry> entries) {}

    Look look() {
        if (place.isEmpty()) {
            return new Look("", false, "No directory is configured. What is installed is shown.", List.of());
        }
        Place there = place.get();
        Seen before = seen;
        if (there.far() && before != null && before.at().plus(KEPT).isAfter(clock.instant())) {
            return new Look(there.words(), true, "", before.entries());
        }
        try {
            Seen now = new Seen(
                    Catalogue.read(there.read(Catalogue.FILE, CATALOGUE)).packages(), clock.instant());
            seen = now;
            return new Look(there.words(), true, "", now.entries());
        } catch (IOException unread) {
            String last = before == null ? "What is installed is shown." : "It is shown as it was at " + before.at() + ".";
            return new Look(
                    there.words(),
                    false,
                    "The directory cannot be read (" + unread.getMessage() + "). " + last,
                    before == null ? List.of() : before.entries());
        }
    }

    /** The package's bytes, which are those that the catalogue names. */
    byte[] fetch(String id, String version) {
        Entry wanted = look().entries().stream()
                .filter(one -> one.id().equals(id) && one.version().equals(version))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
        try {
            byte[] zip = place.orElseThrow().read(wanted.file(), PACKAGE);
            if (!sha256(zip).equals(wanted.sha256())) {
                throw new ProblemException(
                        ErrorCode.PLUGIN_REJECTED, wanted.file() + " is not the file that the directory's catalogue names");
            }
            return zip;
        } catch (IOException unread) {
            throw new ProblemException(ErrorCode.DIRECTORY_UNREACHABLE, unread.getMessage());
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
