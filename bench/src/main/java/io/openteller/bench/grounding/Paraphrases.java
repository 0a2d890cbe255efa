package io.openteller.bench.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says a sentence again without changing what it says. */
final class Paraphrases {

    private record Way(String name, Pattern from, String to) {}

    private static final List<Way> WAYS = List.of(
            way("notation", "£(\\d[\\d,.]*\\d|\\d)(?!\\d|[,.]\\d| ?(?:million|billion|k\\b))", "GBP $1"),
            way("notation", "£(\\d[\\d,]*\\d|\\d)(?!\\d|[,.]\\d| ?(?:million|billion|k\\b))", "$1 pounds"),
            way("notation", "₹(\\d[\\d,.]*\\d|\\d)(?! ?(?:lakh|crore))", "Rs. $1"),
            way("notation", "₹1,00,000\\b", "₹1 lakh"),
            way("notation", "(?<!\\p{L})\\$(\\d[\\d,.]*\\d|\\d)(?! ?(?:million|billion|k\\b))", "USD $1"),
            way("notation", "(\\d)%", "$1 per cent"),
            way("notation", "(\\d)\\.(\\d)0%", "$1.$2%"),
            way("notation", "(?<![\\d,])(\\d{1,3}),(\\d{3})(?![\\d]|,\\d)", "$1$2"),
            way("words", "\\b3 (days|working days|months|years|attempts)", "three $1"),
            way("words", "\\b5 (days|working days|months|years|business days)", "five $1"),
            way("words", "\\b2 (days|working days|months|years|hours|business days)", "two $1"),
            way("words", "\\b24 hours", "24 hrs"),
            way("words", "\\bworking days", "business days"),
            way("words", "\\bbusiness days", "working days"),
            way("bound", "\\b[Uu]p to (?=[£₹$\\d])", "at most "),
            way("bound", "\\bat least (?=[£₹$\\d])", "no less than "),
            way("bound", "(?<!\\b(?:no|not|never) )\\bmore than (?=[£₹$\\d])", "over "),
            way("bound", "\\bwithin (?=\\d)", "in no more than "),
            way("period", "\\bper (day|month|year)\\b", "each $1"),
            way("period", "(?<=\\d )a (month|year)\\b", "per $1"),
            way("period", "(?<=\\d )(?:per|a) month\\b", "monthly"),
            way("modal", "\\bcannot\\b", "can't"),
            way("modal", "\\bcan't\\b", "cannot"),
            way("modal", "\\b[Yy]ou can\\b(?!')", "you are able to"),
            way("modal", "\\bmust\\b(?! not)", "have to"),
            way("modal", "\\bdo not\\b", "don't"),
            way("modal", "\\bis not\\b", "isn't"),
            way("synonym", "\\bfee\\b", "charge"),
            way("synonym", "\\bcosts\\b", "is priced at"),
            way("synonym", "\\bcustomers\\b", "clients"),
            way("synonym", "\\bneeded\\b", "required"),
            way("synonym", "\\bneed\\b", "require"),
            way("synonym", "\\bstarts\\b", "begins"),
            way("synonym", "\\bat any time\\b", "whenever you like"),
            way("synonym", "\\bphone\\b", "telephone"),
            way("synonym", "\\breceives?\\b", "gets"));
    private static final List<String> OPENINGS = List.of("According to our terms, ", "Sure - ", "Thanks for asking! ", "Please note that ",
            "In short: ", "Good question. ", "As our policy says, ", "Happy to help. ", "To answer you: ");
    private static final List<String> CLOSINGS = List.of(" Is there anything else I can help you with?", " I hope this helps!",
            " Let me know if you have other questions.", " Have a nice day!");
    private static final Pattern CONDITION = Pattern.compile("^([^,;:]{12,}?) (if|when|unless|because) ([^,;:]{8,})\\.$");
    private static final Pattern FRONTED = Pattern.compile("^(If|When|After|Before|For) ([^,;:]{5,}), ([^,;:]{8,})\\.$");

    private final Random random;

    Paraphrases(Random random) {
        this.random = random;
    }

    record Said(String text, String kind) {}

    /** One way to say it, chosen among those that fit. */
    Said of(String sentence) {
        List<Said> ways = new ArrayList<>();
        for (Way way : WAYS) {
            Matcher matcher = way.from().matcher(sentence);
            if (matcher.find()) {
                ways.add(new Said(capital(matcher.replaceFirst(way.to())), way.name()));
            }
        }
        Matcher condition = CONDITION.matcher(sentence);
        if (condition.find()) {
            ways.add(new Said(capital(condition.group(2)) + " " + condition.group(3) + ", " + small(condition.group(1)) + ".", "order"));
        }
        Matcher fronted = FRONTED.matcher(sentence);
        if (fronted.find()) {
            ways.add(new Said(capital(fronted.group(3)) + " " + small(fronted.group(1)) + " " + fronted.group(2) + ".", "order"));
        }
        ways.add(new Said(sentence, "verbatim"));
        ways.add(new Said(sentence.toLowerCase(Locale.ROOT), "case"));
        Said chosen = ways.get(random.nextInt(ways.size()));
        return switch (random.nextInt(5)) {
            case 0 -> new Said(opened(chosen.text()), chosen.kind() + "+opening");
            case 1 -> new Said(chosen.text() + CLOSINGS.get(random.nextInt(CLOSINGS.size())), chosen.kind() + "+closing");
            default -> chosen;
        };
    }

    /** Two sentences in one. */
    static String joined(String one, String other) {
        return one.replaceFirst("\\.$", "") + ", and " + small(other);
    }

    private String opened(String text) {
        String opening = OPENINGS.get(random.nextInt(OPENINGS.size()));
        return opening + (opening.matches(".*[!.] $") ? text : small(text));
    }

    static String small(String text) {
        return text.length() > 1 && Character.isLowerCase(text.charAt(1)) ? text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1) : text;
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static Way way(String name, String from, String to) {
        return new Way(name, Pattern.compile(from), to);
    }
}
