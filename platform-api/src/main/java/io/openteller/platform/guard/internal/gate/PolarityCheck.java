package io.openteller.platform.guard.internal.gate;

import io.openteller.platform.guard.Claim.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a sentence denies what another denies, and nothing else. */
final class PolarityCheck {

    private static final Set<String> ONLY = Set.of("only", "solely", "exclusively", "केवल", "सिर्फ", "sirf", "keval");
    private static final Set<String> RESTRICTING =
            Set.of("only", "solely", "exclusively", "just", "except", "unless", "no", "not", "केवल", "सिर्फ", "sirf", "keval");

    private static final double ALIKE = 0.6;
    /** Sameness from which a denial cannot have moved to another word. */
    private static final double COPIED = 0.75;

    /** From which there are as many denials. */
    private static final double NEARLY = 0.85;

    private final Sentence claimed;
    private final Sentence source;

    private final Alignment alignment;

    PolarityCheck(Sentence claimed, Sentence source, Alignment alignment) {
        this.claimed = claimed;
        this.source = source;
        this.alignment = alignment;
    }

    List<Failing> failing() {
        List<Failing> failing = new ArrayList<>();
        // A denial in other words can only be answered by one that the reply does not have.
        boolean sourceDenies = denials(source).stream()
                .anyMatch(denial -> denial.stream().allMatch(word -> others(claimed, word).isEmpty()));
        // Sentences of another build deny the same thing at another word.
        int denied = denials(claimed).size();
        boolean rebuilt = denied > 0 && denied == denials(source).size() && alignment.likeness() < ALIKE;
        for (List<Word> denial : rebuilt ? List.<List<Word>>of() : denials(claimed)) {
            List<Word> told = denial.stream().filter(word -> !others(source, word).isEmpty()).toList();
            if (told.isEmpty() ? !sourceDenies : !mostly(told, source, true)) {
                failing.add(at(denial, "The source does not deny this."));
            }
        }
        for (List<Word> denial : rebuilt ? List.<List<Word>>of() : denials(source)) {
            List<Word> told = denial.stream().filter(word -> !others(claimed, word).isEmpty()).toList();
            if (!told.isEmpty() && !mostly(told, claimed, true)) {
                failing.add(at(others(claimed, told.getFirst()), "The source denies this."));
            }
        }
        if (alignment.likeness() >= ALIKE && failing.isEmpty()) {
            turned(claimed, claimed, "The source does not deny this.").ifPresent(failing::add);
            turned(source, claimed, "The source denies this.").ifPresent(failing::add);
        }
        if (alignment.copied() >= NEARLY && failing.isEmpty() && negators(claimed) != negators(source)) {
            failing.add(at(claimed.words(), negators(claimed) > negators(source) ? "The source does not deny this." : "The source denies this."));
        }
        only().ifPresent(failing::add);
        answer().ifPresent(failing::add);
        return failing;
    }

    /** In two sentences that are much alike: what a negator stands before in one, and does not in the other. */
    private Optional<Failing> turned(Sentence in, Sentence shown, String reason) {
        for (List<Word> denial : denials(in)) {
            List<Word> laid = denial.stream().filter(word -> alignment.beside(word) != null && !Words.isNegator(word)).toList();
            boolean copied = alignment.sameness() >= COPIED;
            if (!laid.isEmpty() && laid.stream().limit(copied ? 1 : laid.size()).noneMatch(word -> agrees(word, alignment.beside(word)))) {
                Word first = laid.getFirst();
                Word there = alignment.beside(first);
                return Optional.of(at(in == shown || there == null ? denial : List.of(there), reason));
            }
        }
        return Optional.empty();
    }

    /** Negators, and words that deny by themselves. */
    private static long negators(Sentence sentence) {
        return sentence.words().stream()
                .filter(word -> word.negated() && Words.isNegator(word) || Lexicon.denied(word.plain()) != null)
                .count();
    }

    private static boolean agrees(Word word, @Nullable Word other) {
        return other != null && word.negated() == other.negated();
    }

    /** Each negator's words, or a word that denies by itself; a negator that reaches no word stands alone. */
    static List<List<Word>> denials(Sentence sentence) {
        List<List<Word>> denials = new ArrayList<>();
        List<Word> words = sentence.words();
        boolean[] used = new boolean[words.size()];
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).negated() && Words.isNegator(words.get(i))) {
                denials.add(reached(words, i, used));
            }
        }
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).negated() && words.get(i).isContent() && !used[i]) {
                denials.add(List.of(words.get(i)));
            }
        }
        return denials;
    }

    private static List<Word> reached(List<Word> words, int negator, boolean[] used) {
        List<Word> reached = new ArrayList<>();
        reached.add(words.get(negator));
        for (int step : Words.isPostposed(words.get(negator)) ? new int[] {1, -1} : new int[] {1}) {
            int content = 0;
            for (int i = negator + step; i >= 0 && i < words.size() && content < 3; i += step) {
                if (words.get(i).isContent() && (!words.get(i).negated() || used[i])) {
                    break;
                }
                if (words.get(i).isContent()) {
                    used[i] = true;
                    reached.add(words.get(i));
                    content++;
                } else if (words.get(i).plain().equals(Words.FIGURE) && words.get(i).negated() && content == 0) {
                    reached.add(words.get(i));
                }
            }
        }
        return reached;
    }

    private static List<Word> others(Sentence sentence, Word word) {
        return word.stop()
                ? List.of()
                : sentence.words().stream().filter(other -> other.canon().equals(word.canon())).toList();
    }

    private static boolean mostly(List<Word> words, Sentence there, boolean negated) {
        List<Word> agreeing = words.stream()
                .filter(word -> others(there, word).stream().anyMatch(other -> other.negated() == negated))
                .toList();
        // What stands right after the negator is what is denied.
        return agreeing.size() * 2 >= words.size() || agreeing.contains(words.getFirst());
    }

    private Optional<Failing> only() {
        boolean restricted = source.words().stream().anyMatch(word -> RESTRICTING.contains(word.plain()));
        return claimed.words().stream()
                .filter(word -> ONLY.contains(word.plain()) && !word.isLent() && !restricted)
                .findFirst()
                .map(word -> new Failing(Kind.ELIGIBILITY, word.start(), word.end(), "The source does not restrict this."));
    }

    /** {@code Yes} before a denial, or {@code No} before none. */
    private Optional<Failing> answer() {
        if (claimed.words().isEmpty()) {
            return Optional.empty();
        }
        Word first = claimed.words().getFirst();
        boolean yes = first.plain().matches("yes|yeah|yep|हाँ|हां|haan");
        boolean no = first.plain().equals("no") && !first.negated();
        if (!yes && !no) {
            return Optional.empty();
        }
        boolean denied = claimed.words().stream().anyMatch(Word::negated);
        return yes == denied
                ? Optional.of(new Failing(Kind.ELIGIBILITY, Math.max(0, first.start()), Math.max(1, first.end()),
                        "“" + (yes ? "Yes" : "No") + "” contradicts what follows."))
                : Optional.empty();
    }

    private static Failing at(List<Word> words, String reason) {
        int start = words.stream().filter(word -> !word.isLent()).mapToInt(Word::start).min().orElse(0);
        int end = words.stream().filter(word -> !word.isLent()).mapToInt(Word::end).max().orElse(1);
        return new Failing(Kind.ELIGIBILITY, start, end, reason);
    }
}
