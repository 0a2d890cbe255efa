package io.openteller.platform.guard.internal.gate;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells a sentence in another language than all of the evidence: its words cannot be compared, its figures can. */
final class Foreign {

    private static final Set<String> ENGLISH = Set.of("the", "a", "an", "of", "to", "is", "are", "and", "or", "in", "on", "for", "you", "your",
            "we", "it", "with", "by", "at", "from", "this", "that", "not", "no", "can", "will", "per", "if", "be", "up", "as");
    private static final double RELATED = 0.3;

    private final Set<UnicodeScript> scripts;
    private final boolean english;

    Foreign(List<Sentence> sources) {
        scripts = sources.stream().map(Foreign::script).collect(Collectors.toSet());
        english = sources.stream().filter(Foreign::isEnglish).count() * 2 >= sources.size();
    }

    boolean isForeign(Sentence sentence, SentenceCheck check) {
        if (scripts.isEmpty()) {
            return false;
        }
        if (!scripts.contains(script(sentence))) {
            return true;
        }
        boolean latin = script(sentence) == UnicodeScript.LATIN;
        return latin && sentence.words().size() >= 4 && isEnglish(sentence) != english && check.overlap(sentence) < RELATED;
    }

    private static boolean isEnglish(Sentence sentence) {
        return sentence.words().stream().anyMatch(word -> ENGLISH.contains(word.plain()));
    }

    private static UnicodeScript script(Sentence sentence) {
        return sentence.text().codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .collect(Collectors.groupingBy(script -> script, Collectors.counting()))
                .entrySet()
                .stream()
                .max(java.util.Map.Entry.comparingByValue())
                .map(java.util.Map.Entry::getKey)
                .orElse(UnicodeScript.LATIN);
    }
}
