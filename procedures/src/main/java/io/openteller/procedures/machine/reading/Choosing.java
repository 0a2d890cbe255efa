package io.openteller.procedures.machine.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** One of a list: by its number, by words of its label, or by its last digits. */
public final class Choosing {

    private static final Map<String, Integer> ORDINALS = new HashMap<>();
    private static final int LAST = -1;
    /** Words that say which without being part of any label. */
    private static final Set<String> FILLERS = Set.copyOf(Words.of("the one option number no my please wala wali वाला वाली नंबर"
            + " नम्बर choice"
            + " i want it is its that this would like to go with select choose hai है ka की का ki ke के mera meri मेरा मेरी and for of"
            + " in se से me में ending ends card with on from account a an was use ok yes haan हां"));
    /** Words that are everywhere, and choose nothing. */
    private static final Set<String> FUNCTION_WORDS = Set.copyOf(Words.of("not do does did dont have has had be been will would"
            + " can could should shall may"
            + " now any more some we you your our us they them he she what when where which who how why there here if then than"
            + " but or so as at by"
            + " up out about into over again only also very much many am was were are one other else something somebody someone thing"
            + " नहीं नही गया गई गए हुआ हुई हुए हूं हो था थी थे कर करना करें करो दिया दी दें रहा रही रहे यह वह ये वे मैं मैंने हम"
            + " आप कुछ कोई और या भी ही तो"
            + " पर अब तक लिए एक दूसरा nahi nahin gaya gayi gaye hua hui ho tha thi the kar karna karo diya raha rahi rahe yeh woh"
            + " ye wo main maine"
            + " hum aap kuch koi aur ya bhi hi to par ab tak liye ek"));
    private static final Pattern NUMBER_ALONE = Words.pattern("^(?:(?:option|number|no|nambar|नंबर|विकल्प|the) )*#?(\\d{1,2})(?:"
            + " (?:please|pls|wala|wali|वाला|वाली|number|nambar|नंबर|ji|जी))*$");
    private static final Pattern DIGITS = Pattern.compile("(?<!\\d)\\d{3,6}(?!\\d)");

    static {
        ordinal("first 1st pehla pehli pahla pahli पहला पहली", 1);
        ordinal("second 2nd doosra dusra doosri dusri दूसरा दूसरी", 2);
        ordinal("third 3rd teesra tisra teesri तीसरा तीसरी", 3);
        ordinal("fourth 4th chautha chauthi चौथा चौथी", 4);
        ordinal("fifth 5th paanchva पांचवां पाँचवाँ पांचवा", 5);
        ordinal("last aakhri akhri आखिरी आख़िरी अंतिम", LAST);
    }

    private Choosing() {}

    /**
     * @param labels for each entry what it is called, in one or more languages
     * @return empty if none fits, or more than one
     */
    public static OptionalInt of(String message, List<List<String>> labels) {
        String said = Words.spaced(joined(message));
        OptionalInt byNumber = number(said.strip(), labels.size());
        if (byNumber.isPresent()) {
            return byNumber;
        }
        OptionalInt byDigits = digits(said, labels);
        return byDigits.isPresent() ? byDigits : words(said, labels);
    }

    /** In a message that is about something else too: only by the last digits, or by all that a label says. */
    public static OptionalInt telling(String message, List<List<String>> labels) {
        String said = Words.spaced(joined(message));
        OptionalInt byDigits = digits(said, labels);
        if (byDigits.isPresent()) {
            return byDigits;
        }
        int[] told = IntStream.range(0, labels.size())
                .filter(at -> labels.get(at).stream().anyMatch(label -> tells(label, said)))
                .toArray();
        return told.length == 1 ? OptionalInt.of(told[0]) : OptionalInt.empty();
    }

    private static boolean tells(String label, String said) {
        List<String> content = Words.of(label).stream()
                .filter(word -> !FILLERS.contains(word) && !FUNCTION_WORDS.contains(word) && !word.matches("\\d+"))
                .toList();
        return !content.isEmpty() && content.stream().allMatch(word -> said.contains(" " + word + " "));
    }

