package io.openteller.platform.guard.internal.gate;

import io.openteller.platform.guard.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Cuts evidence into facts, each with what it is about: from its sentence, the heads of its table, the headings, the sentence before. */
final class FactReader {

    private static final Pattern LEAD = Pattern.compile("^(?:\\*\\*)?(\\p{L}[^.:|]{2,60}):(?:\\*\\*)?\\s+\\S");
    private static final Pattern PRONOUN = Pattern.compile("\\b(?:it|its|them|they|their|those|these|this)\\b");
    private static final Pattern OF_ALL = Pattern.compile("\\b(?:both|either|neither|all (?:our |these )?\\p{L}+s|none of)\\b");

    private final List<Fact> facts = new ArrayList<>();
    private final Map<String, Sentence> parsed = new HashMap<>();
    private final Set<String> title;
    private final boolean several;
    private Set<String> heading;
    private Set<String> subject = Set.of();
    private Set<String> before = Set.of();
    /** With what the paragraph begins. */
    private Set<String> topic = Set.of();
    private @Nullable TableFacts table;
    /** Whether the heading has others beside it, and so tells what is about what. */
    private boolean tells;

    private FactReader(Evidence evidence, List<Sentence> sentences) {
        sentences.forEach(sentence -> parsed.putIfAbsent(sentence.text(), sentence));
        title = Spoken.of(evidence.title()).terms();
        heading = Spoken.of(evidence.heading()).terms();
        several = evidence.text().lines().filter(FactReader::isHeading).count() > 1;
    }

    /** @param sentences those of the evidence, cut already */
    static List<Fact> read(Evidence evidence, List<Sentence> sentences) {
        FactReader reader = new FactReader(evidence, sentences);
        evidence.text().lines().forEach(reader::line);
        return reader.facts;
    }

    private static boolean isHeading(String line) {
        return Layout.HEADING.matcher(line).find()
                || !line.isBlank() && !isRow(line) && !Layout.ITEM.matcher(line).find() && line.length() < 70
                        && !line.stripTrailing().matches(".*[.!?।,;:]");
    }

    private static boolean isRow(String line) {
        return line.contains("|") || line.contains("\t");
    }

    private void line(String line) {
        if (isRow(line)) {
            row(line);
            return;
        }
        table = null;
        if (line.isBlank()) {
            return;
        }
        Matcher item = Layout.ITEM.matcher(line);
        boolean isItem = item.find();
        if (!isItem) {
            subject = Set.of();
            before = Set.of();
            topic = Set.of();
        }
        if (isHeading(line)) {
            heading = Spoken.of(line).terms();
            tells = several && !line.startsWith("# ");
            return;
        }
        int start = isItem ? item.end() : 0;
        Matcher lead = LEAD.matcher(line.substring(start));
        Set<String> led = lead.find() ? Spoken.of(lead.group(1)).terms() : Set.of();
        for (int[] cut : Layout.cuts(line, start)) {
            String text = line.substring(cut[0], cut[1]);
            sentence(Spoken.of(parsed.containsKey(text) ? parsed.get(text) : Sentence.of(text, "", Set.of(), 0)), led);
        }
    }

    private void row(String line) {
        if (Layout.RULE.matcher(line).matches()) {
            return;
        }
        if (table == null) {
            Map<String, Double> context = new HashMap<>();
            put(context, title, 0.4);
            put(context, heading, 0.5);
            table = new TableFacts(line, context);
            return;
        }
        facts.addAll(table.row(line));
    }

    private void sentence(Spoken sentence, Set<String> led) {
        List<Clause> clauses = Clause.of(sentence);
        Set<String> named = SubjectNames.in(sentence, 0, sentence.text().length());
        boolean refers = PRONOUN.matcher(sentence.plain()).find();
        // A name behind a figure belongs to that figure, one before it to all of the sentence.
        Set<String> spoken = clauses.size() == 1 ? named : clauses.getFirst().openingNames();
        Set<String> carried = new LinkedHashSet<>(spoken);
        if (spoken.isEmpty() && !OF_ALL.matcher(sentence.plain()).find() || refers) {
            carried.addAll(subject);
        }
        Set<String> all = sentence.terms();
        boolean continues = named.isEmpty() && refers;
        for (Clause clause : clauses) {
            Map<String, Double> terms = new HashMap<>();
            put(terms, title, 0.4);
            put(terms, before, continues ? 0.8 : 0.4);
            put(terms, topic, 0.7);
            put(terms, all, 0.55);
            put(terms, heading, tells ? 0.9 : 0.5);
            put(terms, led, 1);
            Set<String> mine = SubjectNames.in(clause);
            Set<String> names = new LinkedHashSet<>(mine.isEmpty() || clauses.size() == 1 ? carried : mine);
            put(terms, names, 0.95);
            Set<String> opening = new LinkedHashSet<>(clauses.getFirst().opening());
            if (!mine.isEmpty() && clause != clauses.getFirst()) {
                opening.removeAll(named);
            }
            put(terms, opening, 0.9);
            Set<String> own = clause.terms();
            put(terms, own, 1);
            names.addAll(led);
            names.addAll(tells ? heading : Set.of());
            facts.add(new Fact(terms, names, own, clause.figures(), Conditions.of(clause), Conditions.limit(sentence), Denials.in(clause), Places.in(clause), sentence.text()));
        }
        before = all;
        topic = topic.isEmpty() ? all.stream().limit(3).collect(Collectors.toSet()) : topic;
        subject = named.isEmpty() || refers ? carried : named;
    }

    private static void put(Map<String, Double> into, Set<String> terms, double surely) {
        terms.forEach(term -> into.merge(term, surely, Math::max));
    }
}
