package io.openteller.platform.sources.internal;

import io.openteller.platform.tenancy.CurrentTenant;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Names of files as they come from anywhere, made fit to be shown and to be addresses. They never name a file here. */
final class Names {

    private static final int LONGEST = 200;
    private static final int LONGEST_SLUG = 80;

    private Names() {}

    /** Folders and the name, without what would lead out of a folder. */
    static String path(String name) {
        String path = Arrays.stream(name.replaceAll("\\p{Cntrl}", "").split("[/\\\\]+"))
                .map(String::strip)
                .filter(part -> !part.isEmpty() && !part.equals(".") && !part.equals("..") && !part.matches("[A-Za-z]:"))
                .collect(Collectors.joining("/"));
        String kept = path.length() <= LONGEST ? path : path.substring(path.length() - LONGEST);
        return kept.isEmpty() ? "file" : kept;
    }

    /** What systems put into archives beside what people did. */
    static boolean isLitter(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        return path.startsWith("__MACOSX/") || last.startsWith(".") || last.startsWith("~$")
                || last.equalsIgnoreCase("thumbs.db") || last.equalsIgnoreCase("desktop.ini");
    }

    /** The same file's slug the next time too; another one where several files of an upload would share it. */
    static String slug(String path, Predicate<String> taken) {
        int dot = path.lastIndexOf('.');
        boolean ends = dot > path.lastIndexOf('/') + 1;
        String bare = slug(ends ? path.substring(0, dot) : path);
        if (!taken.test(bare)) {
            return bare;
        }
        String ended = ends ? cut(bare, 8) + "-" + slug(path.substring(dot + 1)) : bare;
        for (int number = 2; taken.test(ended); number++) {
            ended = cut(bare, 8) + "-" + number;
        }
        return ended;
    }

    /** Letters from a to z and digits; a number made of the name where it has none of these. */
    static String slug(String name) {
        String latin = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        if (latin.isEmpty()) {
            return "document-" + fingerprint(name);
        }
        return latin.length() <= LONGEST_SLUG ? latin : cut(latin, 9) + "-" + fingerprint(name);
    }

    static String fingerprint(String name) {
        byte[] seed = (CurrentTenant.get().id() + name).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(seed).toString().substring(0, 8);
    }

    private static String cut(String slug, int room) {
        String cut = slug.substring(0, Math.min(slug.length(), LONGEST_SLUG - room));
        return cut.endsWith("-") ? cut.substring(0, cut.length() - 1) : cut;
    }
}
