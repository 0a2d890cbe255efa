package io.openteller.platform.knowledge.internal;

import io.openteller.platform.reading.HandedFile;
import io.openteller.platform.reading.ReadDocument;
import io.openteller.platform.reading.ReadDocument.Format;
import io.openteller.platform.reading.ReadDocument.Section;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a version says.
 *
 * @param digest SHA-256 of what was handed in, to tell a change from a repetition
 * @param markdown null if it was read from a file of another format
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record VersionText(
        String title, Format format, byte[] digest, @Nullable String markdown, List<Section> sections) {

    static VersionText of(HandedFile file, ReadDocument read) {
        // Text files are read as Markdown, so they can be written on as such.
        boolean written = read.format() == Format.MARKDOWN || read.format() == Format.TEXT;
        return new VersionText(
                read.title(),
                read.format(),
                digest(file),
                written ? new String(file.content(), StandardCharsets.UTF_8) : null,
                read.sections());
    }

    private static byte[] digest(HandedFile file) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(file.content());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
