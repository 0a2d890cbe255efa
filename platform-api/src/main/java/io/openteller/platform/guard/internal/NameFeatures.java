package io.openteller.platform.guard.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the tagger sees at one place of a text: the word, its shape, the lists it is in, and its neighbours. */
final class NameFeatures {

    private static final Set<String> LINKS = Set.of(
            "de", "da", "do", "dos", "del", "della", "delle", "di", "la", "le", "du", "des", "van", "von", "der", "den",
            "bin", "al", "el", "and", "of", "the", "y", "e", "i", "zu", "ter", "nan", "in");
    private static final Set<String> INTRODUCTIONS =
            Set.of("is", "am", "naam", "called", "name", "mr", "mrs", "ms", "dr", "miss", "by", "to", "me", "this");

    private static final Pattern DOER = Pattern.compile("(?i).{2,}(?:er|or|ist|man|woman|ant|ian|ier|eer)");

    /** Endings that hardly any name has. */
    private static final Pattern SURE_DOER =
            Pattern.compile("(?i).{2,}(?:ator|ologist|ographer|keeper|smith|maker|worker|monger|grapher|wright)");

    private final List<Token> tokens;
    private final String[] words;
    private final String[] shapes;
    private final String[] lists;
    private final Style style;
    private final TokenLines lines;

    /** How the writer uses capitals: where there are none, or nothing else, they tell nothing. */
    private enum Style {
        LOWER,
        MIXED,
        UPPER
    }

    /** @param vocabulary words that may be known by themselves; all others only by shape, ending and lists */
    NameFeatures(List<Token> tokens, Set<String> vocabulary) {
        this.tokens = tokens;
        int size = tokens.size();
        words = new String[size];
        shapes = new String[size];
        lists = new String[size];
        style = tokens.stream().noneMatch(token -> token.word() && token.capitalised())
                ? Style.LOWER
                : tokens.stream().allMatch(token -> token.text()
                                .equals(token.text().toUpperCase(Locale.ROOT)))
                        ? Style.UPPER
                        : Style.MIXED;
        for (int i = 0; i < size; i++) {
            String word = tokens.get(i).text().toLowerCase(Locale.ROOT);
            words[i] = vocabulary.contains(word) ? word : tokens.get(i).number() ? "0" : "?";
            shapes[i] = shape(tokens.get(i).text());
            lists[i] = lists(word);
        }
        lines = new TokenLines(tokens);
        phrases();
    }

    List<String> at(int i) {
        String text = tokens.get(i).text();
        String lower = text.toLowerCase(Locale.ROOT);
        List<String> features = new ArrayList<>(40);
        features.add("bias");
        features.add("w " + words[i]);
        features.add("s " + shapes[i] + first(i) + style);
        features.add("style " + style + shapes[i] + lists[i]);
        features.add("l " + lists[i]);
        features.add("ls " + lists[i] + shapes[i] + first(i));
        for (String list : lists[i].split(" ")) {
            features.add("li " + list);
        }
        if (text.length() > 2) {
            features.add("e2 " + lower.substring(lower.length() - 2));
            features.add("e3 " + lower.substring(lower.length() - 3));
            features.add("b2 " + lower.substring(0, 2));
        }
        for (String end : InventedAddresses.SUFFIXES) {
            if (lower.length() > end.length() + 1 && lower.endsWith(end)) {
                features.add("street-end");
            }
        }
        for (int distance = -3; distance <= 3; distance++) {
            if (distance != 0) {
                String side = distance + " ";
                features.add("w" + side + word(i + distance));
                features.add("s" + side + look(shapes, i + distance));
                if (Math.abs(distance) < 3) {
                    features.add("l" + side + look(lists, i + distance));
                }
            }
        }
        features.add("w-2-1 " + word(i - 2) + " " + word(i - 1));
        features.add("w+1+2 " + word(i + 1) + " " + word(i + 2));
        features.add("w-1+1 " + word(i - 1) + " " + word(i + 1));
        features.add("s-1 s " + look(shapes, i - 1) + shapes[i] + look(shapes, i + 1));
        features.add("w-1 s " + word(i - 1) + shapes[i] + lists[i]);
        features.add("w+1 s " + word(i + 1) + shapes[i] + first(i));
        features.add("l-1 l " + look(lists, i - 1) + "|" + lists[i]);
        features.add("l l+1 " + lists[i] + "|" + look(lists, i + 1));
        String line = lines.at(i);
        if (!line.isEmpty()) {
            features.add("line " + line);
            features.add("line s " + line + shapes[i]);
            features.add("line l " + line + lists[i]);
            features.add("line near " + lines.near(i));
        }
        return features;
    }

    /** Whether a name of this kind may begin here. */
    boolean begins(int i, int kind) {
        Token token = tokens.get(i);
        if (!token.word()) {
            return kind == NameTagger.PLACE && token.number() && token.text().length() < 6 && streetSoon(i);
        }
        if (kind == NameTagger.JOB) {
            return jobSoon(i);
        }
        boolean listed = !lists[i].isEmpty() && !lists[i].equals("c");
        return switch (style) {
            case MIXED ->
                token.capitalised()
                        || listed && kind == NameTagger.NATIONALITY
                        || kind == NameTagger.PLACE && InventedAddresses.BEGINNINGS.contains(token.text() + ".");
            case LOWER, UPPER -> listed && !lists[i].endsWith("c") || words[i].equals("?") && afterIntroduction(i);
        };
    }

