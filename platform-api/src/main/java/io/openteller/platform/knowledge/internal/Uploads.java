package io.openteller.platform.knowledge.internal;

import io.micronaut.http.multipart.CompletedFileUpload;
import io.openteller.platform.knowledge.NewDocument;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.reading.HandedFile;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names what is uploaded. */
final class Uploads {

    private static final int LONGEST = 80;

    private Uploads() {}

    static NewDocument handed(
            CompletedFileUpload file,
            @Nullable String title,
            @Nullable String category,
            @Nullable String language) {
        try {
            String name = file.getFilename() == null ? "" : file.getFilename();
            return new NewDocument(slug(name), new HandedFile(name, file.getBytes(), title, category, language));
        } catch (IOException broken) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "The upload broke off");
        }
    }

    /** A file's name, made fit for an address; the same file again is the same document's next version. */
    private static String slug(String fileName) {
        String bare = fileName.replaceAll(".*[/\\\\]", "").replaceFirst("\\.[^.]*$", "");
        return slugOf(bare, "The file's name needs letters from a to z or digits");
    }

    /** @param otherwise what to say if nothing of the name can stand in an address */
    static String slugOf(String name, String otherwise) {
        String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        if (slug.isEmpty()) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, otherwise);
        }
        return slug.substring(0, Math.min(LONGEST, slug.length())).replaceAll("-+$", "");
    }
}
