package io.openteller.platform.understanding.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One word of a message.
 *
 * @param start where it begins in the message
 * @param end after its last character
 * @param word as {@link Spelling} writes it; empty for the end of a sentence
 * @param sound as {@link Sound} hears it
 */
record Token(int start, int end, String word, String sound) {

    private static final Pattern WORD_OR_END = Pattern.compile(
            "(?<word>[\\p{L}\\p{Nd}](?:[\\p{L}\\p{M}\\p{Nd}\\u200b-\\u200d]|['’ʼ`´‘](?=\\p{L}))*)"
                    + "|(?<end>[!?।;\\n]|\\.(?=\\s|$))");

    /** Hinglish writes a verb and its auxiliary as one word as often as not. */
    private static final Pattern JOINED =
            Pattern.compile("(ho|kar|kr|kat|chala|chali|mar|de|le|kho|mil|aa|nikal|likh)(g[aei]*y?[aei]+|gya|gyi|gye)");

    /** What "not" joins, so that "did not" and "didn't" are one. */
    private static final Map<String, String> NEGATED = Map.ofEntries(
            Map.entry("did", "didnt"),
            Map.entry("do", "dont"),
            Map.entry("does", "doesnt"),
            Map.entry("have", "havent"),
            Map.entry("has", "hasnt"),
            Map.entry("had", "hadnt"),
            Map.entry("was", "wasnt"),
            Map.entry("were", "werent"),
            Map.entry("is", "isnt"),
            Map.entry("are", "arent"),
            Map.entry("can", "cant"),
            Map.entry("could", "couldnt"),
            Map.entry("will", "wont"),
            Map.entry("would", "wouldnt"));

    boolean endsSentence() {
        return word.isEmpty();
    }

    static List<Token> of(String message) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = WORD_OR_END.matcher(message);
        while (matcher.find()) {
            if (matcher.group("word") == null) {
                tokens.add(new Token(matcher.start(), matcher.end(), "", ""));
                continue;
            }
            String plain = Spelling.plain(matcher.group());
            if (plain.equals("not") && !tokens.isEmpty() && NEGATED.containsKey(tokens.getLast().word())) {
                Token before = tokens.removeLast();
                String negated = NEGATED.getOrDefault(before.word(), plain);
                tokens.add(new Token(before.start(), matcher.end(), negated, Sound.of(negated)));
                continue;
            }
            Matcher joined = JOINED.matcher(plain);
            if (joined.matches()) {
                add(tokens, matcher, joined.group(1));
                add(tokens, matcher, joined.group(2));
            } else {
                add(tokens, matcher, plain);
            }
        }
        return tokens;
    }

    private static void add(List<Token> tokens, Matcher matcher, String plain) {
        tokens.add(new Token(matcher.start(), matcher.end(), plain, Sound.of(plain)));
    }
}
