package io.openteller.platform.retrieval.internal;

import io.openteller.platform.knowledge.AppliesTo;
import io.openteller.platform.knowledge.Edition;
import io.openteller.platform.reading.ReadDocument.Section;
import io.openteller.platform.retrieval.Query;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When and for whom an edition counts; small, so that it is held for every edition of an open index.
 *
 * @param print tells whether what is indexed is still what it says
 */
record Standing(String print, String language, AppliesTo of, Instant from, @Nullable Instant until) {

    private static final String FIELDS = "\t";
    private static final String VALUES = "\n";

    static Standing of(Edition edition) {
        return new Standing(
                print(edition), Analyzers.primary(edition.language()), edition.appliesTo(), edition.from(), edition.until());
    }

    static String key(Edition edition) {
        return edition.slug() + "@" + edition.version();
    }

    boolean inForceAt(Instant moment) {
        return !from.isAfter(moment) && (until == null || until.isAfter(moment));
    }

    boolean meets(Query query) {
        return meets(of.products(), query.of().products())
                && meets(of.segments(), query.of().segments())
                && meets(of.jurisdictions(), query.of().jurisdictions())
                && (query.language() == null || language.equals(Analyzers.primary(query.language())));
    }

    private static boolean meets(Set<String> named, Set<String> asked) {
        return named.isEmpty() || asked.isEmpty() || asked.stream().anyMatch(named::contains);
    }

    /** As it is kept in the index, so that opening one reads nothing else. */
    String written() {
        return String.join(
                FIELDS,
                print,
                language,
                from.toString(),
                until == null ? "" : until.toString(),
                String.join(VALUES, of.products()),
                String.join(VALUES, of.segments()),
                String.join(VALUES, of.jurisdictions()));
    }

    static Standing read(String written) {
        String[] parts = written.split(FIELDS, -1);
        return new Standing(
                parts[0],
                parts[1].intern(),
                new AppliesTo(values(parts[4]), values(parts[5]), values(parts[6])),
                Instant.parse(parts[2]),
                parts[3].isEmpty() ? null : Instant.parse(parts[3]));
    }

    private static Set<String> values(String joined) {
        return joined.isEmpty() ? Set.of() : Set.copyOf(new TreeSet<>(List.of(joined.split(VALUES))));
    }

    private static String print(Edition edition) {
        MessageDigest digest = sha256();
        add(digest, edition.title());
        add(digest, edition.language());
        for (Section section : edition.sections()) {
            add(digest, section.heading());
            add(digest, section.text());
            add(digest, section.place());
            add(digest, section.pair() ? "pair" : "");
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 12);
    }

    /** Names a text by what it says. */
    static String hash(String text) {
        MessageDigest digest = sha256();
        add(digest, text);
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