    /** The rest of two, when one of them is not meant. */
    public static OptionalInt other(String message, int instead, int size) {
        boolean said = Words.pattern(" (?:the other|other one|doosra|dusra|doosri|dusri|दूसरा|दूसरी|dusre|दूसरे|wo nahi) ")
                .matcher(Words.spaced(message))
                .find();
        return said && size == 2 ? OptionalInt.of(1 - instead) : OptionalInt.empty();
    }

    private static OptionalInt number(String said, int size) {
        Matcher alone = NUMBER_ALONE.matcher(said);
        if (alone.matches()) {
            int number = Integer.parseInt(alone.group(1));
            return number >= 1 && number <= size ? OptionalInt.of(number - 1) : OptionalInt.empty();
        }
        Set<Integer> ordinals = new HashSet<>();
        for (String word : said.split(" ")) {
            Integer ordinal = ORDINALS.get(word);
            if (ordinal != null) {
                ordinals.add(ordinal == LAST ? size : ordinal);
            } else if (!FILLERS.contains(word)) {
                return OptionalInt.empty();
            }
        }
        if (ordinals.size() != 1) {
            return OptionalInt.empty();
        }
        int number = ordinals.iterator().next();
        return number <= size ? OptionalInt.of(number - 1) : OptionalInt.empty();
    }

    private static OptionalInt digits(String said, List<List<String>> labels) {
        Set<Integer> fitting = new HashSet<>();
        Matcher digits = DIGITS.matcher(said);
        while (digits.find()) {
            for (int at = 0; at < labels.size(); at++) {
                if (labels.get(at).stream().anyMatch(label -> ends(label, digits.group()))) {
                    fitting.add(at);
                }
            }
        }
        return fitting.size() == 1 ? OptionalInt.of(fitting.iterator().next()) : OptionalInt.empty();
    }

    private static boolean ends(String label, String digits) {
        return Words.of(joined(label)).stream().anyMatch(word -> word.matches(".*\\d") && word.endsWith(digits));
    }

    private static OptionalInt words(String said, List<List<String>> labels) {
        List<Set<String>> vocabularies = new ArrayList<>();
        for (List<String> label : labels) {
            Set<String> words = new HashSet<>();
            label.forEach(one -> words.addAll(Words.of(joined(one))));
            vocabularies.add(words);
        }
        int best = 0;
        int chosen = -1;
        boolean tie = false;
        for (int at = 0; at < labels.size(); at++) {
            int score = score(said, labels.get(at), vocabularies, at);
            if (score > best) {
                best = score;
                chosen = at;
                tie = false;
            } else if (score == best && score > 0) {
                tie = true;
            }
        }
        return best > 0 && !tie ? OptionalInt.of(chosen) : OptionalInt.empty();
    }

    private static int score(String said, List<String> labels, List<Set<String>> vocabularies, int at) {
        int whole = labels.stream()
                .map(label -> Words.spaced(joined(label)))
                .filter(label -> !label.isBlank() && said.contains(label))
                .mapToInt(label -> 100 + label.length())
                .max()
                .orElse(0);
        long words = Set.copyOf(List.of(said.strip().split(" "))).stream()
                .filter(word -> vocabularies.get(at).contains(word) && tells(word, vocabularies))
                .count();
        return whole + (int) words * 10;
    }

    /** A word that every label has tells nothing. */
    private static boolean tells(String word, List<Set<String>> vocabularies) {
        boolean everywhere = vocabularies.size() > 1 && vocabularies.stream().allMatch(words -> words.contains(word));
        return !everywhere && (vocabularies.size() == 1 || !FILLERS.contains(word) && !FUNCTION_WORDS.contains(word)) && word.length() > 1;
    }

    /** Figures without their commas. */
    private static String joined(String text) {
        return Words.plain(text).replaceAll("(?<=\\d),(?=\\d)", "");
    }

    private static void ordinal(String words, int number) {
        for (String word : words.split(" ")) {
            ORDINALS.put(Words.plain(word), number);
        }
    }
}
