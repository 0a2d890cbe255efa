package io.openteller.platform.understanding.internal;

import io.openteller.platform.understanding.Entity;
import io.openteller.platform.understanding.Entity.Merchant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who was paid: the name after at, from, to or by, as far as it looks like one. */
final class MerchantFinder {

    private static final Pattern AFTER_PREPOSITION = Pattern.compile(
            "(?iu)(?<![\\p{L}\\p{M}])(?:at|from|to|by|with)\\s+(?:the\\s+)?(?<name>[\\p{L}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}&*'’._-]*"
                    + "(?:\\s+[\\p{L}\\p{Nd}&][\\p{L}\\p{M}\\p{Nd}&*'’._-]*){0,3})");
    private static final Pattern HINDI = Pattern.compile(
            "(?iu)(?<![\\p{L}\\p{M}])(?<name>[\\p{Lu}][\\p{L}\\p{M}\\p{Nd}&*'’._-]+(?:\\s\\p{Lu}[\\p{L}\\p{M}\\p{Nd}&*'’._-]+){0,2})"
                    + "\\s+(?:ko|se|ka|ke|ne|par|pe|को|से|का|के|ने|पर)(?![\\p{L}\\p{M}])");

    private static final Pattern WORD = Pattern.compile("\\S+");

    private static final int MOST_SMALL_WORDS = 2;

    /** Words that begin no name, and end one. */
    private static final Set<String> NO_NAMES = Set.of(
            ("my me mine your you yours our us their them they his her him it its this that these those a an some any all another other"
                            + " account accounts acct card cards bank branch atm cashpoint machine app website site phone number"
                            + " address email name pin password savings current credit debit direct payment payments transaction"
                            + " transfer money cash balance statement one someone somebody anyone who which what when where why how"
                            + " is was are were be been do did does have has had will would can could should not no never for"
                            + " on in of and or but so as by at from to with about after before during since until within today"
                            + " yesterday tomorrow last next morning afternoon evening night monday tuesday wednesday thursday"
                            + " friday saturday sunday january february march april may june july august september october november"
                            + " december week month year day days least once twice work home abroad person human agent manager"
                            + " customer service support talk speak use get make pay send open close block change see find go going"
                            + " know tell help check cancel stop receive withdraw first people merchant shop store company seller"
                            + " then because if just i im ive we he she there here rupees pounds")
                    .split(" "));

    private MerchantFinder() {}

    /** @param taken what others have read already: no name reaches into it */
    static List<Merchant> in(String text, List<Entity> taken) {
        List<Merchant> found = new ArrayList<>();
        for (Pattern pattern : List.of(AFTER_PREPOSITION, HINDI)) {
            Matcher matcher = pattern.matcher(text);
            int from = 0;
            while (matcher.find(from)) {
                int start = matcher.start("name");
                int end = nameEnd(text, start, matcher.end("name"), taken);
                if (end > start && !(pattern == HINDI && !Character.isUpperCase(text.codePointAt(start)))) {
                    found.add(new Merchant(start, end, text.substring(start, end).toLowerCase(Locale.ROOT)));
                }
                from = Math.max(start + 1, end);
            }
        }
        return found;
    }

    /** A name in capitals goes on while capitals follow; one without has two words at most. */
    private static int nameEnd(String text, int start, int end, List<Entity> taken) {
        int last = start;
        int small = 0;
        Matcher word = WORD.matcher(text).region(start, end);
        while (word.find()) {
            int from = word.start();
            String plain = word.group().replaceAll("[.'’_-]+$", "");
            if (plain.isEmpty()) {
                break;
            }
            boolean capital = Character.isUpperCase(plain.codePointAt(0)) || Character.isDigit(plain.codePointAt(0));
            boolean isTaken = taken.stream().anyMatch(one -> from < one.end() && from >= one.start());
            small += capital ? 0 : 1;
            boolean startsSmall = Character.isLowerCase(text.codePointAt(start));
            if (isTaken
                    || NO_NAMES.contains(plain.toLowerCase(Locale.ROOT))
                    || small > (startsSmall ? MOST_SMALL_WORDS : 0)
                    || plain.chars().allMatch(Character::isDigit) && last == start) {
                break;
            }
            last = from + plain.length();
            if (plain.length() < word.group().length()) {
                break;
            }
        }
        return last;
    }
}
