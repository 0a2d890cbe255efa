package io.openteller.platform.curation.internal;

import io.openteller.platform.curation.internal.Checked.Contradiction;
import io.openteller.platform.curation.internal.Checked.Here;
import io.openteller.platform.curation.internal.Checked.There;
import io.openteller.platform.curation.internal.Checked.Twins;
import io.openteller.platform.guard.Claim;
import io.openteller.platform.guard.Evidence;
import io.openteller.platform.guard.Guard;
import io.openteller.platform.guard.Reply;
import io.openteller.platform.knowledge.DocumentVersion;
import io.openteller.platform.reading.ReadDocument.Section;
import io.openteller.platform.reading.Sentences;
import io.openteller.platform.retrieval.Passage;
import io.openteller.platform.retrieval.Query;
import io.openteller.platform.retrieval.Retrieval;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds a version against the documents in force, before anybody approves it. Two sentences contradict each other when they
 * speak of the same thing, figures aside, and the gate that checks replies would not let one rest on the other.
 */
@Singleton
class Checks {

    /** Passages of other documents that each passage is held against. */
    private static final int NEIGHBOURS = 6;

    private static final int LONGEST_QUERY = 400;
    private static final double TWINS = 0.9;
    private static final double SHARED_LETTERS = 0.6;
    private static final double SAME_THING = 0.86;
    private static final double SAME_SUBJECT = 0.8;
    private static final int MOST = 50;

    private static final Pattern FIGURE = Pattern.compile("\\p{Nd}+(?:[.,:]\\p{Nd}+)*");
    private static final Set<Claim.Kind> FACTS = Set.of(
            Claim.Kind.AMOUNT,
            Claim.Kind.RATE,
            Claim.Kind.DATE,
            Claim.Kind.TIME,
            Claim.Kind.DURATION,
            Claim.Kind.COUNT,
            Claim.Kind.ELIGIBILITY);

    private final Retrieval retrieval;
    private final Meanings meanings;
    private final Guard guard;

    Checks(Retrieval retrieval, Meanings meanings, Guard guard) {
        this.retrieval = retrieval;
        this.meanings = meanings;
        this.guard = guard;
    }

    Checked of(DocumentVersion version) {
        List<Twins> twins = new ArrayList<>();
        List<Contradiction> contradictions = new ArrayList<>();
        for (int position = 0; position < version.sections().size(); position++) {
            Section section = version.sections().get(position);
            for (Passage passage : neighbours(version, section)) {
                twins(position, section, passage).ifPresent(twins::add);
                contradictions.addAll(contradictions(version, position, section, passage));
            }
        }
        twins.sort(Comparator.comparingDouble(Twins::similarity).reversed());
        return new Checked(
                twins.stream().limit(MOST).toList(),
                contradictions.stream().limit(MOST).toList());
    }

    private List<Passage> neighbours(DocumentVersion version, Section section) {
        String words = section.heading() + ". " + section.text();
        Query query = Query.now(words.substring(0, Math.min(LONGEST_QUERY, words.length())));
        return retrieval.search(query, 2 * NEIGHBOURS).stream()
                .filter(passage -> !passage.slug().equals(version.slug()))
                .filter(passage -> passage.language().equals(version.language()))
                .limit(NEIGHBOURS)
                .toList();
    }

    private Optional<Twins> twins(int position, Section section, Passage passage) {
        Map<String, Meaning> known = meanings.of(List.of(section.text(), passage.text()));
        Meaning one = Meanings.in(known, section.text());
        Meaning other = Meanings.in(known, passage.text());
        double likeness = one.likeness(other);
        boolean twins = likeness >= TWINS && one.letters().shared(other.letters()) >= SHARED_LETTERS;
        return twins
                ? Optional.of(new Twins(
                        new Here(position, section.heading(), section.text()), there(passage, passage.text()), likeness))
                : Optional.empty();
    }

    private List<Contradiction> contradictions(
            DocumentVersion version, int position, Section section, Passage passage) {
        List<String> here = Sentences.of(section.text());
        List<String> there = Sentences.of(passage.text());
        Map<String, Meaning> known = meanings.of(Stream.concat(
                        Stream.concat(here.stream(), there.stream()).map(Checks::bare),
                        Stream.of(subject(version.title(), section.heading()), subject(passage.title(), passage.heading())))
                .collect(Collectors.toSet()));
        boolean sameSubject = Meanings.in(known, subject(version.title(), section.heading()))
                        .likeness(Meanings.in(known, subject(passage.title(), passage.heading())))
                >= SAME_SUBJECT;
        List<Contradiction> found = new ArrayList<>();
        for (String said : here) {
            for (String other : there) {
                double likeness = Meanings.in(known, bare(said)).likeness(Meanings.in(known, bare(other)));
                // A sentence that names what it speaks of is compared as it is; a short one only under a like heading.
                if (likeness >= SAME_THING && (sameSubject || namesItsSubject(said))) {
                    difference(said, other).ifPresent(why -> found.add(new Contradiction(
                            new Here(position, section.heading(), said), there(passage, other), why)));
                }
            }
        }
        return found;
    }

    /** Why one cannot rest on the other; empty if it can, or if they speak of different things. */
    private Optional<String> difference(String said, String other) {
        List<Claim> failing = guard.inspectReply(Reply.of(said), List.of(Evidence.passage("", "", other)))
                .unsupported();
        boolean differentThings = failing.stream().anyMatch(claim -> claim.kind() == Claim.Kind.SUBJECT);
        return differentThings
                ? Optional.empty()
                : failing.stream()
                        .filter(claim -> FACTS.contains(claim.kind()))
                        .map(claim -> "“" + claim.text() + "” here; there: “" + other + "”")
                        .findFirst();
    }

    private static boolean namesItsSubject(String sentence) {
        return sentence.split("\\s+").length >= 7;
    }

    private static String subject(String title, String heading) {
        return title.equals(heading) ? title : title + ", " + heading;
    }

    /** Without the figures, which are what may differ. */
    private static String bare(String text) {
        return FIGURE.matcher(text).replaceAll("0");
    }

    private static There there(Passage passage, String text) {
        return new There(
                passage.slug(), passage.version(), passage.position(), passage.title(), passage.heading(), text);
    }
}
