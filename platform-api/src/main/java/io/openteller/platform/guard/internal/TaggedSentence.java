package io.openteller.platform.guard.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence to learn from: its words, and for each the label that is right. */
record TaggedSentence(String text, List<Token> tokens, int[] labels) {

    private static final List<String> SIGNS = List.of("> ", ">", "* ", "- ", "# ", "• ", "| ", "?? ");
    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

    /** All sentences, filled so many times, in an order that is the same at every start. */
    static List<TaggedSentence> all(int times) {
        Random random = new Random(11);
        Inventions names = new Inventions(random);
        InventedAddresses addresses = new InventedAddresses(names, random);
        List<TaggedSentence> sentences = new ArrayList<>();
        for (String line : WordLists.lines("name-sentences.txt")) {
            boolean plain = !line.contains("{");
            for (int i = 0; i < (plain ? Math.max(1, times / 4) : times); i++) {
                sentences.add(filled(line.replace("\\n", "\n"), names, addresses, random));
            }
        }
        return sentences;
    }

    private static TaggedSentence filled(String line, Inventions names, InventedAddresses addresses, Random random) {
        StringBuilder text = new StringBuilder();
        List<int[]> spans = new ArrayList<>();
        Matcher slot = SLOT.matcher(line);
        int copied = 0;
        while (slot.find()) {
            text.append(line, copied, slot.start());
            int start = text.length();
            text.append(fill(slot.group(1), names, addresses, random));
            int kind = kind(slot.group(1));
            if (kind >= 0) {
                spans.add(new int[] {start, text.length(), kind});
            }
            copied = slot.end();
        }
        text.append(line, copied, line.length());
        String written = text.toString();
        if (written.indexOf('\n') > 0 && random.nextInt(3) == 0) {
            return listed(written, spans, names.one(SIGNS));
        }
        int spelling = random.nextInt(100);
        if (spelling < 8) {
            written = sameLength(written, written.toLowerCase(Locale.ROOT));
        } else if (spelling < 11) {
            written = sameLength(written, written.toUpperCase(Locale.ROOT));
        }
        return labelled(written, spans);
    }

    /** Each line with the sign of a list before it. */
    private static TaggedSentence listed(String text, List<int[]> spans, String sign) {
        StringBuilder lines = new StringBuilder(sign);
        int[] places = new int[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            places[i] = lines.length();
            lines.append(text.charAt(i)).append(text.charAt(i) == '\n' ? sign : "");
        }
        places[text.length()] = lines.length();
        spans.forEach(span -> {
            span[0] = places[span[0]];
            span[1] = places[span[1]];
        });
        return labelled(lines.toString(), spans);
    }

    /** Some letters have no counterpart of the same length. */
    private static String sameLength(String before, String after) {
        return before.length() == after.length() ? after : before;
    }

    private static TaggedSentence labelled(String text, List<int[]> spans) {
        List<Token> tokens = Token.of(text);
        int[] labels = new int[tokens.size()];
        for (int i = 0; i < labels.length; i++) {
            for (int[] span : spans) {
                if (tokens.get(i).start() >= span[0] && tokens.get(i).end() <= span[1]) {
                    Token before = i == 0 ? tokens.get(i) : tokens.get(i - 1);
                    boolean first =
                            i == 0 || before.start() < span[0] || before.text().equals(Token.ITEM);
                    labels[i] = tokens.get(i).text().equals(Token.ITEM) ? 0 : 1 + 2 * span[2] + (first ? 0 : 1);
                }
            }
        }
        return new TaggedSentence(text, tokens, labels);
    }

    private static int kind(String slot) {
        return switch (slot) {
            case "FULL", "FIRST", "LAST", "TITLED", "full", "first" -> NameTagger.PERSON;
            case "CITY", "COUNTRY", "city", "ADDR", "STREET", "NUM", "POST" -> NameTagger.PLACE;
            case "ORG" -> NameTagger.ORGANISATION;
            case "JOB" -> NameTagger.JOB;
            case "NAT" -> NameTagger.NATIONALITY;
            default -> -1;
        };
    }

    private static String fill(String slot, Inventions names, InventedAddresses addresses, Random random) {
        return switch (slot) {
            case "FULL" -> names.full();
            case "full" -> names.full().toLowerCase(Locale.ROOT);
            case "FIRST" -> names.first();
            case "first" -> names.first().toLowerCase(Locale.ROOT);
            case "LAST" -> names.last();
            case "TITLED" -> names.titled();
            case "CITY" -> names.city();
            case "city" -> names.city().toLowerCase(Locale.ROOT);
            case "COUNTRY" -> names.country();
            case "ADDR" -> addresses.address();
            case "STREET" -> addresses.street();
            case "NUM" -> names.digits(1, 5);
            case "POST" -> addresses.postcode();
            case "ORG" -> names.company();
            case "JOB" -> names.job();
            case "NAT" -> random.nextInt(10) == 0 ? names.nationality().toLowerCase(Locale.ROOT) : names.nationality();
            case "YEAR" -> String.valueOf(1900 + random.nextInt(126));
            case "DATE" -> (1 + random.nextInt(28)) + " June " + (1950 + random.nextInt(75));
            case "PHONE" -> names.phone();
            case "EMAIL" -> names.first().toLowerCase(Locale.ROOT) + "@mail.example";
            case "N" -> names.digits(1, 4);
            default -> throw new IllegalArgumentException(slot);
        };
    }
}
