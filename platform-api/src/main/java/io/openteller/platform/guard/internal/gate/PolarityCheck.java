package io.openteller.platform.guard.internal.gate;

import io.openteller.platform.guard.Claim.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a sentence denies what another denies, and nothing else. */
final class PolarityCheck {

    private static final Set<String> ONLY = Set.of("only", "solely", "exclusively", "केवल", "सिर्फ", "sirf", "keval");
    private static final Set<String> RESTRICTING =
            Set.of("only", "solely", "exclusively", "just", "except", "unless", "no", "not", "केवल", "सिर्फ", "sirf", "keval");

    private static final double ALIKE = 0.6;

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
        boolean sourceDenies = source.words().stream().anyMatch(Word::negated);
        for (List<Word> denial : denials(claimed)) {
            List<Word> told = denial.stream().filter(word -> !others(source, word).isEmpty()).toList();
            if (told.isEmpty() ? !sourceDenies : !mostly(told, source, true)) {
                failing.add(at(denial, "The source does not deny this."));
            }
        }
        for (List<Word> denial : denials(source)) {
            List<Word> told = denial.stream().filter(word -> !others(claimed, word).isEmpty()).toList();
            if (!told.isEmpty() && !mostly(told, claimed, true)) {
                failing.add(at(others(claimed, told.getFirst()), "The source denies this."));
            }
        }
        if (alignment.likeness() >= ALIKE && failing.isEmpty()) {
            turned(claimed, claimed, "The source does not deny this.").ifPresent(failing::add);
            turned(source, claimed, "The source denies this.").ifPresent(failing::add);
        }
        only().ifPresent(failing::add);
        answer().ifPresent(failing::add);
        return failing;
    }

    /** In two sentences that are much alike: what a negator stands before in one, and does not in the other. */
    private Optional<Failing> turned(Sentence in, Sentence shown, String reason) {
        List<Word> words = in.words();
        for (int i = 0; i + 1 < words.size(); i++) {
            if (!words.get(i).negated() || !Words.isNegator(words.get(i))) {
                continue;
            }
            int next = i + 1;
            while (next < words.size() && words.get(next).stop() && !words.get(next).plain().equals(Words.FIGURE)) {
                next++;
            }
            Word beside = next < words.size() ? alignment.beside(words.get(next)) : null;
            if (beside != null && beside.negated() != words.get(next).negated()) {
                return Optional.of(at(List.of(in == shown ? words.get(i) : beside), reason));
            }
        }
        return Optional.empty();
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
        for (int step : new int[] {1, -1}) {
            int content = 0;
            for (int i = negator + step; i >= 0 && i < words.size() && content < 3; i += step) {
                if (words.get(i).isContent() && (!words.get(i).negated() || used[i])) {
                    break;
                }
                if (words.get(i).isContent()) {
                    used[i] = true;
                    reached.add(words.get(i));
                    content++;
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
        long agreeing = words.stream()
                .filter(word -> others(there, word).stream().anyMatch(other -> other.negated() == negated))
                .count();
        return agreeing * 2 >= words.size();
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
