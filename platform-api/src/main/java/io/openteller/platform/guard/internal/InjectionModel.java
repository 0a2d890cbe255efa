package io.openteller.platform.guard.internal;

import io.openteller.platform.guard.Screen.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Attacks on the assistant: code by patterns, persuasion by a model that learns from the phrasings of this room. */
final class InjectionModel {

    private static final Pattern CODE = Pattern.compile(
            "<\\s*(?:script|img|image|svg|iframe|object|embed|body|html|input|video|audio|marquee|details|form|style|link|meta|math|a|div)\\b[^>]{0,300}"
                + "(?:javascript:|on[a-z]{3,20}\\s*=|src\\s*=|alert\\s*\\()"
                + "|<\\s*/?\\s*script\\b|javascript:[\\w.]{2,}|vbscript:|data:text/html|\\balert\\(|document\\.(?:cookie|domain)"
                + "|\\bdrop\\s+(?:table|database)\\b|\\bunion\\s+(?:all\\s+)?select\\b|\\b(?:delete|insert)\\s+(?:from|into)\\s+\\w+\\s*(?:where|values|;|\\()"
                + "|['\")]\\s*or\\s+['\"]?\\d+['\"]?\\s*=|;\\s*shutdown\\b|xp_cmdshell|information_schema|pg_sleep\\s*\\(|waitfor\\s+delay"
                + "|\\$\\((?:touch|rm|curl|wget|cat|id|ls|sleep)\\b|`(?:id|ls|cat|whoami|uname|rm|touch|sleep|ping)\\b[^`]*`|/dev/(?:null|tcp)|/etc/passwd|\\.\\./\\.\\./|\\brm\\s+-rf\\b|\\$\\{jndi:|\\{\\{\\s*[\\d\\w.]+\\s*[*(]|<%[=@"
                + " ]|<\\?php|kernel\\.exec|\\beval\\s*\\(\\s*[\"']|__import__|\\bsystem\\s*\\(\\s*[\"']"
                + "|<\\|(?:im_start|im_end|system|endoftext)|\\[/?INST]|<!--[^>]{0,200}(?:assistant|ignore|instruction)|<!--\\s*#|<!ENTITY|<!DOCTYPE\\s+\\w+\\s*\\[",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ORDER = Pattern.compile(
            "\\b(?:ignore|disregard|forget|override)\\s+(?:(?:all|any|every|each|of|the|your|my|previous|prior|earlier|above|preceding|former|these)\\s+){2,6}"
                + "(?:instructions?|rules|guidelines|prompts?|directions|orders)\\b|\\b(?:system|developer|initial|hidden)\\s+(?:prompt|message|instructions?)\\b.{0,40}\\b(?:verbatim|word"
                + " for word|in full|code block)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final double LETTERS = 0.4;
    private static final int WINDOW = 45;
    private static final int ROUNDS = 12;
    private static final float[] NO_VECTOR = {};

    /** Three ordinary messages of bank customers in a thousand are above it. */
    private static final double THRESHOLD = 0.5;

    private static final Once<InjectionModel> LEARNED =
            Once.of(() -> new InjectionModel(
                    LearntFile.INJECTION.read(YesNoModel::read).orElseGet(InjectionModel::learn)));

    private final YesNoModel model;

    private InjectionModel(YesNoModel model) {
        this.model = model;
    }

    static YesNoModel learn() {
        return YesNoModel.train(examples(new Random(7)), ROUNDS, 1e-5);
    }

    /** As the build has learned it, else learned once in a process: it comes out the same whoever asks. */
    static InjectionModel trained() {
        return LEARNED.get();
    }

    Finding screen(String text) {
        Matcher code = CODE.matcher(text);
        if (code.find()) {
            return new Finding(true, 1, List.of(shortened(code.group())));
        }
        Matcher order = ORDER.matcher(text);
        if (order.find()) {
            return new Finding(true, 1, List.of(shortened(order.group())));
        }
        Finding worst = piece(text);
        List<String> words = Arrays.asList(text.split("\\s+"));
        for (int from = 0; words.size() > WINDOW && from < words.size() - WINDOW / 2; from += WINDOW / 2) {
            Finding piece = piece(String.join(" ", words.subList(from, Math.min(words.size(), from + WINDOW))));
            worst = piece.score() > worst.score() ? piece : worst;
        }
        return worst;
    }

    private Finding piece(String text) {
        Grams grams = Grams.of(text, LETTERS);
        double score = model.score(grams.weights(), NO_VECTOR);
        boolean marked = score >= THRESHOLD;
        return new Finding(marked, score, marked ? model.reasons(grams, 5) : List.of());
    }

    static List<YesNoModel.Example> examples(Random random) {
        List<String> lines = WordLists.lines("attacks.txt");
        List<String> whole =
                lines.stream().filter(line -> !line.startsWith("+ ")).toList();
        List<String> pieces = lines.stream()
                .filter(line -> line.startsWith("+ "))
                .map(line -> line.substring(2))
                .toList();
        List<String> attacks = new ArrayList<>(Phrasings.of(whole, 14, random));
        attacks.addAll(Phrasings.of(pieces, 14, random));
        for (int i = 0; i < 400; i++) {
            attacks.add(IntStream.range(0, 2 + random.nextInt(7))
                    .mapToObj(at -> Phrasings.one(pieces.get(random.nextInt(pieces.size())), random))
                    .collect(Collectors.joining(" ")));
        }
        List<String> ordinary = Phrasings.of(WordLists.lines("ordinary.txt"), 30, random);
        for (int i = 0; i < 200; i++) {
            ordinary.add(ordinary.get(random.nextInt(ordinary.size())) + " "
                    + ordinary.get(random.nextInt(ordinary.size())));
        }
        List<YesNoModel.Example> examples = new ArrayList<>();
        attacks.forEach(text -> examples.add(example(text, true)));
        ordinary.forEach(text -> examples.add(example(text, false)));
        return examples;
    }

    private static YesNoModel.Example example(String text, boolean attack) {
        return new YesNoModel.Example(Grams.of(text, LETTERS).weights(), NO_VECTOR, attack, 1);
    }

    private static String shortened(String words) {
        String plain = words.strip().toLowerCase(Locale.ROOT);
        return plain.length() > 60 ? plain.substring(0, 60) : plain;
    }
}
