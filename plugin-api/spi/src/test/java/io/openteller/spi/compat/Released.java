package io.openteller.spi.compat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The interface that was released last: the newest tag {@code spi-v*} before this commit, or else the last line of RELEASES.
 *
 * @param version as semantic versions are written
 * @param tagged whether it is a tag, and so really out
 */
record Released(String version, String commit, boolean tagged) {

    private static final String SOURCES = "plugin-api/spi/src/main/java/";
    private static final String TAG = "spi-v";

    /** There is no history to compare with. */
    static final class NoHistory extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoHistory(String why) {
            super("The plugin interface cannot be held against the one that was released last: " + why
                    + ". Fetch the whole history (git fetch --unshallow --tags), or build with -Dspi.compat=skip.");
        }
    }

    /** Why there can be no earlier release here: a source archive, or a clone that was cut off. Empty when it is all there. */
    static String historyMissing(Path repository) {
        if (!Files.exists(repository.resolve(".git"))) {
            return "these sources came without git";
        }
        return git(repository, "rev-parse", "--is-shallow-repository").strip().equals("true")
                ? "this clone is shallow (git fetch --unshallow --tags)"
                : "";
    }

    /** @throws NoHistory in a checkout that does not have it */
    static Released last(Path repository, Path releases) {
        List<String> tags = git(repository, "tag", "--list", TAG + "*", "--merged", "HEAD", "--sort=-version:refname")
                .lines()
                .toList();
        if (!tags.isEmpty()) {
            String tag = tags.getFirst();
            return new Released(tag.substring(TAG.length()), commit(repository, tag), true);
        }
        try {
            List<String> lines = Files.readAllLines(releases).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
            String[] last = lines.isEmpty() ? new String[0] : lines.getLast().split(" +");
            if (last.length != 2) {
                throw new NoHistory("there is no tag " + TAG + "*, and " + releases.getFileName() + " names no commit");
            }
            return new Released(last[0], commit(repository, last[1]), false);
        } catch (IOException unreadable) {
            throw new NoHistory("there is no tag " + TAG + "*, and " + releases.getFileName() + " cannot be read");
        }
    }

    private static String commit(Path repository, String name) {
        return git(repository, "rev-parse", "--verify", "--quiet", name + "^{commit}").strip();
    }

    /** Compiled once per commit, and kept in {@code cache}. */
    byte[] jar(Path repository, Path cache) {
        Path kept = cache.resolve(commit + ".jar");
        try {
            if (!Files.exists(kept)) {
                Path workshop = Files.createDirectories(cache.resolve(commit));
                Files.write(kept, sources(repository).jar(workshop));
            }
            return Files.readAllBytes(kept);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Sources sources(Path repository) throws IOException {
        Map<String, String> files = new TreeMap<>();
        byte[] archive = bytes(repository, "archive", "--format=zip", commit, SOURCES);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".java")) {
                    files.put(entry.getName().substring(SOURCES.length()), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return new Sources(files);
    }

    private static String git(Path repository, String... arguments) {
        return new String(bytes(repository, arguments), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Path repository, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (InputStream said = process.getInputStream()) {
                byte[] all = said.readAllBytes();
                if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                    throw new NoHistory("'git " + String.join(" ", arguments) + "' finds nothing here");
                }
                return Objects.requireNonNull(all);
            }
        } catch (IOException noGit) {
            throw new NoHistory("there is no git");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
