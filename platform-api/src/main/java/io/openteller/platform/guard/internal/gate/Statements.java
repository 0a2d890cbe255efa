package io.openteller.platform.guard.internal.gate;

import io.openteller.platform.guard.Claim.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells what in a reply states something. */
final class Statements {

    private static final Set<String> PERMITTING = Set.of("can", "may", "must", "eligible", "ineligible", "allowed", "required", "need",
            "available", "free", "entitled", "mandatory", "optional", "permitted", "qualify", "cannot", "सकते", "सकता", "सकती", "sakte", "sakta");
    /** Overlap from which a sentence without any mark of a claim is still a restatement of the evidence. */
    private static final double RESTATED = 0.35;

    private static final double ALIKE = 0.6;
    /** Overlap from which a sentence with the name of a product or a way speaks of the same matter. */
    private static final double TOUCHED = 0.15;

    private Statements() {}

    /** The sentences; a bare {@code Yes.} or {@code No.} is part of the one that follows it, unless it is one to choose. */
    static List<Sentence> of(String text) {
        List<Sentence> cut = Layout.ofReply(text);
        List<Sentence> sentences = new ArrayList<>();
        for (int i = 0; i < cut.size(); i++) {
            Sentence sentence = cut.get(i);
            if (sentence.text().strip().matches("(?i)(?:yes|no)[.!,]?") && i + 1 < cut.size() && !isItem(text, sentence)) {
                Sentence next = cut.get(++i);
                String both = text.substring(sentence.offset(), next.offset() + next.text().length()).replaceFirst("[.!]", ",");
                sentences.add(Sentence.of(both, "", next.around(), sentence.offset()));
            } else {
                sentences.add(sentence);
            }
        }
        return sentences;
    }

    private static boolean isItem(String text, Sentence sentence) {
        int line = text.lastIndexOf('\n', sentence.offset()) + 1;
        return Layout.ITEM.matcher(text.substring(line, sentence.offset() + 1)).find();
    }

    /** Whether anything in it could be wrong: greetings and offers of help state nothing. */
    static boolean claimsSomething(Sentence sentence, SentenceCheck check) {
        if (sentence.text().strip().endsWith("?")) {
            return !sentence.figures().isEmpty();
        }
        if (!sentence.figures().isEmpty()) {
            return true;
        }
        long telling = sentence.words().stream()
                .filter(word -> !word.isLent() && word.isContent() && !word.isGeneral())
                .count();
        boolean bare = sentence.text().strip().matches("(?i)(?:yes|no)\\W*");
        if (telling == 0) {
            return bare
                    || check.overlap(sentence) >= RESTATED && sentence.words().stream().anyMatch(Word::negated)
                    || check.isAlike(sentence, ALIKE);
        }
        if (sentence.text().strip().endsWith(":") && telling < 4) {
            return false;
        }
        double overlap = check.overlap(sentence);
        boolean names = sentence.words().stream().anyMatch(word -> Lexicon.distinguishes(word.canon()));
        return overlap >= RESTATED || names && overlap >= TOUCHED || telling > 1 && permits(sentence) || check.isAlike(sentence, ALIKE);
    }

    /** The claims that a sentence makes, for showing those that hold. */
    static List<Failing> claimed(Sentence sentence) {
        List<Failing> claimed = new ArrayList<>();
        sentence.figures().forEach(figure -> claimed.add(new Failing(figure.kind(), figure.start(), figure.end(), "In the source.")));
        for (Word word : sentence.words()) {
            boolean marks = PERMITTING.contains(word.plain()) || word.negated() && Words.isNegator(word);
            if (!word.isLent() && marks) {
                claimed.add(new Failing(Kind.ELIGIBILITY, word.start(), word.end(), "As in the source."));
            }
        }
        return claimed;
    }

    private static boolean permits(Sentence sentence) {
        boolean aboutUs = sentence.words().stream().anyMatch(word -> word.plain().matches("i|i'm|i'll"));
        return !aboutUs && sentence.words().stream().anyMatch(word -> PERMITTING.contains(word.plain()) || word.negated());
    }
}
