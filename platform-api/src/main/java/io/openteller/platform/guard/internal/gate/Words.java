package io.openteller.platform.guard.internal.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a sentence into words and says which of them are denied. */
final class Words {

    /** What stands in the place of a figure, so that sentences can be laid side by side. */
    static final String FIGURE = "#";

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\d]+(?:['.&+/][\\p{L}\\p{M}\\d]+)*|[,;:.()!?|]| - ");
    private static final Set<String> NEGATORS = Set.of("not", "no", "never", "neither", "nor", "cannot", "without", "none", "nobody",
            "nothing", "nil", "unless", "नहीं", "नही", "मत", "बिना", "न", "nahi", "nahin", "nai", "mat", "bina");
    private static final Set<String> POSTPOSED = Set.of("नहीं", "नही", "मत", "न", "nahi", "nahin", "nai", "mat", "none", "nil");
    private static final Set<String> CLAUSE_STARTS = Set.of("but", "if", "unless", "because", "although", "when", "while", "which",
            "who", "that", "whether", "until", "except", "so", "लेकिन", "अगर", "lekin", "agar");
    /** Negators that belong to a bound, or to no statement at all. */
    private static final Pattern NO_DENIAL = Pattern.compile("(?:cannot|not|never|n't)\\s+(?:(?!no\\b|not\\b|in\\b|within\\b)\\p{L}+\\s+){1,3}?(?:more|later|longer|higher)\\s+than|(?:no|not|never|nor|n't)\\s+(?:more|less|fewer|later|longer|earlier|greater|higher"
            + "|larger|lower|smaller|shorter)\\s+than|(?:not|never|cannot|n't|without)\\s+exceed(?:ing)?|not\\s+(?:only|just)|not\\s+(?:over|above|below|under|before)(?=\\s+(?:the\\s+|age\\s+|\\p{L}{1,3}\\s?)?[\\d£$€₹])"
            + "|no\\.\\s*\\d|or\\s+not|no\\s+matter|feel\\s+free|toll\\s+free|no\\s+longer\\s+than");
    private static final int REACH = 3;

    private Words() {}

    static List<Word> of(String text, String lead, List<Figure> figures) {
        List<Word> raw = new ArrayList<>();
        if (!lead.isEmpty()) {
            cut(lead, FigureReader.read(lead), raw);
            raw.replaceAll(word -> new Word(word.plain(), word.canon(), word.stop(), word.proper(), word.negated(), -1, -1));
        }
        cut(text, figures, raw);
        return List.copyOf(denied(raw, NO_DENIAL.matcher(Plain.of(text))));
    }

    static boolean isNegator(Word word) {
        return NEGATORS.contains(word.plain()) || word.plain().endsWith("n't");
    }

    /** Whether it denies what stands before it as well. */
    static boolean isPostposed(Word word) {
        return POSTPOSED.contains(word.plain());
    }

    private static void cut(String text, List<Figure> figures, List<Word> into) {
        String plain = Plain.of(text);
        Matcher match = WORD.matcher(plain);
        int next = 0;
        boolean first = true;
        while (match.find()) {
            while (next < figures.size() && figures.get(next).end() <= match.start()) {
                next++;
            }
            if (next < figures.size() && match.start() >= figures.get(next).start() && match.start() < figures.get(next).end()) {
                Figure figure = figures.get(next);
                if (into.isEmpty() || into.getLast().start() != figure.start()) {
                    into.add(new Word(FIGURE, FIGURE, true, false, false, figure.start(), figure.end()));
                }
                first = false;
                continue;
            }
            String word = match.group();
            boolean mark = !Character.isLetterOrDigit(word.charAt(0));
            String whole = text.substring(match.start(), match.end());
            into.add(new Word(word, mark ? word : canon(word, plain, match.end()), mark || Lexicon.isStop(word) && !whole.equals("US") || isNegator(word),
                    !mark && isProper(whole, first), false, match.start(), match.end()));
            first = mark ? word.matches("[.:!?]") : false;
        }
    }

    private static String canon(String word, String plain, int end) {
        return Lexicon.canon(word.equals("business") && plain.startsWith(" day", end) ? "working" : word);
    }

    private static boolean isNegator(String word) {
        return NEGATORS.contains(word) || word.endsWith("n't");
    }

    private static boolean isProper(String word, boolean first) {
        boolean letters = word.chars().anyMatch(Character::isLetter);
        boolean digits = word.chars().anyMatch(Character::isDigit);
        long capitals = word.chars().filter(Character::isUpperCase).count();
        return letters && (digits || capitals >= 2 || capitals == 1 && !first && word.length() > 1);
    }

    /** Marks what the negators reach, up to the end of their clause. */
    private static List<Word> denied(List<Word> raw, Matcher harmless) {
        boolean[] flipped = new boolean[raw.size()];
        List<int[]> spared = new ArrayList<>();
        while (harmless.find()) {
            spared.add(new int[] {harmless.start(), harmless.end()});
        }
        for (int i = 0; i < raw.size(); i++) {
            Word word = raw.get(i);
            if (!isNegator(word) || isSpared(word, spared) || isAnswer(raw, i)) {
                continue;
            }
            reach(raw, i, 1, flipped);
            if (POSTPOSED.contains(word.plain())) {
                reach(raw, i, -1, flipped);
            }
        }
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            boolean attribute = raw.get(i).plain().equals("free") && i + 1 < raw.size() && raw.get(i + 1).isContent();
            words.add(settled(raw.get(i), flipped[i], attribute || isSpared(raw.get(i), spared), isAnswer(raw, i)));
        }
        return words;
    }

    private static Word settled(Word word, boolean flipped, boolean spared, boolean answer) {
        String denied = spared ? null : Lexicon.denied(word.plain());
        boolean negator = isNegator(word) && !spared && !answer;
        return new Word(word.plain(), denied == null ? word.canon() : denied, word.stop(), word.proper(),
                negator || flipped != (denied != null), word.start(), word.end());
    }

    private static void reach(List<Word> raw, int from, int step, boolean[] flipped) {
        int content = 0;
        for (int i = from + step; i >= 0 && i < raw.size() && content < REACH; i += step) {
            Word word = raw.get(i);
            if (isClauseEnd(word) || isNegator(word)) {
                return;
            }
            if (word.isContent()) {
                flipped[i] = !flipped[i];
                content++;
            } else if (word.plain().equals(FIGURE) && content == 0) {
                flipped[i] = !flipped[i];
            }
        }
    }

    private static boolean isClauseEnd(Word word) {
        return !Character.isLetterOrDigit(word.plain().charAt(0)) && !word.plain().equals(FIGURE) || CLAUSE_STARTS.contains(word.plain());
    }

    private static boolean isSpared(Word word, List<int[]> spared) {
        return spared.stream().anyMatch(span -> word.start() >= span[0] && word.start() < span[1]);
    }

    /** {@code No, …} answers; it denies nothing after it. */
    private static boolean isAnswer(List<Word> raw, int at) {
        return raw.get(at).plain().equals("no") && (at == 0 || raw.get(at - 1).plain().matches("[.!?]"))
                && at + 1 < raw.size() && raw.get(at + 1).plain().matches("[,.;:!]| - ");
    }
}
