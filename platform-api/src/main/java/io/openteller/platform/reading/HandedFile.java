package io.openteller.platform.reading;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file as handed in.
 *
 * @param name its ending tells Markdown, CSV and plain text apart; everything else shows in the bytes
 * @param title overrides what the document itself says; null to keep that
 * @param category overrides likewise
 * @param language overrides likewise; BCP 47
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record HandedFile(
        String name,
        byte[] content,
        @Nullable String title,
        @Nullable String category,
        @Nullable String language) {

    /** A file that speaks for itself. */
    public static HandedFile plain(String name, byte[] content) {
        return new HandedFile(name, content, null, null, null);
    }

    /** The name as people would say it, for what has no title of its own: {@code locker-rents.xlsx} is “Locker rents”. */
    public String spokenName() {
        String words = bareName().replaceAll("[-_\\s]+", " ").strip();
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The name without folders and ending. */
    public String bareName() {
        return name.replaceAll(".*[/\\\\]", "").replaceFirst("\\.[^.]*$", "");
    }
}
