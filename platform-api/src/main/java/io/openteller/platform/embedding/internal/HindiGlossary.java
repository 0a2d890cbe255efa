package io.openteller.platform.embedding.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code embedding/hindi.txt}, its words in all their forms and spellings. The first line that has a form keeps it. */
final class HindiGlossary {

    /** No phrase has more words. */
    static final int LONGEST = 4;

    /** What only helps another verb: after its stem it says nothing of its own. */
    private static final Set<String> HELPERS = Set.of("जा", "दे", "ले", "डाल", "पड़", "रह", "चुक", "बैठ");

    /**
     * @param english may be empty
     * @param stem a verb's bare stem, which a helper may follow
     * @param helper says nothing after such a stem
     */
    record Meaning(String english, boolean stem, boolean helper) {}

    private final Map<String, Meaning> written = new HashMap<>();
    private final Map<String, Meaning> heard = new HashMap<>();
    private final Map<String, Meaning> loose = new HashMap<>();
    private final Set<String> english = new HashSet<>();

    private record Form(String written, Meaning meaning) {}

    HindiGlossary() {
        List<Form> asListed = new ArrayList<>();
        List<Form> verbs = new ArrayList<>();
        List<Form> nouns = new ArrayList<>();
        for (String line : text().split("\n")) {
            if (!line.isBlank() && !line.startsWith("#")) {
                int middle = line.indexOf('=');
                String meant = line.substring(middle + 1).strip();
                english.addAll(Arrays.asList(meant.split(" ")));
                for (String side : line.substring(0, middle).split(",")) {
                    add(side.strip(), meant, asListed, side.strip().endsWith("~") ? verbs : nouns);
                }
            }
        }
        for (List<Form> forms : List.of(asListed, verbs, nouns)) {
            forms.forEach(this::keep);
        }
        for (List<Form> forms : List.of(asListed, verbs, nouns)) {
            forms.forEach(this::keepLoosely);
        }
    }

    private static void add(String side, String meant, List<Form> asListed, List<Form> inflected) {
        boolean verb = side.endsWith("~");
        String word = verb ? side.substring(0, side.length() - 1) : side;
        boolean helper = HELPERS.contains(word);
        asListed.add(new Form(word, new Meaning(meant, verb, helper)));
        Meaning ofForms = new Meaning(meant, false, helper);
        (verb ? HindiForms.ofVerb(word) : HindiForms.ofNoun(word)).forEach(form -> inflected.add(new Form(form, ofForms)));
    }

    private void keep(Form form) {
        written.putIfAbsent(HindiSpelling.devanagari(form.written()), form.meaning());
        heard.putIfAbsent(HindiSpelling.heard(HindiSpelling.latin(form.written())), form.meaning());
    }

    private void keepLoosely(Form form) {
        String key = HindiSpelling.loosely(HindiSpelling.heard(HindiSpelling.latin(form.written())));
        // Of one or two letters anything may be meant.
        if (key.length() > 2) {
            loose.putIfAbsent(key, form.meaning());
        }
    }

    /** @param words in Devanagari, other scripts in lower case; one blank between two */
    @Nullable Meaning inDevanagari(String words) {
        return written.get(HindiSpelling.devanagari(words));
    }

    /** @param words in Latin letters, lower case; one blank between two */
    @Nullable Meaning inLatin(String words) {
        String key = HindiSpelling.heard(words);
        for (Meaning meaning : Arrays.asList(
                heard.get(key), heard.get(HindiSpelling.withoutNasal(key)), loose.get(HindiSpelling.loosely(key)))) {
            if (meaning != null) {
                return meaning;
            }
        }
        return null;
    }

    /** Whether the word occurs among the English of the glossary. */
    boolean isEnglish(String word) {
        return english.contains(word);
    }

    static String text() {
        try (InputStream file = Objects.requireNonNull(
                HindiGlossary.class.getResourceAsStream("/embedding/hindi.txt"), "hindi.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
