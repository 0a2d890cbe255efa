package io.openteller.platform.guard.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines with alternatives in braces, <code>{Stop|Cancel} my {card|payment}</code>, and what can be said with them. */
final class Phrasings {

    private static final Pattern INNERMOST = Pattern.compile("\\{([^{}]*)}");
    private static final char OPEN = '\uE000';
    private static final char CLOSE = '\uE001';

    private Phrasings() {}

    /** Some distinct wordings of each line. */
    static List<String> of(List<String> lines, int each, Random random) {
        List<String> said = new ArrayList<>();
        for (String line : lines) {
            List<String> wordings = new ArrayList<>();
            for (int i = 0; i < each * 2 && wordings.size() < each; i++) {
                String wording = one(line, random);
                if (!wordings.contains(wording)) {
                    wordings.add(wording);
                }
            }
            said.addAll(wordings);
        }
        return said;
    }

    static String one(String line, Random random) {
        String text = line;
        Matcher braces = INNERMOST.matcher(text);
        while (braces.find()) {
            String inside = braces.group(1);
            String[] choices = inside.split("\\|", -1);
            // Braces around no choice belong to the text; they step aside until the end.
            String instead = choices.length == 1 ? OPEN + inside + CLOSE : choices[random.nextInt(choices.length)];
            text = text.substring(0, braces.start()) + instead + text.substring(braces.end());
            braces = INNERMOST.matcher(text);
        }
        return text.replace(OPEN, '{').replace(CLOSE, '}').strip();
    }
}
