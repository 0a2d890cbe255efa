package io.openteller.packages;

import java.util.Set;
import java.util.regex.Pattern;

/** Where files of a package lie. */
final class Names {

    static final String MANIFEST = "plugin.json";
    static final String HASHES = "hashes.txt";
    static final String SIGNATURE = "signature";
    static final String CHANGELOG = "CHANGELOG.md";
    static final String CLASSES = "classes/";
    static final String INDEX = "classes/META-INF/extensions.idx";
    static final Pattern LIBRARY = Pattern.compile("lib/[^/]+\\.jar");

    /** Those that the signature does not cover: it lies over the first and is the second. */
    static final Set<String> UNLISTED = Set.of(HASHES, SIGNATURE);

    private static final Set<String> TOP = Set.of(MANIFEST, CHANGELOG, "LICENSE", "NOTICE", HASHES, SIGNATURE);
    private static final int LONGEST = 240;

    /** A step of a path: no dots alone, nothing that one file system reads as another name, none that ends in a dot or space. */
    private static final Pattern STEP = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._$+@=,()\\[\\]&'!#~ -]*[A-Za-z0-9_$+@=,()\\[\\]&'!#~-]");

    private Names() {}

    static boolean safe(String name) {
        return name.length() <= LONGEST && !name.isEmpty()
                && java.util.Arrays.stream(name.split("/", -1)).allMatch(step -> STEP.matcher(step).matches());
    }

    static boolean placed(String name) {
        return TOP.contains(name) || name.startsWith(CLASSES) || LIBRARY.matcher(name).matches();
    }
}