    /** A house number stands before the name of a street, or before another number that does. */
    private boolean streetSoon(int i) {
        for (int j = i + 1; j < Math.min(tokens.size(), i + 4); j++) {
            Token token = tokens.get(j);
            if (token.word()) {
                return token.capitalised()
                        || style == Style.LOWER
                        || InventedAddresses.BEGINNINGS.contains(token.text());
            }
            if (!token.number() && !token.text().equals(",") && !token.text().equals("/")) {
                return false;
            }
        }
        return false;
    }

    /** An occupation ends in a word for somebody who does something, and begins at most four words before it. */
    private boolean jobSoon(int i) {
        Token token = tokens.get(i);
        if (lists[i].contains("j")) {
            return true;
        }
        boolean starts = Inventions.JOB_STARTS.contains(token.text().toLowerCase(Locale.ROOT))
                || token.capitalised() && !lists[i].equals("c");
        for (int j = i;
                starts && j < Math.min(tokens.size(), i + 6) && !tokens.get(j).lineBreak();
                j++) {
            if (lists[j].contains("j")
                    || words[j].equals("?")
                            && (j > i || !token.capitalised() || SURE_DOER.matcher(token.text()).matches())
                            && DOER.matcher(tokens.get(j).text()).matches()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a name of this kind may go on here. */
    boolean goesOn(int i, int kind) {
        Token token = tokens.get(i);
        if (token.text().equals(Token.ITEM)) {
            return false;
        }
        if (kind == NameTagger.PERSON
                && (token.number() || token.lineBreak() || token.text().equals("'s"))) {
            return false;
        }
        if (token.number() && token.text().length() > 7) {
            return false;
        }
        boolean joined = i > 1
                && tokens.get(i - 1).text().equals("-")
                && tokens.get(i - 1).start() == tokens.get(i - 2).end()
                && tokens.get(i - 1).end() == token.start();
        boolean plain = token.word() && !token.capitalised() && style == Style.MIXED && !joined;
        boolean unknown = words[i].equals("?");
        return !plain || kind == NameTagger.JOB || LINKS.contains(token.text()) || kind == NameTagger.PLACE && unknown;
    }

    private boolean afterIntroduction(int i) {
        return INTRODUCTIONS.contains(word(i - 1))
                || i > 1 && INTRODUCTIONS.contains(word(i - 2)) && words[i - 1].equals("?");
    }

    private String first(int i) {
        return i == 0
                        || tokens.get(i - 1).lineBreak()
                        || tokens.get(i - 1).text().matches("[.!?:\"*-]")
                ? " first "
                : " ";
    }

    private String word(int i) {
        return look(words, i);
    }

    private static String look(String[] of, int i) {
        return i < 0 ? "<" : i >= of.length ? ">" : of[i];
    }

    private static String shape(String text) {
        int letter = text.codePointAt(0);
        if (Character.isDigit(letter)) {
            return "d" + Math.min(6, text.length());
        }
        if (!Character.isLetter(letter)) {
            return text;
        }
        boolean upper = Character.isUpperCase(letter);
        String rest = text.substring(1);
        if (rest.isEmpty()) {
            return upper ? "X" : "x";
        }
        boolean allUpper = rest.equals(rest.toUpperCase(Locale.ROOT));
        boolean allLower = rest.equals(rest.toLowerCase(Locale.ROOT));
        return (upper ? "X" : "x") + (allLower ? "x" : allUpper ? "X" : "xX");
    }

    private static String lists(String word) {
        StringBuilder in = new StringBuilder();
        mark(in, "g", WordLists.GIVEN_SET, word);
        mark(in, "f", WordLists.FAMILY_SET, word);
        mark(in, "n", WordLists.NATIONALITY_SET, word);
        mark(in, "j", WordLists.JOB_SET, word);
        mark(in, "p", WordLists.PLACE_SET, word);
        mark(in, "o", WordLists.COMPANY_SET, word);
        mark(in, "c", WordLists.COMMON, word);
        return in.toString().strip();
    }

    private static void mark(StringBuilder in, String name, Set<String> list, String word) {
        if (list.contains(word)) {
            in.append(name).append(' ');
        }
    }

    /** Places and companies of two or three words. */
    private void phrases() {
        for (int i = 0; i < words.length; i++) {
            StringBuilder phrase = new StringBuilder(tokens.get(i).text().toLowerCase(Locale.ROOT));
            for (int j = i + 1; j < Math.min(words.length, i + 3); j++) {
                phrase.append(' ').append(tokens.get(j).text().toLowerCase(Locale.ROOT));
                String found = phrase.toString();
                String mark = WordLists.PLACE_SET.contains(found)
                        ? " pp"
                        : WordLists.COMPANY_SET.contains(found) ? " oo" : "";
                for (int k = i; !mark.isEmpty() && k <= j; k++) {
                    lists[k] += mark;
                }
            }
        }
    }
}
